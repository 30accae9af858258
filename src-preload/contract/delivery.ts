import { z } from 'zod';
import { instant } from './values.ts';

/** States of one message in the outbox. */
export const deliveryStates = [
  'queued',
  'sending',
  'sent',
  'deferred',
  'uncertain',
  'failed',
  /** A server accepted it, and then it came back. */
  'bounced',
  'held',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const delivery = z.object({
  state: z.enum(deliveryStates),
  /** The server's own words, code first. */
  answer: z.string().nullable(),
  at: instant.nullable(),
});

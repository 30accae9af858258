import { z } from 'zod';
import { instant } from './values.ts';
import { deliveryStates } from './vocabulary/delivery.ts';

export const delivery = z.object({
  state: z.enum(deliveryStates),
  /** The server's own words, code first. */
  answer: z.string().nullable(),
  at: instant.nullable(),
});

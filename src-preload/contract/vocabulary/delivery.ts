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

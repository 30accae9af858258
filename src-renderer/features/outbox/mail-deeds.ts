import type { OperationName } from '#contract/index.ts';
import type { MailDeed } from '#contract/outbox.ts';
import type { DeliveryState } from '#contract/vocabulary/delivery.ts';

/** The states in which each action is offered; the core decides. */
const fits: Readonly<Record<MailDeed, readonly DeliveryState[]>> = {
  retry: ['deferred', 'uncertain', 'failed', 'bounced'],
  hold: ['queued', 'deferred'],
  release: ['held'],
  cancel: ['queued', 'deferred', 'uncertain', 'held'],
};
export const isFitting = (deed: MailDeed, state: DeliveryState): boolean => fits[deed].includes(state);

export const manyOf = {
  retry: 'outbox.retryMany',
  hold: 'outbox.holdMany',
  release: 'outbox.releaseMany',
  cancel: 'outbox.cancelMany',
} as const satisfies Readonly<Record<MailDeed, OperationName>>;
export const oneOf = {
  retry: 'outbox.retry',
  hold: 'outbox.hold',
  release: 'outbox.release',
  cancel: 'outbox.cancel',
} as const satisfies Readonly<Record<MailDeed, OperationName>>;

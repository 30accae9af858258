import { type DraftState, mostDaysAhead } from '#contract/drafts.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { Draft } from './store.ts';

/** @throws GatehouseError `draft-state`, with its state and the one that is needed */
export function refuseUnless(draft: Draft, ...wanted: readonly DraftState[]): void {
  if (!wanted.includes(draft.state))
    throw new GatehouseError('draft-state', { state: draft.state, wanted: wanted[0] ?? 'draft' });
}

/** Only what was looked at goes out. @throws GatehouseError `draft-changed` */
export function refuseChanged({ version }: Draft, seen: number | undefined): void {
  if (seen !== undefined && seen !== version) throw new GatehouseError('draft-changed', {});
}

const day = 86_400_000;

/** @throws GatehouseError `send-time` for a time that has passed, or is so far away that it must be a slip */
export function refuseUnsuitable(sendAt: number, now: number): void {
  if (sendAt <= now) throw new GatehouseError('send-time', { problem: 'past' });
  if (sendAt > now + mostDaysAhead * day) throw new GatehouseError('send-time', { problem: 'far' });
}

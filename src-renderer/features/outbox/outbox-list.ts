import type { MailFilter } from '#contract/outbox.ts';
import { type DeliveryState, deliveryStates } from '#contract/vocabulary/delivery.ts';
import { endKinds, linkKinds, type OutboxKind } from '#contract/vocabulary/outbox.ts';

/** Kinds of mail, grouped the way people look for them. */
export const kindGroups = {
  invitations: linkKinds,
  guests: [...endKinds, 'guests-digest'],
  password: ['password-reset'],
} as const satisfies Readonly<Record<string, readonly OutboxKind[]>>;
export type KindGroup = keyof typeof kindGroups;
export const kindGroupNames = Object.keys(kindGroups) as KindGroup[];

/** What the page shows; all of it is in the address. */
export interface OutboxList {
  readonly state: DeliveryState | undefined;
  readonly kinds: readonly KindGroup[];
  readonly search: string;
}

export function readOutboxList(search: string): OutboxList {
  const asked = new URLSearchParams(search);
  const kinds = asked.get('kind')?.split(',') ?? [];
  return {
    state: deliveryStates.find((state) => state === asked.get('state')),
    kinds: kindGroupNames.filter((kind) => kinds.includes(kind)),
    search: (asked.get('search') ?? '').trim().slice(0, 200),
  };
}

/** The address of the page that shows this list. */
export function outboxAddress({ state, kinds, search }: OutboxList): string {
  const asked = new URLSearchParams({
    ...(state && { state }),
    ...(kinds.length > 0 && { kind: kinds.join(',') }),
    ...(search && { search }),
  });
  return asked.size === 0 ? '/outbox' : `/outbox?${asked}`;
}

export const filterOf = ({ state, kinds, search }: OutboxList): MailFilter => ({
  ...(state && { state }),
  kinds: kinds.flatMap((kind): readonly OutboxKind[] => kindGroups[kind]),
  search,
});

export const isNarrowed = ({ kinds, search }: OutboxList): boolean => kinds.length > 0 || search !== '';

import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { type MemberKind, memberKinds, presentStatuses } from '#contract/vocabulary/user-filter.ts';

type Present = (typeof presentStatuses)[number];

/** Who counts as being here. */
export interface Here {
  readonly kinds: readonly MemberKind[];
  readonly statuses: readonly Present[];
}

/** At first, all but those whose invitation has expired: it brought nobody here. */
export const hereAtFirst = (kind: InvitableKind): Here => ({
  kinds: [kind],
  statuses: presentStatuses.filter((status) => status !== 'expired'),
});

/** The kinds and statuses among some texts, in their usual order. */
export const kindsIn = (texts: readonly string[]) => memberKinds.filter((kind) => texts.includes(kind));
export const statusesIn = (texts: readonly string[]) => presentStatuses.filter((status) => texts.includes(status));

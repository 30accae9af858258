import { GatehouseError } from '#contract/errors.ts';
import type { InputOf, OutputOf } from '#contract/index.ts';
import type { SendEntry } from '#contract/invitations.ts';
import type { Language } from '#contract/messages/languages.ts';
import { type InvitableKind, mostEntries } from '#contract/vocabulary/invitations.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import { createProgress } from '../progress.ts';
import { asNumber } from '../read-verb.ts';
import type { Session } from '../session.ts';

export type Sent = OutputOf<'invitations.send'>;
type Verdict = OutputOf<'drafts.check'>['verdicts'][number];

/** What everybody in a batch gets unless their entry says otherwise. */
export const defaultsOf = ({ given }: Pick<Session, 'given'>) => ({
  roles: [...(given.role ?? [])],
  teams: [...(given.team ?? [])],
  groups: [...(given.group ?? [])],
  products: [...(given.product ?? [])],
  lines: [...(given.line ?? [])],
});

/** What else a batch has in common. @throws GatehouseError `usage` */
export function commonTerms({ given }: Pick<Session, 'given'>) {
  const life = asNumber('life', given.life);
  return {
    ...(life === undefined ? {} : { linkLifeHours: life }),
    ...(given.language === undefined ? {} : { language: given.language as Language }),
  };
}

/** The results of a long list. `error` is what ended it early: what was done before stays done. */
export interface Parts<R> {
  readonly results: readonly R[];
  readonly error?: unknown;
}

/**
 * Works through a long list in parts, showing the progress.
 * @param most entries per part
 */
export async function inParts<E, R>(
  label: string,
  entries: readonly E[],
  most: number,
  one: (part: E[], first: number) => Promise<R>,
): Promise<Parts<R>> {
  const progress = createProgress(label);
  const results: R[] = [];
  try {
    for (let first = 0; first < entries.length; first += most) {
      progress.show(first, entries.length);
      results.push(await one(entries.slice(first, first + most), first));
    }
    return { results };
  } catch (error) {
    if (results.length === 0) throw error;
    return { results, error };
  } finally {
    progress.end();
  }
}

/** Sends invitations in as many calls as it takes; positions count from the first entry of the whole list. */
export async function sendAll(
  session: Session,
  kind: InvitableKind,
  entries: readonly SendEntry[],
): Promise<Parts<Sent>> {
  const organizationId = (await session.here()).id;
  const terms = { kind, defaults: defaultsOf(session), ...commonTerms(session) };
  const label = session.messages.invitations.send.progress;
  return inParts(label, entries, mostEntries, async (part, first) =>
    moved(await session.call('invitations.send', { organizationId, entries: part, ...terms }), first),
  );
}

/** What sending would do with each entry. */
export async function checkAll(
  session: Session,
  terms: InputOf<'drafts.check'>['terms'],
  entries: readonly SendEntry[],
): Promise<readonly Verdict[]> {
  const organizationId = (await session.here()).id;
  const verdicts: Verdict[] = [];
  for (let first = 0; first < entries.length; first += mostEntries) {
    const part = entries.slice(first, first + mostEntries);
    verdicts.push(...(await session.call('drafts.check', { organizationId, terms, entries: part })).verdicts);
  }
  return verdicts;
}

/** What makes sending refuse the whole batch: more users than free seats. */
export async function seatsLacking(
  { call, here }: Session,
  kind: MemberKind,
  needed: number,
): Promise<GatehouseError<'seats-exceeded'> | undefined> {
  if (kind !== 'user' || needed === 0) return undefined;
  const { free } = await call('organizations.seats', { organizationId: (await here()).id });
  return free === null || needed <= free ? undefined : new GatehouseError('seats-exceeded', { free, needed });
}

export const moved = (sent: Sent, by: number): Sent => {
  const move = <O extends { position: number }>(o: O): O => ({ ...o, position: o.position + by });
  return { invited: sent.invited.map(move), skipped: sent.skipped.map(move), refused: sent.refused.map(move) };
};

export const joined = (parts: readonly Sent[]): Sent => ({
  invited: parts.flatMap((part) => part.invited),
  skipped: parts.flatMap((part) => part.skipped),
  refused: parts.flatMap((part) => part.refused),
});

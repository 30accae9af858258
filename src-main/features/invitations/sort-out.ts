import type { reasons, TurnedAway } from '#contract/invitations.ts';
import type { Judged } from './judge.ts';

export interface SortedOut {
  /** Who can be invited, by the position of their entry. */
  readonly fit: readonly { readonly position: number; readonly judged: Judged }[];
  /** Members, invited ones and duplicates: nothing is mailed to them again. */
  readonly skipped: (TurnedAway & { verdict: 'already-member' | 'already-invited' | 'duplicate' })[];
  readonly refused: TurnedAway[];
}

/**
 * Divides a judged list into entries that get an invitation and entries that come back with the reason why not.
 * @param emails what was typed, in the same order
 * @param unfit why an entry that would be invited cannot be after all
 */
export function sortOut(
  judged: readonly Judged[],
  emails: readonly string[],
  unfit: (judged: Judged) => (typeof reasons)[number] | undefined = () => undefined,
): SortedOut {
  const fit: { position: number; judged: Judged }[] = [];
  const skipped: SortedOut['skipped'] = [];
  const refused: TurnedAway[] = [];
  for (const [position, one] of judged.entries()) {
    const away = (reason: string): TurnedAway => ({
      position,
      email: emails[position] as string,
      reason,
      ...(one.detail === undefined ? {} : { detail: one.detail }),
    });
    const not = one.verdict === 'new' ? unfit(one) : undefined;
    if (one.verdict === 'refused') refused.push(away(one.reason ?? 'empty'));
    else if (one.verdict !== 'new') skipped.push({ ...away(one.reason ?? one.verdict), verdict: one.verdict });
    else if (not) refused.push(away(not));
    else fit.push({ position, judged: one });
  }
  return { fit, skipped, refused };
}

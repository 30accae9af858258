import type { NamedBackup } from './names.ts';

/** How many of the latest days, weeks and months keep their last backup; and how many copies before migrations stay. */
export const kept = { days: 7, weeks: 4, months: 12, beforeMigrations: 3 } as const;

const dayMilliseconds = 86_400_000;
const dayOf = (at: number) => Math.floor(at / dayMilliseconds);
/** Weeks begin on Monday (ISO 8601); day 0 was a Thursday. */
const weekOf = (at: number) => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();

/**
 * Which backups go: of the daily ones, those stay that are the last of their day, week or month, for the latest seven days,
 * four weeks and twelve months that have any. Backups made by hand stay until somebody removes them.
 * It does not ask the clock, so a clock that jumps removes nothing. The newest of each kind always stays.
 */
export function toRemove(backups: readonly NamedBackup[]): readonly NamedBackup[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const daily = newestFirst.filter(({ kind }) => kind === 'daily');
  const stays = new Set([
    ...lastOfEach(daily, dayOf, kept.days),
    ...lastOfEach(daily, weekOf, kept.weeks),
    ...lastOfEach(daily, monthOf, kept.months),
    ...newestFirst.filter(({ kind }) => kind === 'before-migration').slice(0, kept.beforeMigrations),
    ...newestFirst.filter(({ kind }) => kind === 'by-hand'),
  ]);
  return newestFirst.filter((backup) => !stays.has(backup));
}

function lastOfEach(newestFirst: readonly NamedBackup[], spanOf: (at: number) => number, most: number): NamedBackup[] {
  const found = new Map<number, NamedBackup>();
  for (const backup of newestFirst) {
    const span = spanOf(backup.at);
    if (!found.has(span) && found.size < most) found.set(span, backup);
  }
  return [...found.values()];
}

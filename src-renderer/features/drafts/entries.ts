import type { ImportEntry } from '#contract/import.ts';
import type { JudgedEntry, SendEntry } from '#contract/invitations.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { type InviteRow, isBlankRow, type RowVerdict } from '../invitations/rows-text.ts';

const longestRaw = 2000;

/** Each line of a list as a draft keeps it, including refused ones, which can be corrected there. */
export const entriesOfList = (
  entries: readonly (JudgedEntry & Partial<ImportEntry>)[],
  kind: InvitableKind,
): SendEntry[] =>
  entries.map((e) => ({
    email: e.email ?? e.raw.slice(0, longestRaw),
    ...(e.name !== undefined && { name: e.name.slice(0, 200) }),
    ...(e.firstName !== undefined && { firstName: e.firstName.slice(0, 100) }),
    ...(e.lastName !== undefined && { lastName: e.lastName.slice(0, 100) }),
    // inbox agents hold no roles, whatever the list says
    ...(kind === 'user' && e.roles?.length && { roles: e.roles }),
    ...(e.teams?.length && { teams: e.teams }),
    ...(e.groups?.length && { groups: e.groups }),
    ...(e.products?.length && { products: e.products }),
  }));

/** Each row that is not blank; of an address such as `Ana <ana@example.org>`, what was read from it counts. */
export const entriesOfRows = (
  rows: readonly InviteRow[],
  verdicts: ReadonlyMap<number, RowVerdict>,
  kind: InvitableKind,
): SendEntry[] =>
  rows
    .filter((row) => !isBlankRow(row))
    .map((row) => {
      const verdict = verdicts.get(row.key);
      const read = verdict && !verdict.several ? verdict.entry : undefined;
      const name = row.name.trim() || read?.name;
      return {
        email: (read?.email ?? row.email).slice(0, longestRaw),
        ...(name && { name }),
        ...(kind === 'user' && row.roles && { roles: [...row.roles] }),
        ...(row.teams && { teams: [...row.teams] }),
      };
    });

import type { ParsedOf } from '#contract/index.ts';
import type { reasons } from '#contract/invitations.ts';
import type { Organization } from '#contract/organizations.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { nameOf } from '../users/sort-key.ts';
import { loadChoices } from './choices.ts';
import type { Candidate, Judged } from './judge.ts';
import { judgeList } from './judge-list.ts';

export type BatchInput = ParsedOf<'invitations.send'>;

/** An entry with its details; first and last name make the name where none is given. */
export interface Person extends Candidate {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

export interface JudgedBatch {
  readonly organization: Organization;
  readonly candidates: readonly Person[];
  readonly judged: readonly Judged[];
  /** Why somebody who would be invited cannot be after all. */
  readonly unfit: (judged: Judged) => (typeof reasons)[number] | undefined;
}

/**
 * Judges a batch as it would be sent now, with the rights of whoever asks; both sending and a draft's page use it.
 * @param first the place of the first entry, as its duplicates are told
 */
export async function judgeBatch(
  ctx: Pick<QueryContext | CommandContext, 'db' | 'now' | 'permissions'>,
  { organizationId, kind, entries, defaults }: BatchInput,
  first = 0,
): Promise<JudgedBatch> {
  const candidates = entries.map((entry, position) => withDefaults(entry, position + first, defaults));
  const choices = await loadChoices(ctx.db, organizationId, ctx.permissions);
  const { organization, judged } = await judgeList(ctx, { organizationId, kind }, choices, candidates);
  return {
    organization,
    candidates,
    judged,
    unfit({ access }) {
      if (kind === 'user' && access.roleIds.length === 0) return 'role-needed';
      return organization.groupRequired && access.groupIds.length === 0 ? 'group-needed' : undefined;
    },
  };
}

/** The row's own values count; what it leaves out comes from the batch. */
function withDefaults(entry: BatchInput['entries'][number], place: number, defaults: BatchInput['defaults']): Person {
  const or = (own: readonly string[] | undefined, common: readonly string[]) => (own?.length ? own : common);
  const { firstName, lastName, phone, country } = entry;
  return {
    email: entry.email.trim(),
    place,
    name: entry.name || nameOf(entry) || undefined,
    firstName: firstName || null,
    lastName: lastName || null,
    phone,
    country,
    roles: or(entry.roles, defaults.roles),
    teams: entry.teams ?? defaults.teams,
    groups: entry.groups ?? defaults.groups,
    products: entry.products ?? defaults.products,
    lines: entry.lines ?? defaults.lines,
  };
}

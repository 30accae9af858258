import type { OutputOf } from '#contract/index.ts';
import type { QueryHandler } from '../../kernel/context.ts';
import { loadChoices } from '../invitations/choices.ts';
import { listedBy } from '../users/listed.ts';
import { matchingMembers } from '../users/matching.ts';
import { peopleBelow } from './columns.ts';
import { peopleOf } from './people.ts';
import { readList } from './read.ts';
import { breathe } from './table.ts';

/**
 * Compares a list with the members. Addresses are compared by their key, so capitals make no difference; somebody named
 * twice counts once.
 */
export const compare: QueryHandler<'import.compare'> = async (ctx, input) => {
  const { table } = await readList(input, ctx.caller);
  const choices = await loadChoices(ctx.db, input.organizationId, ctx.permissions);
  const people = await peopleOf(peopleBelow(table.rows, input.headingLine), input.fields, choices, ctx.caller.signal);
  await breathe(ctx.caller.signal);
  const listed = await listedBy(ctx.db, input.organizationId, input.filter, ctx.now);
  const members = await matchingMembers(ctx.db, listed)
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id as membershipId', 'membership.name', 'person.email', 'person.email_key as key'])
    .orderBy('membership.sort_key')
    .execute();
  const here = new Map(members.map((member) => [member.key, member]));
  const named = new Set<string>();
  const answer: OutputOf<'import.compare'> = { missing: [], surplus: [], both: [], unreadable: [] };
  for (const { line, raw, email, key, name, problem } of people) {
    if (email === undefined || key === undefined) {
      answer.unreadable.push({ line, raw, reason: problem ?? 'empty' });
      continue;
    }
    if (named.has(key)) continue;
    named.add(key);
    const member = here.get(key);
    if (member) answer.both.push({ line, membershipId: member.membershipId, email: member.email, name: member.name });
    else answer.missing.push({ line, email, ...(name === undefined ? {} : { name }) });
  }
  answer.surplus = members.filter(({ key }) => !named.has(key));
  return answer;
};

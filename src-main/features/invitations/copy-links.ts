import { GatehouseError } from '#contract/errors.ts';
import type { OutputOf } from '#contract/index.ts';
import { mostLinks } from '#contract/vocabulary/invitations.ts';
import type { CommandHandler } from '../../kernel/context.ts';
import { members } from '../jobs/people.ts';
import { copyLink } from './copy-link.ts';

/**
 * The links of many people in one answer. Not a job: a job's results are kept for a week, and a working link is kept
 * nowhere. Each person whose link was copied has their own row in the audit.
 * @throws GatehouseError `invalid-input` for more than `mostLinks`
 */
export const copyLinks: CommandHandler<'invitations.copyLinks'> = async (ctx, input) => {
  const { rows } = await members(ctx.db, input, ctx.now);
  const people = await rows
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'person.email'])
    .orderBy('membership.sort_key')
    .orderBy('membership.id')
    .limit(mostLinks + 1)
    .execute();
  if (people.length > mostLinks)
    throw new GatehouseError('invalid-input', { name: 'invitations.copyLinks' }, [
      { path: ['choice'], code: 'too-many', message: `at most ${mostLinks} links at once` },
    ]);
  const base = await copyLink.look(ctx, input, []);
  const done: OutputOf<'invitations.copyLinks'> = { links: [], refused: [] };
  const targets: string[] = [];
  const one = { ...ctx, note: ({ target }: { readonly target?: string }) => void (target && targets.push(target)) };
  for (const { id: membershipId, email } of people)
    try {
      done.links.push({ membershipId, email, ...(await copyLink.one(one, membershipId, input, base)) });
    } catch (error) {
      // it was refused before anything was written for this person
      if (!(error instanceof GatehouseError)) throw error;
      done.refused.push({ membershipId, email, code: error.code });
    }
  ctx.note(targets.length > 0 ? { targets } : { detail: { refused: done.refused.length } });
  return done;
};

import type { Selectable } from 'kysely';
import { GatehouseError } from '#contract/errors.ts';
import { failpoint } from '../../database/failpoint.ts';
import { inSavepoint } from '../../database/savepoint.ts';
import type { WritableDb } from '../../database/schema.ts';
import type { JobItemTable } from '../../database/tables/work.ts';
import { addNote } from '../../kernel/audit.ts';
import type { CommandContext, JobChunk, JobPlace, Note } from '../../kernel/context.ts';
import type { Deed } from './deed.ts';
import { type Chosen, fixPeople, forgetOldResults } from './people.ts';

type Item = Selectable<JobItemTable>;
interface Settled {
  readonly item: Item;
  readonly note: Note;
}

const chunkSize = 100;

/** @typeParam I what the deed is told, besides whom it is done to */
type Described<I, Seen> = Deed<I, Seen, string | null>;

/**
 * The same deed done to many, as a job. A person it cannot be done to is recorded with the reason, and nothing else of the
 * try stays; the others go through.
 * @param detailOf what the results say about each one it was done to
 */
export function many<I extends object, Seen, Result>(
  { look, one }: Deed<I, Seen, Result>,
  detailOf: (result: Result) => string | null = () => null,
) {
  return {
    async plan(ctx: CommandContext, input: I & Chosen, jobId: number): Promise<number> {
      await look(ctx, input, []);
      await forgetOldResults(ctx.db, ctx.now);
      return fixPeople(ctx.db, jobId, input, ctx.now);
    },
    chunk: inChunks({ look, one }, detailOf),
  };
}

/** What a job does once its items are settled: some of them in each transaction. */
export function inChunks<I extends object, Seen, Result>(
  { look, one }: Deed<I, Seen, Result>,
  detailOf: (result: Result) => string | null,
) {
  const deed: Described<I, Seen> = { look, one: async (...about) => detailOf(await one(...about)) };
  return async (ctx: CommandContext, input: I, { jobId, cursor }: JobPlace): Promise<JobChunk> => {
    const next = await itemsAfter(ctx.db, jobId, cursor);
    const items = next.slice(0, chunkSize);
    const settled = await settleAll(ctx, deed, input, items);
    await writeDown(ctx.db, settled);
    failpoint('job.items-written');
    ctx.note({ each: settled.flatMap(({ note: { target, detail = {} } }) => (target ? [{ target, detail }] : [])) });
    const done = settled.filter(({ item }) => item.state === 'done').length;
    return {
      cursor: items.at(-1)?.position ?? cursor,
      done,
      failed: items.length - done,
      finished: next.length <= chunkSize,
    };
  };
}

/** One more than a chunk, which tells whether it is the last. */
const itemsAfter = (db: WritableDb, jobId: number, position: number) =>
  db
    .selectFrom('job_item')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(chunkSize + 1)
    .execute();

async function settleAll<I, Seen>(
  ctx: CommandContext,
  deed: Described<I, Seen>,
  input: I,
  items: readonly Item[],
): Promise<Settled[]> {
  const ids = items.map((i) => i.membership_id);
  let seen: Seen;
  try {
    seen = await deed.look(ctx, input, ids);
  } catch (error) {
    // what the job gives has gone since it began (a team was archived): nobody can have it any more
    return items.map((item) => refused(item, error));
  }
  const settled: Settled[] = [];
  for (const item of items) settled.push(await settle(ctx, deed, input, item, seen));
  return settled;
}

async function settle<I, Seen>(
  ctx: CommandContext,
  deed: Described<I, Seen>,
  input: I,
  item: Item,
  seen: Seen,
): Promise<Settled> {
  let note: Note = {};
  const own: CommandContext = {
    ...ctx,
    note(more) {
      note = addNote(note, more);
    },
  };
  try {
    const detail = await inSavepoint(ctx.db, () => deed.one(own, item.membership_id, input, seen));
    return { item: { ...item, state: 'done', error: null, detail }, note };
  } catch (error) {
    return refused(item, error);
  }
}

/** @throws anything that is no refusal: a defect ends the job and rolls this chunk back */
function refused(item: Item, error: unknown): Settled {
  if (!(error instanceof GatehouseError)) throw error;
  const { code, data } = error;
  return { item: { ...item, state: 'failed', error: JSON.stringify({ code, data }), detail: null }, note: {} };
}

/** All of a chunk in one statement. */
async function writeDown(db: WritableDb, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  await db
    .insertInto('job_item')
    .values(settled.map(({ item }) => item))
    .onConflict((c) =>
      c.columns(['job_id', 'position']).doUpdateSet((e) => ({
        state: e.ref('excluded.state'),
        error: e.ref('excluded.error'),
        detail: e.ref('excluded.detail'),
      })),
    )
    .execute();
}

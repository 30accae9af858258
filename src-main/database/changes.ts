import type { Tag } from '#contract/operation.ts';
import { markTime, type SetBack } from './clock-mark.ts';
import { failpoint } from './failpoint.ts';
import type { Store } from './open.ts';
import type { WritableDb } from './schema.ts';

type Listener = (tags: ReadonlySet<Tag>) => void;

export interface Changes {
  /** One transaction: what it changes is logged in it and published after the commit. */
  readonly write: <T>(tags: readonly Tag[], now: number, work: (db: WritableDb) => Promise<T>) => Promise<T>;
  /** Publishes a change that no transaction of ours made (the demo's mail catcher received a message). */
  readonly publish: (tags: readonly Tag[]) => void;
  /** Called immediately after a commit of this process, or when another process is seen to have written. */
  readonly onCommit: (listener: Listener) => () => void;
  /** Called with changes gathered for `noticeMilliseconds`, for faces that refetch. */
  readonly onNotice: (listener: Listener) => () => void;
  readonly close: () => void;
}

/** Records what ended because the clock was set back, in the transaction that noticed. */
export type TellSetBack = (db: WritableDb, now: number, setBack: SetBack) => Promise<void>;

const noticeMilliseconds = 250;
/** What else changes when setting the clock back ends invitations. */
const endedTags = ['audit', 'users', 'invitations'] as const;
const pollMilliseconds = 400;
/** The log only has to bridge two polls of another process; this many rows last for minutes of the busiest day. */
const keptRows = 2000;

/**
 * Tells listeners what has changed, whichever face or process did it: every transaction appends its tags to the change
 * log, and a change of SQLite's `data_version` says that another process has appended some.
 */
export function watchChanges(store: Store, tellSetBack?: TellSetBack): Changes {
  const commit = new Set<Listener>();
  const notice = new Set<Listener>();
  let gathered = new Set<Tag>();
  let timer: NodeJS.Timeout | undefined;
  let seen = 0;
  /** Rows of this process above `seen`: published already, with rows of another process among them. */
  const own = new Set<number>();

  const publish = (tags: ReadonlySet<Tag>) => {
    if (tags.size === 0) return;
    for (const listener of commit) listener(tags);
    for (const tag of tags) gathered.add(tag);
    timer ??= setTimeout(() => {
      timer = undefined;
      const told = gathered;
      gathered = new Set();
      for (const listener of notice) listener(told);
    }, noticeMilliseconds);
  };
  const readFrom = async (after: number) => {
    const rows = await store.read
      .selectFrom('change_log')
      .select(['id', 'tags'])
      .where('id', '>', after)
      .orderBy('id')
      .execute();
    const theirs = rows.filter(({ id }) => !own.delete(id));
    return { last: rows.at(-1)?.id ?? after, tags: new Set(theirs.flatMap((r) => r.tags.split(' ') as Tag[])) };
  };
  const poll = async () => {
    if (!store.changedElsewhere()) return;
    await started;
    const { last, tags } = await readFrom(seen);
    seen = Math.max(seen, last);
    publish(tags);
  };
  const begin = async () => {
    const row = await store.read
      .selectFrom('change_log')
      .select((e) => e.fn.max('id').as('last'))
      .executeTakeFirst();
    seen = Math.max(seen, row?.last ?? 0);
  };
  const started = begin().catch(() => undefined);
  const poller = setInterval(() => void poll().catch(() => undefined), pollMilliseconds);
  poller.unref();

  return {
    async write(tags, now, work) {
      let last = 0;
      let changed = tags;
      const result = await store.write.transaction().execute(async (db) => {
        failpoint('transaction.begun');
        const setBack = await markTime(db, now);
        if (setBack && setBack.invitations.size > 0) {
          changed = [...new Set([...tags, ...endedTags])];
          await tellSetBack?.(db, now, setBack);
        }
        const answer = await work(db);
        failpoint('transaction.worked');
        if (changed.length > 0) last = await append(db, changed, now);
        failpoint('transaction.written');
        return answer;
      });
      failpoint('transaction.committed');
      // rows of another process below `last` are published by its own poll of data_version
      if (last === seen + 1) seen = last;
      else if (last > seen) own.add(last);
      publish(new Set(changed));
      return result;
    },
    publish: (tags) => publish(new Set(tags)),
    onCommit: (listener) => subscribe(commit, listener),
    onNotice: (listener) => subscribe(notice, listener),
    close() {
      clearInterval(poller);
      clearTimeout(timer);
    },
  };
}

function subscribe(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function append(db: WritableDb, tags: readonly Tag[], now: number): Promise<number> {
  const { insertId } = await db
    .insertInto('change_log')
    .values({ at: now, tags: tags.join(' ') })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  if (id % 100 === 0)
    await db
      .deleteFrom('change_log')
      .where('id', '<', id - keptRows)
      .execute();
  return id;
}

import { useEffect, useRef } from 'react';
import { useJobs } from '../features/jobs/use-jobs.ts';
import { noBatch, sendingOf } from '../features/outbox/sending.ts';
import { useNow } from './now.ts';
import { useOutboxState } from './outbox-state.ts';
import { useQueryOf } from './queries.ts';
import { useSession } from './session.ts';
import { setWork } from './work.ts';

/** Shows in the taskbar what the core does in the background: jobs, mail being sent, and backups. */
export function Works() {
  const { id } = useSession().place;
  const jobs = useJobs();
  const outbox = useOutboxState();
  const known = useRef(new Set<string>());
  const batch = useRef(noBatch);
  const now = useNow();
  useEffect(() => {
    for (const { id: jobId, state, done, failed, total } of jobs ?? []) {
      const key = `job ${jobId}`;
      if (state === 'running') {
        known.current.add(key);
        setWork(key, { done: done + failed, total, state });
      } else if (known.current.delete(key)) {
        const broke = state === 'failed' || state === 'denied';
        setWork(key, broke ? { done: done + failed, total, state: 'failed' } : undefined);
      }
    }
  }, [jobs]);
  useEffect(() => {
    if (!outbox) return;
    // `now` only ticks each minute: it triggers this, the clock gives the time
    const sending = sendingOf(batch.current, outbox, Math.max(now, Date.now()));
    batch.current = sending.batch;
    setWork(`sending ${id}`, sending.work);
  }, [outbox, id, now]);
  const { mayAddOrganizations } = useSession();
  const making = useQueryOf('backups.list', {}, { enabled: mayAddOrganizations }).data?.making ?? null;
  useEffect(() => {
    setWork('backup', making === null ? undefined : { done: making, total: 100, state: 'running' });
  }, [making]);
  // on another organization, or signed out: nothing is known of this one any more
  useEffect(
    () => () => {
      for (const key of known.current) setWork(key, undefined);
      setWork(`sending ${id}`, undefined);
    },
    [id],
  );
  return null;
}

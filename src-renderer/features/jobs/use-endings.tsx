import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { JobRow } from '#contract/jobs.ts';
import { words } from '../../app/words.ts';
import { endOf } from './job-words.ts';
import { useJobs } from './use-jobs.ts';

/** Says in the corner that a job has ended, with a button that shows the result. */
function tell(job: JobRow, show: (jobId: number) => void) {
  const id = `job-${job.id}`;
  notifications.show({
    id,
    message: (
      <>
        {endOf(job)}{' '}
        <Anchor
          component="button"
          type="button"
          onClick={() => {
            notifications.hide(id);
            show(job.id);
          }}
        >
          {words.jobs.showResult}
        </Anchor>
      </>
    ),
    autoClose: job.state === 'finished' && job.failed === 0 ? 6000 : false,
    color: job.state === 'finished' && job.failed === 0 ? 'green' : 'yellow',
  });
}

/** Reports each job that was seen running and has ended, unless it is on screen. */
export function useEndings(onScreen: number | null, show: (jobId: number) => void): void {
  const jobs = useJobs();
  const running = useRef<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (!jobs) return;
    for (const job of jobs)
      if (job.state !== 'running' && running.current.has(job.id) && job.id !== onScreen) tell(job, show);
    running.current = new Set(jobs.filter((job) => job.state === 'running').map((job) => job.id));
  }, [jobs, onScreen, show]);
}

import { Progress } from '@mantine/core';
import type { JobRow } from '#contract/jobs.ts';
import { words } from '../../app/words.ts';
import classes from './Jobs.module.css';
import { doingOf } from './job-words.ts';

/** How much of a job is done, as a bar and in numbers. */
export function JobProgress({ job }: { readonly job: JobRow }) {
  const through = job.done + job.failed;
  return (
    <div className={classes.progress}>
      <Progress.Root size={8}>
        <Progress.Section value={job.total === 0 ? 100 : (100 * through) / job.total} aria-label={doingOf(job)} />
      </Progress.Root>
      <div className={classes.counts}>
        <span>{words.jobs.through(through, job.total)}</span>
        {job.failed > 0 ? <span className="gh-warn">{words.jobs.failed(job.failed)}</span> : null}
      </div>
    </div>
  );
}

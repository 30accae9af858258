import { Menu, RingProgress, UnstyledButton } from '@mantine/core';
import type { JobRow } from '#contract/jobs.ts';
import { words } from '../../app/words.ts';
import { useBulk } from './bulk.tsx';
import classes from './Jobs.module.css';
import { doingOf } from './job-words.ts';
import { useJobs } from './use-jobs.ts';

const share = ({ done, failed, total }: JobRow) => (total === 0 ? 100 : (100 * (done + failed)) / total);

const Ring = ({ job }: { readonly job: JobRow }) => (
  <RingProgress
    size={18}
    thickness={3}
    sections={[{ value: share(job), color: 'var(--gh-info)' }]}
    rootColor="var(--gh-line)"
    aria-hidden
  />
);

/** The running jobs, each with a button that shows its progress. Shows nothing when none is running. */
export function RunningJobs() {
  const { show } = useBulk();
  const running = useJobs()?.filter((job) => job.state === 'running') ?? [];
  const [newest, ...others] = running;
  if (!newest) return null;
  const text = words.jobs.through(newest.done + newest.failed, newest.total);
  if (others.length === 0) {
    return (
      <UnstyledButton
        className={classes.running}
        title={doingOf(newest)}
        aria-label={words.jobs.openRunning(doingOf(newest))}
        onClick={() => show(newest.id)}
      >
        <Ring job={newest} />
        {text}
      </UnstyledButton>
    );
  }
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.running}>
          <Ring job={newest} />
          {words.jobs.severalRunning(running.length)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {running.map((job) => (
          <Menu.Item key={job.id} leftSection={<Ring job={job} />} onClick={() => show(job.id)}>
            {doingOf(job)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

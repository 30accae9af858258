import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ItemState, JobRow } from '#contract/jobs.ts';
import { words } from '../../app/words.ts';
import { CountTabs } from '../../components/CountTabs.tsx';
import { ItemTable } from './ItemTable.tsx';
import classes from './Jobs.module.css';
import { leftOf } from './job-words.ts';

/** The result of a job as a whole. */
function Summary({ job }: { readonly job: JobRow }) {
  const left = leftOf(job);
  const { failed, ended, allDone } = words.jobs;
  const smooth = job.state === 'finished' && job.failed === 0;
  return (
    <div className={classes.summary}>
      {smooth ? (
        <IconCircleCheck size={17} stroke={1.6} aria-hidden className="gh-ok" />
      ) : (
        <IconAlertTriangle size={17} stroke={1.6} aria-hidden className="gh-warn" />
      )}
      <span>
        {smooth ? allDone : ''}
        {job.failed > 0 ? `${failed(job.failed)} ` : ''}
        {job.state === 'finished' || job.state === 'running' ? '' : ended[job.state](left)}
      </span>
    </div>
  );
}

/** The result of a job: in a sentence, then one by one, failures first. */
export function JobResult({ job }: { readonly job: JobRow }) {
  const [chosen, setChosen] = useState<ItemState | null>(null);
  const tabs = (
    [
      { value: 'failed', count: job.failed },
      { value: 'done', count: job.done },
      { value: 'waiting', count: leftOf(job) },
    ] as const
  ).filter((tab) => tab.count > 0);
  const state = chosen ?? tabs[0]?.value;
  return (
    <>
      <Summary job={job} />
      {state ? (
        <div className={classes.results}>
          <CountTabs
            label={words.jobs.results}
            value={state}
            tabs={tabs.map((tab) => ({ ...tab, label: words.jobs.items[tab.value] }))}
            onChange={setChosen}
            panel="job-items"
          />
          <div id="job-items" role="tabpanel" aria-label={words.jobs.items[state]} className={classes.panel}>
            <ItemTable
              key={state}
              jobId={job.id}
              state={state}
              total={tabs.find((tab) => tab.value === state)?.count ?? 0}
            />
          </div>
        </div>
      ) : null}
    </>
  );
}

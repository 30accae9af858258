import type { JobRow } from '#contract/jobs.ts';
import { words } from '../../app/words.ts';

type Known = keyof typeof words.jobs.doing;
const isKnown = (operation: string): operation is Known => Object.hasOwn(words.jobs.doing, operation);

/** What a running job is doing: “Reinviting 486 people”. */
export const doingOf = ({ operation, total }: JobRow): string =>
  isKnown(operation) ? words.jobs.doing[operation](total) : words.jobs.doingOther(total);

/** What a job has done: “483 people reinvited”. */
export const doneOf = ({ operation, done }: JobRow): string =>
  isKnown(operation) ? words.jobs.done[operation](done) : words.jobs.doneOther(done);

/** How many a job did not get to. */
export const leftOf = ({ total, done, failed }: JobRow): number => Math.max(0, total - done - failed);

/** How a job ended, in a sentence or two. */
export function endOf(job: JobRow): string {
  const { failed, ended } = words.jobs;
  const parts = [`${doneOf(job)}.`];
  if (job.failed > 0) parts.push(failed(job.failed));
  if (job.state !== 'finished' && job.state !== 'running') parts.push(ended[job.state](leftOf(job)));
  return parts.join(' ');
}

import { Button, Modal } from '@mantine/core';
import type { JobRow } from '#contract/jobs.ts';
import { useCommand, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import { words, wordsFor } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { exportOf } from './exports.ts';
import { JobProgress } from './JobProgress.tsx';
import { JobResult } from './JobResult.tsx';
import { doingOf, doneOf, endOf } from './job-words.ts';
import { SaveExport } from './SaveExport.tsx';

interface JobDialogProps {
  readonly jobId: number;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function Running({ job, onClose }: { readonly job: JobRow; readonly onClose: () => void }) {
  const { place } = useSession();
  const cancel = useCommand('jobs.cancel');
  const stop = () => cancel.mutate({ organizationId: place.id, jobId: job.id }, { onError: toastError });
  return (
    <>
      <JobProgress job={job} />
      <DialogFooter facts={words.jobs.goesOn}>
        <Button variant="default" onClick={stop} loading={cancel.isPending}>
          {words.common.cancel}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {words.jobs.background}
        </Button>
      </DialogFooter>
    </>
  );
}

function Ended({ job, onClose }: { readonly job: JobRow; readonly onClose: () => void }) {
  const saves = exportOf(job) !== undefined && job.done > 0;
  return (
    <>
      <JobResult job={job} />
      <DialogFooter>
        <Button variant={saves ? 'default' : 'filled'} onClick={onClose}>
          {words.common.close}
        </Button>
        {saves ? <SaveExport job={job} /> : null}
      </DialogFooter>
    </>
  );
}

/** The progress of a job, and in the end its result for each person. Closing it leaves the job running. */
export function JobDialog({ jobId, opened, onClose }: JobDialogProps) {
  const { place } = useSession();
  const { data: job, error } = useQueryOf('jobs.get', { organizationId: place.id, jobId });
  const title = job ? (job.state === 'running' ? doingOf(job) : doneOf(job)) : words.common.loading;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={720}>
      <span className="gh-hidden" role="status">
        {job && job.state !== 'running' ? endOf(job) : ''}
      </span>
      {error ? <p role="alert">{wordsFor(error)}</p> : null}
      {job?.state === 'running' ? <Running job={job} onClose={onClose} /> : null}
      {job && job.state !== 'running' ? <Ended job={job} onClose={onClose} /> : null}
    </Modal>
  );
}

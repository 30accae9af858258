import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from 'react';
import type { InputOf, OperationName } from '#contract/index.ts';
import { call } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { toastError } from '../../app/toasts.ts';
import { useEndings } from './use-endings.tsx';

/** The operations that act on many people as a job. */
export const bulkOperations = [
  'users.updateMany',
  'users.suspendMany',
  'users.reactivateMany',
  'users.removeMany',
  'users.exportMany',
  'invitations.reinviteMany',
  'invitations.extendMany',
  'invitations.revokeMany',
  'guests.renewMany',
  'guests.setSponsorMany',
  'audit.exportMany',
  'bounces.markMany',
  'bounces.unmarkMany',
] as const satisfies readonly OperationName[];
export type BulkOperation = (typeof bulkOperations)[number];

interface Bulk {
  /** Starts a job and shows its progress; false when it was refused, which a toast says. */
  readonly start: <N extends BulkOperation>(name: N, input: InputOf<N>) => Promise<boolean>;
  /** Shows progress or result of a job. */
  readonly show: (jobId: number) => void;
}
const BulkContext = createContext<Bulk>({ start: async () => false, show: () => {} });

/** Actions on many people: starts them, and opens their progress from anywhere. */
export const useBulk = () => useContext(BulkContext);

const JobDialog = lazy(() => import('./JobDialog.tsx').then((module) => ({ default: module.JobDialog })));

/** What had the focus before the job may be gone with its row: the list takes it over. */
function focusSomewhere() {
  if (document.activeElement && document.activeElement !== document.body) return;
  const row = document.querySelector<HTMLElement>('tbody tr[tabindex="0"]');
  (row ?? document.getElementById('content'))?.focus();
}

/** Holds the one dialog for jobs, and reports those that end while it is closed. */
export function BulkProvider({ children }: { readonly children: ReactNode }) {
  const [dialog, setDialog] = useState<{ jobId: number; opened: boolean } | null>(null);
  const show = useCallback((jobId: number) => setDialog({ jobId, opened: true }), []);
  const close = useCallback(() => {
    setDialog((now) => now && { ...now, opened: false });
    setTimeout(focusSomewhere, 200);
  }, []);
  const start = useCallback(
    async <N extends BulkOperation>(name: N, input: InputOf<N>) => {
      try {
        const { jobId } = (await call(name, input)) as { readonly jobId: number };
        show(jobId);
        await refreshAfter(name);
        return true;
      } catch (error) {
        toastError(error);
        return false;
      }
    },
    [show],
  );
  const value = useMemo(() => ({ start, show }), [start, show]);
  useEndings(dialog?.opened ? dialog.jobId : null, show);
  return (
    <BulkContext value={value}>
      {children}
      {dialog ? (
        <Suspense>
          <JobDialog jobId={dialog.jobId} opened={dialog.opened} onClose={close} />
        </Suspense>
      ) : null}
    </BulkContext>
  );
}

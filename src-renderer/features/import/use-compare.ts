import { useState } from 'react';
import type { OutputOf } from '#contract/index.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { call } from '../../app/api.ts';
import { words } from '../../app/words.ts';
import { type Here, hereAtFirst } from './here.ts';
import { useListFile } from './use-list-file.ts';

export type Comparison = OutputOf<'import.compare'>;

/** All state of the dialog: the file, who counts as being here, and the result. */
export function useCompare(kind: InvitableKind = 'user') {
  const [step, setStep] = useState<'file' | 'columns' | 'result'>('file');
  const file = useListFile(() => setStep('columns'));
  const [here, setHere] = useState<Here>(() => hereAtFirst(kind));
  const [result, setResult] = useState<Comparison | null>(null);
  const isNobody = here.kinds.length === 0 || here.statuses.length === 0;
  return {
    ...file,
    step,
    here,
    changeHere: (patch: Partial<Here>) => setHere((now) => ({ ...now, ...patch })),
    /** Why nothing can be compared. */
    why: isNobody ? words.compare.nobodyHere : undefined,
    result,
    check: () =>
      file.use(
        (list, signal) =>
          call('import.compare', { ...list, filter: { kinds: [...here.kinds], statuses: [...here.statuses] } }, signal),
        (answer) => {
          setResult(answer);
          setStep('result');
        },
      ),
    goTo: (to: 'file' | 'columns') => {
      file.setError(null);
      setStep(to);
      if (to === 'file') file.forget();
    },
  };
}

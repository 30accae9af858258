import type { RefObject } from 'react';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { go } from '../../app/location.ts';
import { words } from '../../app/words.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { CompareResult } from './CompareResult.tsx';
import { FileStep } from './FileStep.tsx';
import { FlowHeader } from './FlowHeader.tsx';
import classes from './Import.module.css';
import { selectInUsers } from './select-in-users.ts';
import { useCompare } from './use-compare.ts';
import type { ChosenLines } from './use-import.ts';
import { WhoIsHere } from './WhoIsHere.tsx';

const say = words.compare;
const steps = ['file', 'columns', 'result'] as const;

interface CompareFlowProps {
  readonly kind: InvitableKind | undefined;
  readonly onInvite: (missing: ChosenLines) => void;
  readonly onClose: () => void;
  /** Set to what should happen when somebody wants to close the dialog. */
  readonly leave: RefObject<() => void>;
}

export function CompareFlow({ kind, onInvite, onClose, leave }: CompareFlowProps) {
  const state = useCompare(kind);
  const { step, open, result, here } = state;
  // nothing is lost that choosing the file again would not bring back
  leave.current = onClose;
  return (
    <div className={classes.flow}>
      <FlowHeader title={say.title} steps={steps} labels={say.steps} step={step} onClose={onClose} />
      {step === 'file' ? <FileStep state={state} onCancel={onClose} /> : null}
      {step === 'columns' ? (
        <ColumnsStep state={state} next={say.compare} checking={say.comparing} why={state.why}>
          <WhoIsHere here={here} disabled={state.busy !== null} onChange={state.changeHere} />
        </ColumnsStep>
      ) : null}
      {step === 'result' && open && result ? (
        <CompareResult
          result={result}
          here={here}
          onChange={() => state.goTo('columns')}
          onOther={() => state.goTo('file')}
          onInvite={() => onInvite({ open, lines: new Set(result.missing.map(({ line }) => line)) })}
          onSelect={(ids) => {
            onClose();
            go(selectInUsers(here, ids));
          }}
          onDone={onClose}
        />
      ) : null}
    </div>
  );
}

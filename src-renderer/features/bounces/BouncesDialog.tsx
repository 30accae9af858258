import { type RefObject, useRef } from 'react';
import { words } from '../../app/words.ts';
import { FlowDialog } from '../../components/FlowDialog.tsx';
import { FlowHeader } from '../import/FlowHeader.tsx';
import flow from '../import/Import.module.css';
import { GiveStep } from './GiveStep.tsx';
import { CheckStep, ResultStep } from './LinesStep.tsx';
import { useBounces } from './use-bounces.ts';

const say = words.bounces.import;
const steps = ['give', 'check', 'result'] as const;

interface FlowProps {
  readonly onClose: () => void;
  /** Set to what should happen when somebody wants to close the dialog. */
  readonly leave: RefObject<() => void>;
}

function BouncesFlow({ onClose, leave }: FlowProps) {
  const state = useBounces();
  // nothing is lost that choosing the files again would not bring back
  leave.current = onClose;
  return (
    <div className={flow.flow}>
      <FlowHeader title={say.title} steps={steps} labels={say.steps} step={state.step} onClose={onClose} />
      {state.step === 'give' ? <GiveStep state={state} onCancel={onClose} /> : null}
      {state.step === 'check' ? <CheckStep state={state} onCancel={onClose} /> : null}
      {state.step === 'result' ? <ResultStep state={state} onDone={onClose} /> : null}
    </div>
  );
}

/** Imports reports that came back to the sender's mailbox: add them, check them line by line, import. */
export function BouncesDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const leave = useRef(onClose);
  return (
    <FlowDialog opened={opened} size={1000} onClose={() => leave.current()}>
      <BouncesFlow onClose={onClose} leave={leave} />
    </FlowDialog>
  );
}

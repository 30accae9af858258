import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { InviteStart } from '../../app/invite.tsx';
import { go } from '../../app/location.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { useKeep } from '../drafts/use-keep.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { FlowHeader } from './FlowHeader.tsx';
import classes from './Import.module.css';
import { ResultStep } from './ResultStep.tsx';
import { useConfirm } from './use-confirm.tsx';
import { type ChosenLines, useImport } from './use-import.ts';

const say = words.imports;
const steps = ['file', 'columns', 'check', 'result'] as const;

interface ImportFlowProps {
  readonly start: InviteStart;
  /** Some lines of a file, to go straight to the check. */
  readonly chosen?: ChosenLines;
  readonly onClose: () => void;
  /** Set to what should happen when somebody wants to close the dialog. */
  readonly leave: RefObject<() => void>;
}

export function ImportFlow({ start, chosen, onClose, leave }: ImportFlowProps) {
  const state = useImport(start, chosen);
  const { step, busy } = state;
  const { approvalRequired } = useSession().place;
  const { ask, asking, dialog } = useConfirm(onClose);
  const keep = useKeep({ collect: state.collect, onKept: onClose });
  leave.current = () => {
    if (busy?.kind === 'sending' || keep.asking) return;
    if (step === 'columns' || step === 'check') ask();
    else onClose();
  };
  const { choose, check } = state;
  const given = useRef({ file: start.file, chosen });
  useEffect(() => {
    const { file, chosen: lines } = given.current;
    given.current = { file: undefined, chosen: undefined };
    if (file) void choose(file);
    else if (lines) check();
  });
  const leaveTo = (to: string) => {
    onClose();
    go(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (step !== 'check' || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (asking || keep.asking) return;
    event.preventDefault();
    if (approvalRequired) keep.ask('review');
    else void state.send();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter sends from every field of the dialog
    <div className={classes.flow} onKeyDown={onKeyDown}>
      <FlowHeader title={say.title} steps={steps} labels={say.steps} step={step} onClose={() => leave.current()} />
      {step === 'file' ? <FileStep state={state} onCancel={onClose} /> : null}
      {step === 'columns' ? <ColumnsStep state={state} /> : null}
      {step === 'check' ? (
        <CheckStep state={state} onGo={leaveTo} onCancel={() => leave.current()} onKeep={keep.ask} />
      ) : null}
      {step === 'result' && state.result ? (
        <ResultStep result={state.result} onMore={() => state.goTo('file')} onDone={onClose} onGo={leaveTo} />
      ) : null}
      {dialog}
      {keep.dialog}
    </div>
  );
}

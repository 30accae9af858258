import { CloseButton, Modal, Stepper } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { InviteStart } from '../../app/invite.tsx';
import { go } from '../../app/location.ts';
import { words } from '../../app/words.ts';
import wizard from '../wizard/WizardDialog.module.css';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import classes from './Import.module.css';
import { ResultStep } from './ResultStep.tsx';
import { useConfirm } from './use-confirm.tsx';
import { useImport } from './use-import.ts';

const say = words.imports;
const steps = ['file', 'columns', 'check', 'result'] as const;

interface ImportFlowProps {
  readonly start: InviteStart;
  readonly onClose: () => void;
  /** Filled with what happens when somebody wants to close the dialog. */
  readonly leave: RefObject<() => void>;
}

export function ImportFlow({ start, onClose, leave }: ImportFlowProps) {
  const state = useImport(start);
  const { step, busy } = state;
  const { ask, dialog } = useConfirm(onClose);
  leave.current = () => {
    if (busy?.kind === 'sending') return;
    if (step === 'columns' || step === 'check') ask();
    else onClose();
  };
  const { choose } = state;
  const dropped = useRef(start.file);
  useEffect(() => {
    if (dropped.current) void choose(dropped.current);
    dropped.current = undefined;
  });
  const leaveTo = (to: string) => {
    onClose();
    go(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (step !== 'check' || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void state.send();
  };
  const at = steps.indexOf(step);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter sends from every field of the dialog
    <div className={classes.flow} onKeyDown={onKeyDown}>
      <div className={classes.header}>
        <Modal.Title>{say.title}</Modal.Title>
        <Stepper
          active={at}
          size="xs"
          iconSize={20}
          wrap={false}
          classNames={{
            root: classes.steps ?? '',
            steps: wizard.steps ?? '',
            step: wizard.step ?? '',
            stepIcon: wizard.stepIcon ?? '',
            stepBody: wizard.stepBody ?? '',
            stepLabel: wizard.stepLabel ?? '',
            separator: wizard.separator ?? '',
            content: wizard.noContent ?? '',
          }}
        >
          {steps.map((name) => (
            <Stepper.Step
              key={name}
              label={say.steps[name]}
              allowStepSelect={false}
              aria-current={name === step ? 'step' : undefined}
            />
          ))}
        </Stepper>
        <CloseButton aria-label={words.common.close} onClick={() => leave.current()} />
      </div>
      {step === 'file' ? <FileStep state={state} onCancel={onClose} /> : null}
      {step === 'columns' ? <ColumnsStep state={state} /> : null}
      {step === 'check' ? <CheckStep state={state} onGo={leaveTo} onCancel={() => leave.current()} /> : null}
      {step === 'result' && state.result ? (
        <ResultStep result={state.result} onMore={() => state.goTo('file')} onDone={onClose} onGo={leaveTo} />
      ) : null}
      {dialog}
    </div>
  );
}

import { CloseButton, Modal, Stepper } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { words } from '../../app/words.ts';
import wizard from '../wizard/WizardDialog.module.css';
import classes from './Import.module.css';

interface FlowHeaderProps<S extends string> {
  readonly title: string;
  readonly steps: readonly S[];
  readonly labels: Readonly<Record<S, string>>;
  readonly step: S;
  readonly onClose: () => void;
}

/** The title of the dialog, and the progress through its steps. */
export function FlowHeader<S extends string>({ title, steps, labels, step, onClose }: FlowHeaderProps<S>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // what had the focus went with the previous step, so that key presses would be lost
    if (step && document.activeElement === document.body) heading.current?.focus();
  }, [step]);
  return (
    <div className={classes.header}>
      <Modal.Title ref={heading} tabIndex={-1}>
        {title}
      </Modal.Title>
      <Stepper
        active={steps.indexOf(step)}
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
            label={labels[name]}
            allowStepSelect={false}
            aria-current={name === step ? 'step' : undefined}
          />
        ))}
      </Stepper>
      <CloseButton aria-label={words.common.close} onClick={onClose} />
    </div>
  );
}

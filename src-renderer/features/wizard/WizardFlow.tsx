import { Button, CloseButton, Modal, Stepper } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { InviteStart } from '../../app/invite.tsx';
import { go } from '../../app/location.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedButton } from '../../components/Guarded.tsx';
import { tellKept } from '../drafts/tell-kept.ts';
import { LeaveDialog } from '../invitations/LeaveDialog.tsx';
import { useSeats } from '../invitations/use-seats.ts';
import { Added } from './Added.tsx';
import { Details } from './Details.tsx';
import { Groups } from './Groups.tsx';
import { Overview } from './Overview.tsx';
import { steps, useWizard } from './use-wizard.ts';
import classes from './WizardDialog.module.css';

interface WizardFlowProps {
  readonly start: InviteStart;
  readonly onClose: () => void;
  /** Set to what should happen when somebody wants to close the dialog. */
  readonly leave: RefObject<() => void>;
}

const say = words.wizard;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** A text field in which Enter has no meaning of its own. */
const isPlainField = (target: EventTarget) =>
  target instanceof HTMLInputElement && ['text', 'search'].includes(target.type) && !target.ariaHasPopup;

export function WizardFlow({ start, onClose, leave }: WizardFlowProps) {
  const wizard = useWizard(start);
  const { step, draft, busy, added, submitted, refusals } = wizard;
  const { approvalRequired, timeZone } = useSession().place;
  const [asking, setAsking] = useState(false);
  const flow = useRef<HTMLDivElement>(null);
  const seats = useSeats(draft.kind === 'user' ? 1 : 0);
  const at = steps.indexOf(step);
  leave.current = () => {
    if (busy || asking) return;
    if (!wizard.typed()) onClose();
    // not within the same Escape, which would close the question at once
    else setTimeout(() => setAsking(true));
  };
  const leaveTo = (to: string) => {
    onClose();
    go(to);
  };
  // each step starts with the focus in its first field, or in the first wrong one
  const shown = useRef({ step, refusals });
  useEffect(() => {
    const before = shown.current;
    shown.current = { step, refusals };
    const wrong = before.refusals !== refusals && flow.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else if (before.step !== step) flow.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [step, refusals]);

  useEffect(() => {
    if (!submitted) return;
    onClose();
    tellKept({ purpose: 'review', sendAt: undefined, timeZone, ...submitted });
  }, [submitted, onClose, timeZone]);

  if (added)
    return (
      <Added
        added={added}
        onAnother={wizard.again}
        onView={() => leaveTo(`/users/${added.membershipId}`)}
        onClose={onClose}
      />
    );
  const last = step === 'overview';
  // with approval, a seat is taken only once it is given
  const blocked = last && !seats.fits && !approvalRequired ? say.overview.noSeat : undefined;
  const forward = () => {
    if (blocked) return;
    void (last ? wizard.add() : wizard.next());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || asking || event.nativeEvent.isComposing) return;
    if (!(event.ctrlKey || event.metaKey) && !isPlainField(event.target)) return;
    event.preventDefault();
    forward();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on from every field of the dialog
    <div ref={flow} className={classes.flow} onKeyDown={onKeyDown}>
      <div className={classes.header}>
        <Modal.Title>{say.title[draft.kind]}</Modal.Title>
        <CloseButton aria-label={words.common.close} onClick={() => leave.current()} />
      </div>
      <Stepper
        active={at}
        onStepClick={(index) => void wizard.goTo(steps[index] ?? step)}
        size="xs"
        iconSize={20}
        wrap={false}
        classNames={{
          root: classes.stepper ?? '',
          steps: classes.steps ?? '',
          step: classes.step ?? '',
          stepIcon: classes.stepIcon ?? '',
          stepBody: classes.stepBody ?? '',
          stepLabel: classes.stepLabel ?? '',
          separator: classes.separator ?? '',
          content: classes.noContent ?? '',
        }}
      >
        {steps.map((name) => (
          <Stepper.Step key={name} label={say.steps[name]} aria-current={name === step ? 'step' : undefined} />
        ))}
      </Stepper>
      <div className={classes.body}>
        {step === 'details' ? <Details wizard={wizard} onGo={leaveTo} /> : null}
        {step === 'groups' ? <Groups wizard={wizard} onGo={leaveTo} /> : null}
        {step === 'overview' ? <Overview wizard={wizard} seats={seats} /> : null}
      </div>
      <div className={classes.footer}>
        <span className={classes.facts} role="status">
          {say.stepOf(at + 1, steps.length)}
          {blocked ? <span className={`${classes.short} gh-bad`}>{blocked}</span> : null}
        </span>
        {at > 0 ? (
          <Button variant="default" leftSection={<IconArrowLeft {...icon} />} onClick={wizard.back} disabled={busy}>
            {say.back}
          </Button>
        ) : (
          <Button variant="subtle" color="gray" onClick={() => leave.current()}>
            {words.common.cancel}
          </Button>
        )}
        <GuardedButton
          why={blocked}
          {...(last
            ? { leftSection: <IconUserPlus {...icon} />, 'data-first': true }
            : { rightSection: <IconArrowRight {...icon} /> })}
          onClick={forward}
          loading={busy}
        >
          {last ? (approvalRequired ? words.drafts.ways.review : say.add) : say.next}
        </GuardedButton>
      </div>
      <LeaveDialog
        words={say.leave}
        opened={asking}
        onStay={() => setAsking(false)}
        onKeep={onClose}
        onDiscard={() => {
          wizard.discard();
          onClose();
        }}
      />
    </div>
  );
}

import { Button, CloseButton, Modal } from '@mantine/core';
import { IconLink, IconMailQuestion } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { mailWaits, useOutboxState } from '../../app/outbox-state.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useCopyLink } from '../invitations/use-copy-link.ts';
import type { Added as Person } from './use-wizard.ts';
import classes from './WizardDialog.module.css';

interface AddedProps {
  readonly added: Person;
  readonly onAnother: () => void;
  readonly onView: () => void;
  readonly onClose: () => void;
}

const say = words.wizard.added;

/** The result, and where to go from here. */
export function Added({ added, onAnother, onView, onClose }: AddedProps) {
  const { place } = useSession();
  const outbox = useOutboxState();
  const copy = useCopyLink();
  const view = useRef<HTMLButtonElement>(null);
  // the pressed button is gone
  useEffect(() => view.current?.focus(), []);
  const [before, spam, between, junk, behind] = say.spam;
  return (
    <div className={classes.flow}>
      <div className={classes.header}>
        <Modal.Title>{say.title(added.name)}</Modal.Title>
        <CloseButton aria-label={words.common.close} onClick={onClose} />
      </div>
      <div className={classes.added}>
        <p role="status">
          {(mailWaits(outbox) ? (outbox?.setUp ? say.held : say.waits) : say.mailed)(added.email)}{' '}
          {say.life(words.common.hours(place.linkLifeHours))}
        </p>
        <Notice
          kind="info"
          icon={<IconMailQuestion size={16} stroke={1.6} aria-hidden />}
          action={
            <GuardedButton
              why={useWhyNot('links:copy')}
              size="xs"
              variant="default"
              leftSection={<IconLink size={16} stroke={1.6} aria-hidden />}
              onClick={() => copy(added.membershipId)}
            >
              {say.copyLink}
            </GuardedButton>
          }
        >
          {before}
          <b>{spam}</b>
          {between}
          <b>{junk}</b>
          {behind}
        </Notice>
      </div>
      <div className={classes.footer}>
        <Button variant="subtle" color="gray" mr="auto" onClick={onAnother}>
          {say.another}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.common.close}
        </Button>
        <Button ref={view} onClick={onView}>
          {say.view}
        </Button>
      </div>
    </div>
  );
}

import { UnstyledButton } from '@mantine/core';
import { IconCloudOff, IconMailOff, IconMailShare, IconPlayerPause } from '@tabler/icons-react';
import { Link } from 'wouter';
import classes from './Header.module.css';
import { useOutboxState } from './outbox-state.ts';
import { useSession } from './session.ts';
import { words } from './words.ts';

/** How the mail is doing: paused, offline, without a server, or how much is waiting. Shows nothing when all is well. */
export function MailState() {
  const { may } = useSession();
  const state = useOutboxState();
  const { header } = words.desktop;
  if (!state || !may('mail:read')) return null;
  if (state.pause || state.stop) {
    // only trouble is red
    const trouble = state.pause ? { 'data-paused': true } : {};
    return (
      <UnstyledButton component={Link} href="/outbox" className={classes.mail} {...trouble}>
        <IconPlayerPause size={16} stroke={1.6} aria-hidden />
        <span>{header.paused}</span>
      </UnstyledButton>
    );
  }
  if (state.offlineSince !== null) {
    return (
      <UnstyledButton component={Link} href="/outbox" className={classes.mail} title={header.openOutbox}>
        <IconCloudOff size={16} stroke={1.6} aria-hidden />
        <span>{header.offline(state.waiting)}</span>
      </UnstyledButton>
    );
  }
  if (!state.setUp && state.waiting === 0) {
    return (
      <UnstyledButton component={Link} href="/settings/mail" className={classes.mail} title={header.openMailSettings}>
        <IconMailOff size={16} stroke={1.6} aria-hidden />
        <span>{header.noServer}</span>
      </UnstyledButton>
    );
  }
  if (state.waiting === 0) return null;
  return (
    <UnstyledButton component={Link} href="/outbox" className={classes.mail} title={header.openOutbox}>
      <IconMailShare size={16} stroke={1.6} aria-hidden />
      <span>{header.waiting(state.waiting)}</span>
    </UnstyledButton>
  );
}

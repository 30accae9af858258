import { Button, Progress } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { words } from '../../app/words.ts';
import { GuardedButton } from '../../components/Guarded.tsx';
import { Keys } from '../../components/Keys.tsx';
import classes from './InviteDialog.module.css';

export interface Facts {
  readonly new: number;
  readonly refused: number;
  readonly skipped: number;
}

interface FooterProps {
  readonly facts: Facts;
  readonly checking: boolean;
  /** What waits under the other way of inviting, or what the licence says. */
  readonly aside: string | undefined;
  /** The licence has too few seats: said in red. */
  readonly short: boolean;
  /** Why *Invite* cannot be pressed now. */
  readonly blocked: string | undefined;
  /** What the primary button says, where it is not people in general. */
  readonly action?: string;
  readonly busy?: boolean;
  readonly onCancel: () => void;
  readonly onSend: () => void;
}

/** The facts of the batch on the left, the deed with its number on the right. */
export function Footer(props: FooterProps) {
  const { facts, checking, aside, short, blocked, action, busy = false, onCancel, onSend } = props;
  const { facts: wording, send, paste } = words.invitations;
  const nothing = facts.new + facts.refused + facts.skipped === 0;
  return (
    <div className={classes.footer}>
      <div className={classes.facts} role="status">
        {nothing ? (
          wording.none
        ) : (
          <span>
            <b>{wording.new(facts.new)}</b>
            {facts.refused > 0 ? ` · ${wording.refused(facts.refused)}` : ''}
            {facts.skipped > 0 ? ` · ${wording.skipped(facts.skipped)}` : ''}
          </span>
        )}
        {aside ? (
          <span className={`${classes.aside} ${short ? 'gh-bad' : ''} gh-ellipsis`} title={aside}>
            {aside}
          </span>
        ) : null}
        {checking ? <span className={classes.checking}>{paste.checking}</span> : null}
      </div>
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {words.common.cancel}
      </Button>
      <GuardedButton
        why={blocked}
        leftSection={<IconSend size={16} stroke={1.6} aria-hidden />}
        loading={busy}
        onClick={onSend}
      >
        {action ?? send.action(facts.new)}
        {blocked ? null : (
          <span className={classes.kbd} aria-hidden>
            <Keys keys="Mod+Enter" />
          </span>
        )}
      </GuardedButton>
    </div>
  );
}

interface SendingFooterProps {
  readonly done: number;
  readonly total: number;
  /** Undefined when there is no later part to stop before. */
  readonly onStop: (() => void) | undefined;
  readonly stopping: boolean;
}

export function SendingFooter({ done, total, onStop, stopping }: SendingFooterProps) {
  const { send } = words.invitations;
  return (
    <div className={classes.footer}>
      <div className={classes.progress}>
        <span role="status">{stopping ? send.stopping : send.sending(done, total)}</span>
        <Progress value={(done / total) * 100} aria-label={send.progress} />
      </div>
      {onStop ? (
        <Button variant="default" onClick={onStop} disabled={stopping}>
          {words.common.cancel}
        </Button>
      ) : null}
    </div>
  );
}

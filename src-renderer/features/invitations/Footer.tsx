import { Button, Progress } from '@mantine/core';
import { IconEyeCheck, IconSend } from '@tabler/icons-react';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedButton } from '../../components/Guarded.tsx';
import { Keys } from '../../components/Keys.tsx';
import { SendMore } from '../drafts/SendMore.tsx';
import type { Purpose } from '../drafts/use-keep.tsx';
import classes from './InviteDialog.module.css';

export interface Facts {
  readonly new: number;
  readonly refused: number;
  readonly skipped: number;
}

interface FooterProps {
  readonly facts: Facts;
  readonly checking: boolean;
  /** What is typed under the other way of inviting, or what the licence says. */
  readonly aside: string | undefined;
  /** The licence has too few seats: said in red. */
  readonly short: boolean;
  /** Why *Invite* is off. */
  readonly blocked: string | undefined;
  /** The primary button's label, where it is not about people in general. */
  readonly action?: string;
  readonly busy?: boolean;
  /** What else can be done with what was typed: all of it, refused lines too. */
  readonly onKeep: (purpose: Purpose) => void;
  readonly onCancel: () => void;
  readonly onSend: () => void;
}

/** The facts of the batch on the left, the action with its count on the right. */
export function Footer(props: FooterProps) {
  const { facts, checking, aside, short, blocked, action, busy = false, onKeep, onCancel, onSend } = props;
  const { approvalRequired } = useSession().place;
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  const { facts: wording, send, paste } = words.invitations;
  const people = facts.new + facts.refused + facts.skipped;
  const nothing = people === 0;
  const hint = approvalRequired ? words.drafts.policyHint : undefined;
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
        {aside || hint ? (
          <span className={`${classes.aside} ${short ? 'gh-bad' : ''} gh-ellipsis`} title={aside ?? hint}>
            {aside ?? hint}
          </span>
        ) : null}
        {checking ? <span className={classes.checking}>{paste.checking}</span> : null}
      </div>
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {words.common.cancel}
      </Button>
      <Button.Group>
        {approvalRequired ? (
          <GuardedButton
            why={nothing ? send.nobody : undefined}
            leftSection={<IconEyeCheck {...icon} />}
            onClick={() => onKeep('review')}
          >
            {words.drafts.submitAction(people)}
          </GuardedButton>
        ) : (
          <GuardedButton why={blocked} leftSection={<IconSend {...icon} />} loading={busy} onClick={onSend}>
            {action ?? send.action(facts.new)}
            {blocked ? null : (
              <span className={classes.kbd} aria-hidden>
                <Keys keys="Mod+Enter" />
              </span>
            )}
          </GuardedButton>
        )}
        <SendMore off={nothing || busy} onKeep={onKeep} />
      </Button.Group>
    </div>
  );
}

interface SendingFooterProps {
  readonly done: number;
  readonly total: number;
  /** Undefined when no later part is left to stop. */
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

import { CloseButton, Modal } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { go } from '../../app/location.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { useKeep } from '../drafts/use-keep.tsx';
import { Footer } from '../invitations/Footer.tsx';
import frame from '../invitations/InviteDialog.module.css';
import { LeaveDialog } from '../invitations/LeaveDialog.tsx';
import { ResultView } from '../invitations/ResultView.tsx';
import { Warnings } from '../invitations/Warnings.tsx';
import { ChipsField } from './ChipsField.tsx';
import classes from './InviteGuests.module.css';
import { Terms } from './Terms.tsx';
import { useGuestInvite } from './use-guest-invite.ts';

interface InviteGuestsFlowProps {
  readonly first: string | undefined;
  readonly onClose: () => void;
  /** Set to what should happen when somebody wants to close the dialog. */
  readonly leave: RefObject<() => void>;
}

const say = words.guests.invite;

export function InviteGuestsFlow({ first, onClose, leave }: InviteGuestsFlowProps) {
  const { place } = useSession();
  const invite = useGuestInvite(first);
  const { stage, counts, draft } = invite;
  const [asking, setAsking] = useState(false);
  const keep = useKeep({
    collect: invite.collect,
    onKept: () => {
      invite.clear();
      onClose();
    },
  });
  leave.current = () => {
    if (stage.kind === 'sending' || asking || keep.asking) return;
    if (stage.kind === 'result' || !invite.typed()) onClose();
    // not within the same Escape, which would close the question at once
    else setTimeout(() => setAsking(true));
  };

  if (stage.kind === 'result') {
    const { outcome, days } = stage;
    return (
      <ResultView
        result={{ ...outcome, mode: 'paste', life: place.linkLifeHours, error: undefined, cancelled: false }}
        title={say.invited(outcome.invited.length)}
        also={say.period(days)}
        onEdit={invite.again}
        onDone={onClose}
      />
    );
  }

  const sending = stage.kind === 'sending';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || asking || keep.asking) return;
    event.preventDefault();
    // what was typed last becomes a chip first, to be seen before it goes
    if (place.approvalRequired && draft.text.trim() === '') keep.ask('review');
    else void invite.send();
  };
  const leaveTo = (to: string) => {
    onClose();
    go(to);
  };
  // the button also adds what is still in the field
  const blocked = draft.text.trim() === '' ? invite.blocked : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter sends from every field of the dialog
    <div className={`${frame.flow} ${classes.flow}`} onKeyDown={onKeyDown}>
      <div className={frame.header}>
        <Modal.Title>{say.title}</Modal.Title>
        <CloseButton aria-label={words.common.close} onClick={() => leave.current()} />
      </div>
      <div className={classes.body}>
        <ChipsField invite={invite} disabled={sending} />
        <Terms invite={invite} disabled={sending} />
        <Warnings onGo={leaveTo} />
      </div>
      <Footer
        facts={counts}
        checking={invite.checking}
        aside={say.noSeat}
        short={false}
        blocked={blocked}
        action={say.send(counts.new)}
        busy={sending}
        onKeep={keep.ask}
        onCancel={() => leave.current()}
        onSend={() => void invite.send()}
      />
      {keep.dialog}
      <LeaveDialog
        opened={asking}
        onStay={() => setAsking(false)}
        onKeep={onClose}
        onDiscard={() => {
          invite.discard();
          onClose();
        }}
      />
    </div>
  );
}

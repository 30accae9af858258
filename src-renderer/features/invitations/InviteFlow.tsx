import { CloseButton, Modal, SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import type { InviteStart } from '../../app/invite.tsx';
import { go } from '../../app/location.ts';
import { mailWaits, useOutboxState } from '../../app/outbox-state.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { useKeep } from '../drafts/use-keep.tsx';
import type { Kept } from './batch.ts';
import type { BatchMode } from './draft.ts';
import { Editor } from './Editor.tsx';
import { Footer, SendingFooter } from './Footer.tsx';
import classes from './InviteDialog.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import type { PasteBoxHandle } from './PasteBox.tsx';
import { ResultView } from './ResultView.tsx';
import { isBlankRow } from './rows-text.ts';
import { useInviteState } from './use-invite.ts';
import type { RowDeeds } from './VerdictRow.tsx';

interface InviteFlowProps {
  readonly first: BatchMode;
  readonly start: InviteStart;
  readonly onClose: () => void;
  readonly onNarrow: (narrow: boolean) => void;
  /** Set to what should happen when somebody wants to close the dialog. */
  readonly leave: RefObject<() => void>;
}

const wording = words.invitations;

/** Memoized: opening and closing redraw the frame around it, but not the flow. */
export const InviteFlow = memo(function InviteFlow({ first, start, onClose, onNarrow, leave }: InviteFlowProps) {
  const { place, may } = useSession();
  const state = useInviteState(first, start);
  const { stage, mode, plan } = state;
  const [asking, setAsking] = useState(false);
  const keep = useKeep({
    collect: state.collect,
    onKept: () => {
      state.clear();
      onClose();
    },
  });
  const box = useRef<PasteBoxHandle>(null);
  const goal = useRef<Kept | null>(null);
  const reinvite = useCommand('invitations.reinvite');
  const [reinvited, setReinvited] = useState<ReadonlySet<number>>(new Set());
  const mayReinvite = may('invitations:reinvite');
  const { mutate } = reinvite;
  const waits = mailWaits(useOutboxState());
  const leaveTo = useCallback(
    (to: string) => {
      onClose();
      go(to);
    },
    [onClose],
  );
  const deeds = useMemo<RowDeeds>(
    () => ({
      open: (membershipId) => leaveTo(`/users/${membershipId}`),
      reinvited,
      reinvite: mayReinvite
        ? (membershipId) =>
            mutate(
              { organizationId: place.id, membershipId },
              {
                onSuccess: () => {
                  setReinvited((now) => new Set([...now, membershipId]));
                  toast(wording.reinvitedToast(waits));
                },
                onError: toastError,
              },
            )
        : undefined,
    }),
    [reinvited, mayReinvite, mutate, waits, place.id, leaveTo],
  );

  const inResult = stage.kind === 'result';
  useEffect(() => onNarrow(inResult), [inResult, onNarrow]);
  leave.current = () => {
    if (stage.kind === 'sending' || asking || keep.asking) return;
    if (inResult || !state.typed()) onClose();
    // not within the same Escape, which would close the question at once
    else setTimeout(() => setAsking(true));
  };
  // the box has been refilled or is back: the focus goes where the person is looking
  const shown = `${stage.kind} ${state.boxVersion}`;
  const before = useRef(shown);
  useEffect(() => {
    const kept = goal.current;
    if (before.current === shown || stage.kind !== 'edit') {
      before.current = shown;
      return;
    }
    before.current = shown;
    goal.current = null;
    if (mode === 'rows') document.getElementById(kept ? `row-email-${kept.source}` : '')?.focus();
    else {
      const at = kept ? state.text.current.indexOf(kept.raw) : -1;
      if (kept && at >= 0) box.current?.goTo(at, at + kept.raw.length);
      else box.current?.focus();
    }
  });

  if (stage.kind === 'result') {
    const edit = (kept?: Kept) => {
      goal.current = kept ?? null;
      state.edit();
    };
    return <ResultView result={stage.result} onEdit={edit} onDone={onClose} />;
  }

  const waitingRows = mode === 'paste' ? state.rows.filter((row) => !isBlankRow(row)).length : 0;
  const waitingList = mode === 'rows' && state.text.current.trim() !== '';
  const { seats } = state;
  const aside = !seats.fits
    ? wording.seats.short(seats.free ?? 0, seats.needed)
    : waitingRows > 0
      ? wording.facts.waitingRows(waitingRows)
      : waitingList
        ? wording.facts.waitingList
        : typeof seats.free === 'number' && seats.needed > 0
          ? wording.seats.left(seats.free, seats.free - seats.needed)
          : undefined;
  // a check under way may still find somebody: pressing the button then waits for it
  const nobody = plan.items.length === 0 && !state.checking;
  const blocked = state.rolesMissing
    ? wording.send.rolesFirst
    : state.groupMissing
      ? wording.send.groupFirst
      : nobody
        ? wording.send.nobody
        : seats.fits
          ? undefined
          : wording.seats.short(seats.free ?? 0, seats.needed);
  const send = () => {
    if (place.approvalRequired) keep.ask('review');
    else if (!blocked && !state.tooLong) void state.send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || asking || keep.asking) return;
    event.preventDefault();
    send();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter sends from every field of the dialog
    <div className={classes.flow} data-view={mode} onKeyDown={onKeyDown}>
      <div className={classes.header}>
        <Modal.Title>{wording.title}</Modal.Title>
        <SegmentedControl
          aria-label={wording.kindLabel}
          value={state.defaults.kind}
          onChange={(value) => state.changeDefaults({ kind: value as InvitableKind })}
          disabled={stage.kind === 'sending'}
          data={[
            { value: 'user', label: wording.kinds.user },
            { value: 'inbox-agent', label: wording.kinds['inbox-agent'] },
          ]}
        />
        <SegmentedControl
          aria-label={wording.modeLabel}
          value={mode}
          onChange={(value) => state.setMode(value as BatchMode)}
          disabled={stage.kind === 'sending'}
          data={[
            { value: 'rows', label: wording.modes.rows },
            { value: 'paste', label: wording.modes.paste },
          ]}
        />
        <CloseButton aria-label={words.common.close} onClick={() => leave.current()} />
      </div>
      <Editor state={state} deeds={deeds} box={box} onGo={leaveTo} />
      {stage.kind === 'sending' ? (
        <SendingFooter done={stage.done} total={stage.total} stopping={stage.stopping} onStop={state.stop} />
      ) : (
        <Footer
          facts={{ new: plan.items.length, refused: plan.kept.length, skipped: plan.skipped.length }}
          checking={state.checking}
          aside={aside}
          short={!seats.fits}
          blocked={blocked}
          onKeep={keep.ask}
          onCancel={() => leave.current()}
          onSend={send}
        />
      )}
      {keep.dialog}
      <LeaveDialog
        opened={asking}
        onStay={() => setAsking(false)}
        onKeep={onClose}
        onDiscard={() => {
          state.discard();
          onClose();
        }}
      />
    </div>
  );
});

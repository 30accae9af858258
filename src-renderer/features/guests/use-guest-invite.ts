import { useEffect, useMemo, useRef, useState } from 'react';
import { longestGuestText, mostGuests } from '#contract/vocabulary/guests.ts';
import { isGuestPeriod } from '#contract/vocabulary/values.ts';
import { call } from '../../app/api.ts';
import { refreshAfter, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import type { Kept } from '../drafts/use-keep.tsx';
import {
  addressesIn,
  chipsText,
  countChips,
  type GuestOutcome,
  judged,
  outcomeOf,
  sendable,
  withAdded,
} from './chips.ts';
import { draftOf, emptyDraft, type GuestDraft, isTyped, keepDraft } from './draft.ts';

export type GuestStage =
  | { readonly kind: 'edit' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'result'; readonly outcome: GuestOutcome; readonly days: number };

/** All state of the dialog: what is typed, what an invitation would do with it, and what came of it. */
export function useGuestInvite(first: string | undefined) {
  const { place } = useSession();
  const organizationId = place.id;
  const [draft, setDraft] = useState<GuestDraft>(() => {
    const kept = draftOf(organizationId);
    return first ? { ...kept, chips: withAdded(kept.chips, [first]) } : kept;
  });
  const [stage, setStage] = useState<GuestStage>({ kind: 'edit' });
  const [tooLong, setTooLong] = useState(false);
  const discarded = useRef(false);
  useEffect(() => {
    if (!discarded.current) keepDraft(organizationId, draft);
  });
  const { chips, text } = draft;
  const days = draft.days ?? place.guestDays;
  const change = (patch: Partial<GuestDraft>) => setDraft((now) => ({ ...now, ...patch }));

  const preview = useQueryOf(
    'guests.preview',
    { organizationId, text: chipsText(chips) },
    { enabled: chips.length > 0, keepPrevious: true },
  );
  // until the next answer arrives, the lines of the last one may belong to other chips
  const entries = preview.isPlaceholderData ? undefined : preview.data?.entries;
  const judgedChips = useMemo(() => judged(chips, entries ?? []), [chips, entries]);
  const counts = countChips(judgedChips);

  const read = async (typed: string) =>
    addressesIn((await call('guests.preview', { organizationId, text: typed })).entries);

  /** Turns what was typed or pasted into chips. If it cannot be read, it stays in the field. */
  const add = async (typed: string): Promise<void> => {
    const wanted = typed.trim();
    setTooLong(wanted.length > longestGuestText);
    if (wanted === '' || wanted.length > longestGuestText) return;
    try {
      const added = await read(wanted);
      setDraft((now) => ({
        ...now,
        chips: withAdded(now.chips, added),
        // what was typed meanwhile stays
        text: now.text.startsWith(typed) ? now.text.slice(typed.length) : now.text,
      }));
    } catch (error) {
      toastError(error);
    }
  };

  const take = (index: number) => change({ chips: chips.filter((_, i) => i !== index) });
  /** Returns a chip to the field; what is already there is not lost. */
  const edit = (index: number) => {
    const rest = chips.filter((_, i) => i !== index);
    const waiting = text.trim();
    change({ chips: waiting === '' ? rest : withAdded(rest, waiting.split(/[\s,]+/)), text: chips[index] ?? '' });
  };

  const say = words.guests.invite;
  const blocked = !isGuestPeriod(days)
    ? say.daysNeeded
    : chips.length === 0
      ? say.addFirst
      : counts.new > mostGuests
        ? say.tooMany(mostGuests)
        : counts.new === 0 && entries !== undefined
          ? say.allBad
          : undefined;

  const send = async () => {
    if (stage.kind !== 'edit' || !isGuestPeriod(days)) return;
    // what was typed last becomes a chip first, to be seen before it goes
    if (text.trim() !== '') return add(text);
    if (blocked) return;
    setStage({ kind: 'sending' });
    try {
      const latest = await call('guests.preview', { organizationId, text: chipsText(chips) });
      const checked = judged(chips, latest.entries);
      const emails = sendable(checked);
      if (emails.length === 0) return setStage({ kind: 'edit' });
      const answer = await call('guests.invite', {
        organizationId,
        emails: [...emails],
        accountManager: draft.accountManager,
        mayInviteGuests: draft.mayInviteGuests,
        days,
        ...(draft.sponsor ? { sponsorMembershipId: draft.sponsor.membershipId } : {}),
        teams: [...draft.teams],
        note: draft.note,
        ...(draft.language !== null && { language: draft.language }),
      });
      void refreshAfter('guests.invite');
      const outcome = outcomeOf(checked, answer);
      const left = outcome.kept.map(({ raw }) => raw);
      // the next guests start from the defaults; those to correct keep what was chosen for them
      setDraft((now) => (left.length > 0 ? { ...now, chips: left } : emptyDraft));
      setStage({ kind: 'result', outcome, days });
    } catch (error) {
      setStage({ kind: 'edit' });
      toastError(error);
    }
  };

  return {
    draft,
    change,
    days,
    stage,
    chips: judgedChips,
    counts,
    checking: preview.isFetching,
    tooLong,
    add,
    take,
    edit,
    blocked,
    send,
    /** All chips, refused ones too, and what is still in the field, for a draft. */
    collect: async (): Promise<Kept> => ({
      terms: {
        kind: 'guest',
        accountManager: draft.accountManager,
        mayInviteGuests: draft.mayInviteGuests,
        ...(isGuestPeriod(days) ? { days } : {}),
        ...(draft.sponsor ? { sponsorMembershipId: draft.sponsor.membershipId } : {}),
        teams: [...draft.teams],
        note: draft.note,
        ...(draft.language !== null && { language: draft.language }),
      },
      entries: (text.trim() === '' ? chips : withAdded(chips, await read(text.trim()))).map((email) => ({ email })),
    }),
    clear: () => setDraft(emptyDraft),
    again: () => setStage({ kind: 'edit' }),
    typed: () => isTyped(draft),
    discard: () => {
      discarded.current = true;
      keepDraft(organizationId, emptyDraft);
    },
  };
}
export type GuestInvite = ReturnType<typeof useGuestInvite>;

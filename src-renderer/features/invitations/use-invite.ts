import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../app/api.ts';
import type { InviteStart } from '../../app/invite.tsx';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import { beginWork } from '../../app/work.ts';
import { entriesOfList, entriesOfRows } from '../drafts/entries.ts';
import type { Kept as KeptBatch } from '../drafts/use-keep.tsx';
import { type Invited, type Kept, sliceSize } from './batch.ts';
import { type BatchMode, type Defaults, draftOf, emptyDefaults, emptyDraft, isTyped, keepDraft } from './draft.ts';
import { planOfRows, planOfText, rowsAfter, textAfter } from './plan.ts';
import { blankRow } from './Rows.tsx';
import { type InviteRow, isBlankRow, rowsText, rowVerdicts } from './rows-text.ts';
import { sendBatch } from './send-batch.ts';
import { useChecker, useCheckState } from './use-checker.ts';
import { useChoices } from './use-choices.ts';
import { useSeats } from './use-seats.ts';

export interface Result {
  readonly mode: BatchMode;
  readonly invited: readonly Invited[];
  readonly skipped: number;
  readonly kept: readonly Kept[];
  /** Hours. */
  readonly life: number;
  readonly error: unknown;
  readonly cancelled: boolean;
}
export type Stage =
  | { readonly kind: 'edit' }
  | { readonly kind: 'sending'; readonly done: number; readonly total: number; readonly stopping: boolean }
  | { readonly kind: 'result'; readonly result: Result };

/** What was typed earlier, and anyone who is to be invited again. */
function rowsAtFirst(typed: readonly InviteRow[], { person }: InviteStart): readonly InviteRow[] {
  const rows = typed.filter((row) => !isBlankRow(row));
  if (person && !rows.some((row) => row.email === person.email))
    rows.push({ ...blankRow(Math.max(0, ...rows.map((row) => row.key)) + 1), ...person });
  return rows.length > 0 ? rows : [blankRow(1)];
}

/** All state of the dialog: what is typed, what it would do, and how far the sending is. */
export function useInviteState(first: BatchMode, start: InviteStart) {
  const { place } = useSession();
  const organizationId = place.id;
  const [draft] = useState(() => draftOf(organizationId));
  const [mode, setMode] = useState(first);
  const [rows, setRows] = useState<readonly InviteRow[]>(() => rowsAtFirst(draft.rows, start));
  const [defaults, setDefaults] = useState<Defaults>(() => ({
    ...draft.defaults,
    ...(start.kind && !isTyped(draft) && { kind: start.kind }),
  }));
  const [stage, setStage] = useState<Stage>({ kind: 'edit' });
  // the box keeps its text itself; React hears of it only through the checker
  const text = useRef(draft.text);
  const [boxVersion, setBoxVersion] = useState(0);
  const { kind } = defaults;
  const discarded = useRef(false);
  const stopped = useRef(false);

  // the lists fill while the fields are already in use
  const choices = useDeferredValue(useChoices(organizationId));
  const textChecker = useChecker(organizationId, kind);
  const rowsChecker = useChecker(organizationId, kind);
  const textState = useCheckState(textChecker);
  const rowsState = useCheckState(rowsChecker);
  const asText = useMemo(() => rowsText(rows), [rows]);
  useEffect(() => textChecker.ask(text.current), [textChecker]);
  useEffect(() => rowsChecker.ask(asText.text), [rowsChecker, asText]);
  const keep = () => {
    if (!discarded.current) keepDraft(organizationId, { text: text.current, rows, defaults });
  };
  useEffect(keep);

  const plan = useMemo(
    () =>
      mode === 'paste' ? planOfText(textState.checked, kind) : planOfRows(rows, asText.keys, rowsState.checked, kind),
    [mode, textState.checked, rowsState.checked, rows, asText, kind],
  );
  const roles = defaults.roles ?? choices.presetRoles;
  const rolesMissing = kind === 'user' && roles.length === 0 && plan.items.some(({ entry }) => !entry.roles?.length);
  const groupMissing = place.groupRequired && defaults.groups.length === 0 && plan.items.length > 0;
  const seats = useSeats(kind === 'user' ? plan.items.length : 0);
  const life = defaults.life ?? place.linkLifeHours;

  const changeDefaults = useCallback((patch: Partial<Defaults>) => setDefaults((now) => ({ ...now, ...patch })), []);

  const setText = (next: string) => {
    text.current = next;
    textChecker.ask(next);
    setBoxVersion((version) => version + 1);
  };

  /** What everybody in the batch gets, as the operations take it. */
  const common = () => ({
    kind,
    defaults: {
      roles: kind === 'user' ? [...roles] : [],
      teams: [...defaults.teams],
      groups: [...defaults.groups],
      products: [...defaults.products],
      lines: [...defaults.lines],
    },
    ...(defaults.life !== null && { linkLifeHours: defaults.life }),
    ...(defaults.language !== null && { language: defaults.language }),
  });

  const send = async () => {
    if (stage.kind !== 'edit') return;
    const checker = mode === 'paste' ? textChecker : rowsChecker;
    setStage({ kind: 'sending', done: 0, total: Math.max(1, plan.items.length), stopping: false });
    stopped.current = false;
    try {
      const checked = await checker.latest();
      const latest = mode === 'paste' ? planOfText(checked, kind) : planOfRows(rows, asText.keys, checked, kind);
      if (latest.items.length === 0) return setStage({ kind: 'edit' });
      const total = latest.items.length;
      textChecker.hold(true);
      rowsChecker.hold(true);
      const ongoing = beginWork(total);
      const outcome = await sendBatch({
        send: (input) => call('invitations.send', input),
        common: { organizationId, ...common() },
        items: latest.items,
        onProgress: (done) => {
          ongoing.at(done);
          setStage((now) => (now.kind === 'sending' ? { ...now, done, total } : now));
        },
        stopped: () => stopped.current,
      });
      const { tally, complete, error } = outcome;
      ongoing.end(error !== null);
      void refreshAfter('invitations.send');
      if (mode === 'paste') setText(textAfter(checked, latest, tally, complete));
      else {
        const left = rowsAfter(rows, latest, tally, complete);
        setRows(left.length > 0 ? left : [blankRow(1)]);
      }
      if (tally.gone.length === 0 && error) throw error;
      const kept = [...latest.kept, ...tally.refused];
      const skipped = tally.skipped + (complete ? latest.skipped.length : 0);
      setStage({
        kind: 'result',
        result: { mode, invited: tally.invited, skipped, kept, life, error, cancelled: !complete && !error },
      });
    } catch (error) {
      setStage({ kind: 'edit' });
      toastError(error);
    } finally {
      textChecker.hold(false);
      rowsChecker.hold(false);
    }
  };

  return {
    mode,
    setMode,
    rows,
    setRows,
    defaults,
    roles,
    changeDefaults,
    stage,
    text,
    boxVersion,
    setText,
    onText: (next: string) => {
      text.current = next;
      textChecker.ask(next);
      keep();
    },
    textChecker,
    checking: mode === 'paste' ? textState.checking : rowsState.checking,
    tooLong: mode === 'paste' && textState.tooLong,
    checkedRows: rowsState.checked,
    rowKeys: asText.keys,
    choices,
    plan,
    rolesMissing,
    groupMissing,
    seats,
    send,
    stop:
      stage.kind === 'sending' && stage.total > sliceSize
        ? () => {
            stopped.current = true;
            setStage((now) => (now.kind === 'sending' ? { ...now, stopping: true } : now));
          }
        : undefined,
    edit: () => setStage({ kind: 'edit' }),
    /** Everything on screen, including refused lines, for a draft. */
    collect: async (): Promise<KeptBatch> => {
      const checked = await (mode === 'paste' ? textChecker : rowsChecker).latest();
      const entries =
        mode === 'paste'
          ? entriesOfList(checked.entries, kind)
          : entriesOfRows(rows, rowVerdicts(asText.keys, checked.entries), kind);
      return { terms: common(), entries };
    },
    /** Empties what is now in a draft; what is typed under the other way of inviting stays. */
    clear: () => {
      if (mode === 'paste') setText('');
      else setRows([blankRow(1)]);
    },
    typed: () => isTyped({ text: text.current, rows }),
    discard: () => {
      discarded.current = true;
      keepDraft(organizationId, { ...emptyDraft, defaults: emptyDefaults });
    },
  };
}
export type InviteState = ReturnType<typeof useInviteState>;

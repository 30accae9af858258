import { useMemo, useRef, useState } from 'react';
import type { ImportEntry } from '#contract/import.ts';
import { call } from '../../app/api.ts';
import type { InviteStart } from '../../app/invite.tsx';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { beginWork } from '../../app/work.ts';
import { entriesOfList } from '../drafts/entries.ts';
import type { Kept } from '../drafts/use-keep.tsx';
import { countVerdicts, type Invited, sliceSize } from '../invitations/batch.ts';
import { type Defaults, emptyDefaults } from '../invitations/draft.ts';
import { sendBatch } from '../invitations/send-batch.ts';
import { useChoices } from '../invitations/use-choices.ts';
import { useSeats } from '../invitations/use-seats.ts';
import { type Settled, settle, toSend } from './outcomes.ts';
import { type OpenFile, useListFile } from './use-list-file.ts';

export interface ImportResult {
  readonly settled: readonly Settled[];
  readonly invited: readonly Invited[];
  readonly life: number;
  readonly error: unknown;
  readonly stopped: boolean;
}

/** Some lines of a file that was read earlier. */
export interface ChosenLines {
  readonly open: OpenFile;
  readonly lines: ReadonlySet<number>;
}

export type Step = 'file' | 'columns' | 'check' | 'result';
interface Sending {
  readonly kind: 'sending';
  readonly done: number;
  readonly total: number;
  readonly stopping: boolean;
}

const { invitations } = words;

/** All state of the dialog: the file, how its columns are read, what would happen, and what did. */
export function useImport({ kind = 'user' }: InviteStart, chosen?: ChosenLines) {
  const { place } = useSession();
  const organizationId = place.id;
  const [step, setStep] = useState<Step>(chosen ? 'columns' : 'file');
  const file = useListFile(() => setStep('columns'), chosen?.open);
  const [entries, setEntries] = useState<readonly ImportEntry[]>([]);
  const [defaults, setDefaults] = useState<Defaults>({ ...emptyDefaults, kind });
  const [sending, setSending] = useState<Sending | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const stopped = useRef(false);
  const busy = sending ?? file.busy;

  const check = () =>
    file.use(
      (list, signal) => call('import.check', { ...list, kind: defaults.kind }, signal),
      (answer, { content, read }) => {
        // another file or sheet has other lines
        const same = chosen && content === chosen.open.content && read.sheet === chosen.open.read.sheet;
        const lines = same ? chosen.lines : undefined;
        setEntries(lines ? answer.entries.filter(({ line }) => lines.has(line)) : answer.entries);
        setStep('check');
      },
    );

  const choices = useChoices(organizationId);
  const roles = defaults.roles ?? choices.presetRoles;
  const items = useMemo(() => toSend(entries, defaults.kind), [entries, defaults.kind]);
  const counts = useMemo(() => countVerdicts(entries), [entries]);
  const isUser = defaults.kind === 'user';
  const rolesMissing = isUser && roles.length === 0 && items.some(({ entry }) => !entry.roles?.length);
  const groupMissing =
    place.groupRequired && defaults.groups.length === 0 && items.some(({ entry }) => !entry.groups?.length);
  const seats = useSeats(isUser ? items.length : 0);

  const short = seats.fits ? undefined : invitations.seats.short(seats.free ?? 0, seats.needed);
  const blocked = rolesMissing
    ? invitations.send.rolesFirst
    : groupMissing
      ? invitations.send.groupFirst
      : items.length === 0
        ? invitations.send.nobody
        : short;

  /** What people get unless their row says otherwise, as the operations take it. */
  const common = () => {
    const { kind: invited, teams, groups, products, lines, life, language } = defaults;
    return {
      kind: invited,
      defaults: {
        roles: isUser ? [...roles] : [],
        teams: [...teams],
        groups: [...groups],
        products: [...products],
        lines: [...lines],
      },
      ...(life !== null && { linkLifeHours: life }),
      ...(language !== null && { language }),
    };
  };

  const send = async () => {
    if (busy || blocked) return;
    const total = items.length;
    stopped.current = false;
    file.setError(null);
    setSending({ kind: 'sending', done: 0, total, stopping: false });
    const ongoing = beginWork(total);
    const outcome = await sendBatch({
      send: (input) => call('invitations.send', input),
      common: { organizationId, ...common() },
      items,
      onProgress: (done) => {
        ongoing.at(done);
        setSending((now) => now && { ...now, done });
      },
      stopped: () => stopped.current,
    });
    ongoing.end(outcome.error !== null);
    void refreshAfter('invitations.send');
    setSending(null);
    // nothing was sent: there is nothing to report but the reason
    if (outcome.error && outcome.tally.gone.length === 0) return file.setError(outcome.error);
    setResult({
      settled: settle(entries, outcome.tally),
      invited: outcome.tally.invited,
      life: defaults.life ?? place.linkLifeHours,
      error: outcome.error,
      stopped: !outcome.complete && !outcome.error,
    });
    setStep('result');
  };

  return {
    step,
    open: file.open,
    entries,
    counts,
    defaults,
    changeDefaults: (patch: Partial<Defaults>) => setDefaults((now) => ({ ...now, ...patch })),
    roles,
    choices,
    rolesMissing,
    groupMissing,
    seats,
    short,
    blocked,
    busy,
    error: file.error,
    result,
    choose: file.choose,
    reread: file.reread,
    changeField: file.changeField,
    check,
    send,
    /** Every row of the file, for a draft. */
    collect: async (): Promise<Kept> => ({ terms: common(), entries: entriesOfList(entries, defaults.kind) }),
    /** Cancels what is under way: reading and checking at once, sending after the current part. */
    cancel: () => {
      if (!sending) return file.cancel();
      stopped.current = true;
      setSending({ ...sending, stopping: true });
    },
    mayStop: !sending || sending.total > sliceSize,
    goTo: (to: Step) => {
      file.setError(null);
      setStep(to);
      if (to === 'file') {
        file.forget();
        setResult(null);
      }
    },
  };
}
export type ImportState = ReturnType<typeof useImport>;

import { useMemo, useRef, useState } from 'react';
import type { ImportEntry, ImportField } from '#contract/import.ts';
import type { OutputOf } from '#contract/index.ts';
import { call } from '../../app/api.ts';
import type { InviteStart } from '../../app/invite.tsx';
import { preferencesNow, savePreferences } from '../../app/preferences.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { countVerdicts, type Invited, sliceSize } from '../invitations/batch.ts';
import { type Defaults, emptyDefaults } from '../invitations/draft.ts';
import { sendBatch } from '../invitations/send-batch.ts';
import { useChoices } from '../invitations/use-choices.ts';
import { useSeats } from '../invitations/use-seats.ts';
import { type Settled, settle, toSend } from './outcomes.ts';
import { contentOf } from './read-file.ts';
import { type Fields, remember, rememberedFields } from './remembered.ts';

export interface OpenFile {
  readonly name: string;
  readonly content: { readonly base64: string };
  readonly sheet: number;
  readonly read: OutputOf<'import.read'>;
  readonly fields: Fields;
  /** The fields are those of an earlier list with the same headings. */
  readonly remembered: boolean;
}

export interface ImportResult {
  readonly settled: readonly Settled[];
  readonly invited: readonly Invited[];
  readonly life: number;
  readonly error: unknown;
  readonly stopped: boolean;
}

export type Step = 'file' | 'columns' | 'check' | 'result';
type Busy =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'checking' }
  | { readonly kind: 'sending'; readonly done: number; readonly total: number; readonly stopping: boolean };

const { invitations } = words;

/** Everything that the dialog knows: the file, how its columns are read, what would happen, and what did. */
export function useImport({ kind = 'user' }: InviteStart) {
  const { place } = useSession();
  const organizationId = place.id;
  const [step, setStep] = useState<Step>('file');
  const [open, setOpen] = useState<OpenFile | null>(null);
  const [entries, setEntries] = useState<readonly ImportEntry[]>([]);
  const [defaults, setDefaults] = useState<Defaults>({ ...emptyDefaults, kind });
  const [busy, setBusy] = useState<Busy | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const stopped = useRef(false);
  /** Raised by each run and by *Cancel*: an answer to an earlier one is dropped. */
  const turn = useRef(0);

  const run = async <T>(what: Busy, work: () => Promise<T>, then: (value: T) => void) => {
    const own = ++turn.current;
    setBusy(what);
    setError(null);
    try {
      const value = await work();
      if (own === turn.current) then(value);
    } catch (failed) {
      if (own === turn.current) setError(failed);
    }
    if (own === turn.current) setBusy(null);
  };

  const show = (name: string, content: OpenFile['content'], sheet: number, read: OutputOf<'import.read'>) => {
    const before = rememberedFields(preferencesNow().imports ?? [], organizationId, read.headings);
    // a wider list with the same headings has columns without one
    const fields = before?.length === read.fields.length ? before : read.fields;
    setOpen({ name, content, sheet, read, fields, remembered: fields === before });
    setStep('columns');
  };

  const choose = (file: File) =>
    run(
      { kind: 'reading', name: file.name },
      async () => {
        const content = await contentOf(file);
        return { content, read: await call('import.read', { organizationId, file: content }) };
      },
      ({ content, read }) => show(file.name, content, 0, read),
    );

  const reread = (sheet: number, headingLine?: number) => {
    if (!open) return;
    const { name, content } = open;
    void run(
      { kind: 'reading', name },
      () =>
        call('import.read', {
          organizationId,
          file: content,
          sheet,
          ...(headingLine !== undefined && { headingLine }),
        }),
      (read) => show(name, content, sheet, read),
    );
  };

  /** A field belongs to one column: whichever had it before lets go of it. */
  const changeField = (column: number, field: ImportField | null) =>
    setOpen(
      (now) =>
        now && {
          ...now,
          remembered: false,
          fields: now.fields.map((one, at) => (at === column ? field : one === field ? null : one)),
        },
    );

  const check = () => {
    if (!open) return;
    const { content, sheet, fields, read } = open;
    const { headingLine, headings } = read;
    void run(
      { kind: 'checking' },
      () =>
        call('import.check', {
          organizationId,
          file: content,
          sheet,
          headingLine,
          fields: [...fields],
          kind: defaults.kind,
        }),
      (answer) => {
        const kept = preferencesNow().imports ?? [];
        savePreferences({ imports: remember(kept, { organizationId, headings, fields }) });
        setEntries(answer.entries);
        setStep('check');
      },
    );
  };

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

  const send = async () => {
    if (busy || blocked) return;
    const total = items.length;
    stopped.current = false;
    setError(null);
    setBusy({ kind: 'sending', done: 0, total, stopping: false });
    const { teams, groups, products, lines, life } = defaults;
    const outcome = await sendBatch({
      send: (input) => call('invitations.send', input),
      common: {
        organizationId,
        kind: defaults.kind,
        defaults: {
          roles: isUser ? [...roles] : [],
          teams: [...teams],
          groups: [...groups],
          products: [...products],
          lines: [...lines],
        },
        ...(life !== null && { linkLifeHours: life }),
      },
      items,
      onProgress: (done) => setBusy((now) => (now?.kind === 'sending' ? { ...now, done } : now)),
      stopped: () => stopped.current,
    });
    void refreshAfter('invitations.send');
    setBusy(null);
    // nothing has gone: there is nothing to tell but why
    if (outcome.error && outcome.tally.gone.length === 0) return setError(outcome.error);
    setResult({
      settled: settle(entries, outcome.tally),
      invited: outcome.tally.invited,
      life: life ?? place.linkLifeHours,
      error: outcome.error,
      stopped: !outcome.complete && !outcome.error,
    });
    setStep('result');
  };

  return {
    step,
    open,
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
    error,
    result,
    choose,
    reread,
    changeField,
    check,
    send,
    /** Drops what is under way: reading and checking at once, sending behind the part that has begun. */
    cancel: () => {
      if (busy?.kind === 'sending') {
        stopped.current = true;
        setBusy({ ...busy, stopping: true });
        return;
      }
      turn.current++;
      setBusy(null);
    },
    mayStop: busy?.kind !== 'sending' || busy.total > sliceSize,
    goTo: (to: Step) => {
      setError(null);
      setStep(to);
      if (to === 'file') {
        setOpen(null);
        setResult(null);
      }
    },
  };
}
export type ImportState = ReturnType<typeof useImport>;

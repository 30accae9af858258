import { useRef, useState } from 'react';
import type { OutputOf } from '#contract/index.ts';
import type { ImportField } from '#contract/vocabulary/import.ts';
import { call } from '../../app/api.ts';
import { preferencesNow, savePreferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session.ts';
import { asWork } from '../../app/work.ts';
import { contentOf } from './read-file.ts';
import { type Fields, remember, rememberedFields } from './remembered.ts';

export interface OpenFile {
  readonly name: string;
  readonly content: { readonly base64: string };
  readonly read: OutputOf<'import.read'>;
  readonly fields: Fields;
  /** The fields were taken from an earlier list with the same headings. */
  readonly remembered: boolean;
}

type Busy = { readonly kind: 'reading'; readonly name: string } | { readonly kind: 'checking' };

/**
 * A file with a list of people, and how its columns are read.
 * @param onShown called when its columns can be shown
 * @param first what is open from the start
 */
export function useListFile(onShown: () => void, first: OpenFile | null = null) {
  const organizationId = useSession().place.id;
  const [open, setOpen] = useState(first);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** Incremented by each run and by *Cancel*: an answer to an earlier run is dropped. */
  const turn = useRef(0);
  /** Stops the core's work on the current run. */
  const stop = useRef<AbortController>(null);

  const run = async <T>(what: Busy, work: (signal: AbortSignal) => Promise<T>, then: (value: T) => void) => {
    const own = ++turn.current;
    stop.current?.abort();
    stop.current = new AbortController();
    setBusy(what);
    setError(null);
    try {
      const value = await asWork(work(stop.current.signal));
      if (own === turn.current) then(value);
    } catch (failed) {
      if (own === turn.current) setError(failed);
    }
    if (own === turn.current) setBusy(null);
  };

  const show = (name: string, content: OpenFile['content'], read: OutputOf<'import.read'>) => {
    const before = rememberedFields(preferencesNow().imports ?? [], organizationId, read.headings);
    // a wider list with the same headings has further columns without one
    const fields = before?.length === read.fields.length ? before : read.fields;
    setOpen({ name, content, read, fields, remembered: fields === before });
    onShown();
  };

  return {
    open,
    busy,
    error,
    setError,
    choose: (file: File) =>
      run(
        { kind: 'reading', name: file.name },
        async (signal) => {
          const content = await contentOf(file);
          return { content, read: await call('import.read', { organizationId, file: content }, signal) };
        },
        ({ content, read }) => show(file.name, content, read),
      ),
    reread: (sheet: number, headingLine?: number) => {
      if (!open) return;
      const { name, content } = open;
      void run(
        { kind: 'reading', name },
        (signal) =>
          call(
            'import.read',
            { organizationId, file: content, sheet, ...(headingLine !== undefined && { headingLine }) },
            signal,
          ),
        (read) => show(name, content, read),
      );
    },
    /** A field belongs to one column: it is taken from the column that had it before. */
    changeField: (column: number, field: ImportField | null) =>
      setOpen(
        (now) =>
          now && {
            ...now,
            remembered: false,
            fields: now.fields.map((one, at) => (at === column ? field : one === field ? null : one)),
          },
      ),
    /** Asks about the list with its columns as they are now, which are remembered once there is an answer. */
    use<T>(
      ask: (list: ReturnType<typeof listOf>, signal: AbortSignal) => Promise<T>,
      then: (answer: T, of: OpenFile) => void,
    ) {
      if (!open) return;
      void run(
        { kind: 'checking' },
        (signal) => ask(listOf(organizationId, open), signal),
        (answer) => {
          const { fields, read } = open;
          const kept = preferencesNow().imports ?? [];
          savePreferences({ imports: remember(kept, { organizationId, headings: read.headings, fields }) });
          then(answer, open);
        },
      );
    },
    /** Drops the current run, and stops the core's work on it. */
    cancel: () => {
      turn.current++;
      stop.current?.abort();
      setBusy(null);
    },
    forget: () => setOpen(null),
  };
}
type ListFile = ReturnType<typeof useListFile>;

const listOf = (organizationId: number, { content, fields, read }: OpenFile) => ({
  organizationId,
  file: content,
  sheet: read.sheet,
  headingLine: read.headingLine,
  fields: [...fields],
});

/** What the file steps need, whatever the file is for. */
export interface ListState extends Pick<ListFile, 'open' | 'error' | 'choose' | 'reread' | 'changeField' | 'cancel'> {
  readonly busy: Busy | { readonly kind: 'sending' } | null;
  readonly check: () => void;
  readonly goTo: (to: 'file') => void;
}

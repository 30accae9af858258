import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftTerms } from '#contract/drafts.ts';
import type { OutputOf } from '#contract/index.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import type { InviteRow } from '../invitations/rows-text.ts';
import { changesBetween, rowOf, type Stored } from './draft-rows.ts';

type Draft = OutputOf<'drafts.get'>;

/** Pause in typing after which the draft is saved, in ms. */
const pause = 400;

const storedOf = ({ entries }: Draft): Stored => new Map(entries.map(({ id, entry }) => [id, { id, entry }]));
const rowsOf = ({ entries }: Draft) => entries.map(({ id, entry }) => rowOf(id, entry));

/**
 * The rows and terms of a draft while they are edited: saved after each pause, so that nothing typed is ever lost, and
 * read again when somebody else has changed the draft meanwhile.
 */
export function useDraftRows(draft: Draft) {
  const { place } = useSession();
  const { mutateAsync: change } = useCommand('drafts.change');
  const [rows, setRows] = useState<readonly InviteRow[]>(() => rowsOf(draft));
  const [terms, setTerms] = useState<DraftTerms>(draft.terms);
  const [saving, setSaving] = useState(false);
  const now = useRef({ rows, terms });
  /** What the store holds, as far as this page knows. */
  const stored = useRef<{ rows: Stored; terms: string; version: number }>({
    rows: storedOf(draft),
    terms: JSON.stringify(draft.terms),
    version: draft.version,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef<Promise<boolean>>(Promise.resolve(true));
  const waits = useRef(false);

  const write = useCallback(async (): Promise<boolean> => {
    waits.current = false;
    const { added, ...changes } = changesBetween(stored.current.rows, now.current.rows);
    const text = JSON.stringify(now.current.terms);
    const newTerms = text === stored.current.terms ? {} : { terms: now.current.terms };
    const { add, remove } = changes;
    if (add.length + remove.length + changes.change.length === 0 && !newTerms.terms) return true;
    setSaving(true);
    try {
      const answer = await change({ organizationId: place.id, id: draft.id, ...changes, ...newTerms });
      const kept = new Map(stored.current.rows);
      for (const [key, { id }] of kept) {
        if (remove.includes(id)) kept.delete(key);
        const entry = changes.change.find((one) => one.id === id)?.entry;
        if (entry) kept.set(key, { id, entry });
      }
      for (const [i, key] of added.entries()) {
        const [id, entry] = [answer.added[i], add[i]];
        if (id !== undefined && entry) kept.set(key, { id, entry });
      }
      stored.current = { rows: kept, terms: text, version: answer.version };
      return true;
    } catch (error) {
      toastError(error);
      return false;
    } finally {
      setSaving(false);
    }
  }, [change, draft.id, place.id]);

  /** Saves one at a time: what is typed during a save goes into the next. @returns whether everything is saved */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    last.current = last.current.then(write);
    return last.current;
  }, [write]);
  const soon = () => {
    waits.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause);
  };
  // leaving the page within the pause loses nothing
  useEffect(
    () => () => {
      if (waits.current) void flush();
    },
    [flush],
  );

  const isNewer = draft.version > stored.current.version;
  useEffect(() => {
    if (!isNewer || waits.current || saving) return;
    stored.current = { rows: storedOf(draft), terms: JSON.stringify(draft.terms), version: draft.version };
    now.current = { rows: rowsOf(draft), terms: draft.terms };
    setRows(now.current.rows);
    setTerms(draft.terms);
  }, [isNewer, draft, saving]);

  return {
    rows,
    terms,
    stored: stored.current.rows,
    saving,
    flush,
    changeRows: (next: readonly InviteRow[]) => {
      now.current = { ...now.current, rows: next };
      setRows(next);
      soon();
    },
    changeTerms: (next: DraftTerms) => {
      now.current = { ...now.current, terms: next };
      setTerms(next);
      soon();
    },
  };
}
export type DraftRowsState = ReturnType<typeof useDraftRows>;

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftTerms } from '#contract/drafts.ts';
import type { OutputOf } from '#contract/index.ts';
import { isError } from '../../app/api.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import type { InviteRow } from '../invitations/rows-text.ts';
import { changesBetween, rowOf, rowsAnew, type Stored } from './draft-rows.ts';

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
  const [failed, setFailed] = useState(false);
  const [, drawAgain] = useState(0);
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
    if (add.length + remove.length + changes.change.length === 0 && !newTerms.terms) {
      setFailed(false);
      // there was nothing to save after all: what came in meanwhile is shown
      drawAgain((n) => n + 1);
      return true;
    }
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
      // if somebody else wrote in between, that version has to be read, too
      const alone = answer.version === stored.current.version + 1;
      stored.current = { rows: kept, terms: text, version: alone ? answer.version : answer.version - 1 };
      setFailed(false);
      return true;
    } catch (error) {
      toastError(error);
      // a row that somebody else took out cannot be written: the draft is read again; anything else is kept, and tried again
      const goesOn = !isError(error, 'not-found');
      waits.current ||= goesOn;
      setFailed(goesOn);
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

  useEffect(() => {
    if (draft.version <= stored.current.version || waits.current || saving) return;
    const anew = rowsAnew(draft.entries, stored.current.rows, now.current.rows);
    stored.current = { rows: anew.stored, terms: JSON.stringify(draft.terms), version: draft.version };
    now.current = { rows: anew.rows, terms: draft.terms };
    setRows(now.current.rows);
    setTerms(draft.terms);
  });

  return {
    rows,
    terms,
    stored: stored.current.rows,
    saving,
    /** What was typed last could not be saved. */
    failed,
    /** The version of the draft as it is here. */
    version: () => stored.current.version,
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

import { useEffect, useRef, useState } from 'react';
import { call } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { words, wordsFor } from '../../app/words.ts';
import { rowsText, rowVerdicts } from '../invitations/rows-text.ts';
import { type AddressNote, noteOn } from './address.ts';
import { type Draft, nameOf } from './draft.ts';

interface Known {
  readonly email: string;
  readonly note: AddressNote | undefined;
}

/** Asks the core what an invitation of this address would do, through the one parser of addresses. */
export function useAddress(draft: Draft) {
  const { place } = useSession();
  const [known, setKnown] = useState<Known | null>(null);
  const latest = useRef(draft.email);
  latest.current = draft.email;
  // a note about another address must not stay under this one
  useEffect(() => setKnown((now) => (now?.email === draft.email ? now : null)), [draft.email]);

  const ask = async (): Promise<AddressNote | undefined> => {
    const { email } = draft;
    const row = { key: 1, email, name: nameOf(draft) || email, roles: null, teams: null };
    const { text, keys } = rowsText([row]);
    let note: AddressNote | undefined;
    try {
      const { entries } = await call('invitations.preview', { organizationId: place.id, text, kind: draft.kind });
      const verdict = rowVerdicts(keys, entries).get(1);
      note = verdict ? noteOn(verdict) : { text: words.wizard.details.emailNeeded, stops: true };
    } catch (error) {
      note = { text: `${words.wizard.details.checkFailed} ${wordsFor(error)}`, stops: true };
    }
    if (latest.current === email) setKnown({ email, note });
    return note;
  };
  return { note: known?.email === draft.email ? known.note : undefined, ask };
}

import { useState } from 'react';
import type { DraftTerms } from '#contract/drafts.ts';
import type { InputOf } from '#contract/index.ts';
import type { SendEntry } from '#contract/invitations.ts';
import { mostDraftRows } from '#contract/vocabulary/drafts.ts';
import { call } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import { slices } from '../invitations/batch.ts';
import { KeepDialog } from './KeepDialog.tsx';
import { partName, tellKept } from './tell-kept.ts';

/** Only saved; sent automatically at a given time; submitted to another operator, to go out at once or at a given time. */
export type Purpose = 'draft' | 'later' | 'review' | 'reviewLater';

export interface Kept {
  readonly terms: DraftTerms;
  readonly entries: readonly SendEntry[];
}

interface Asked extends Kept {
  readonly purpose: Purpose;
}

interface KeepOptions {
  /** Returns what is on screen, once it has been read to the end. */
  readonly collect: () => Promise<Kept>;
  /** Called when everything is in the draft. */
  readonly onKept: () => void;
}

/** Saves what a dialog holds as a draft, for one of the purposes; asks for a name, and for a time where one is needed. */
export function useKeep({ collect, onKept }: KeepOptions) {
  const { place } = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = async (purpose: Purpose) => {
    try {
      const kept = await collect();
      if (kept.entries.length > 0) setAsked({ purpose, ...kept });
    } catch (error) {
      toastError(error);
    }
  };
  const keep = async ({ purpose, terms, entries }: Asked, name: string, sendAt: number | undefined) => {
    const ids = await saveAll({ organizationId: place.id, name, terms, entries: [...entries] });
    let done = purpose;
    try {
      for (const id of ids) await goOn(purpose, { organizationId: place.id, id }, sendAt);
    } catch (error) {
      // it is saved all the same, and the operator can go on from there
      done = 'draft';
      toastError(error);
    }
    void refreshAfter('drafts.save');
    setAsked(null);
    onKept();
    tellKept({ purpose: done, name, sendAt, id: ids[0], timeZone: place.timeZone });
  };
  return {
    ask: (purpose: Purpose) => void ask(purpose),
    asking: asked !== null,
    dialog: (
      <KeepDialog
        purpose={asked?.purpose ?? null}
        people={asked?.entries.length ?? 0}
        onClose={() => setAsked(null)}
        onKeep={async (name, sendAt) => {
          if (asked) await keep(asked, name, sendAt);
        }}
      />
    ),
  };
}

/** A list longer than a draft may be becomes several. */
async function saveAll({ entries, name, ...rest }: InputOf<'drafts.save'>): Promise<number[]> {
  const parts = slices(entries, mostDraftRows);
  const ids: number[] = [];
  try {
    for (const [i, part] of parts.entries()) {
      const one = { ...rest, name: partName(name, i + 1, parts.length), entries: [...part] };
      ids.push((await call('drafts.save', one)).id);
    }
  } catch (error) {
    // otherwise trying again would save the first parts twice
    for (const id of ids) await call('drafts.discard', { organizationId: rest.organizationId, id });
    throw error;
  }
  return ids;
}

async function goOn(purpose: Purpose, one: { organizationId: number; id: number }, sendAt: number | undefined) {
  if (purpose === 'later' && sendAt !== undefined) await call('drafts.schedule', { ...one, sendAt });
  if (purpose === 'review' || purpose === 'reviewLater')
    await call('drafts.submit', { ...one, ...(sendAt === undefined ? {} : { sendAt }) });
}

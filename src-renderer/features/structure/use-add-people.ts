import { useCallback, useRef, useState } from 'react';
import type { StructureRow } from '#contract/structure.ts';
import type { UserRow } from '#contract/users.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { call } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { wordsFor } from '../../app/words.ts';

interface Failed {
  readonly person: UserRow;
  readonly why: string;
}
interface Added {
  readonly added: number;
  readonly failed: readonly Failed[];
}

interface AddPeople {
  /** Adds one after the other; carries on when one is refused. */
  readonly run: (people: readonly UserRow[]) => Promise<Added>;
  /** Stops after the one being added. */
  readonly stop: () => void;
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly failed: readonly Failed[];
}

/** Adds people to a team, group, product or line: few, since chosen by hand, so one call each. */
export function useAddPeople(kind: StructureKind, item: StructureRow): AddPeople {
  const organizationId = useSession().place.id;
  const [progress, setProgress] = useState<AddPeople['progress']>();
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const stopped = useRef(false);
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  const run = async (people: readonly UserRow[]): Promise<Added> => {
    stopped.current = false;
    const refused: Failed[] = [];
    let done = 0;
    for (const person of people) {
      if (stopped.current) break;
      setProgress({ done, total: people.length });
      try {
        await call('users.update', {
          organizationId,
          membershipId: person.membershipId,
          [kind]: { add: [item.id] },
        });
      } catch (error) {
        refused.push({ person, why: wordsFor(error) });
      }
      done += 1;
    }
    await refreshAfter('users.update');
    setProgress(undefined);
    setFailed(refused);
    return { added: done - refused.length, failed: refused };
  };
  return { run, stop, progress, failed };
}

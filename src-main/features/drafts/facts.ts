import type { DraftFacts } from '#contract/drafts.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { waitsFor } from './rights.ts';
import type { Draft } from './store.ts';

interface Known {
  readonly name: string;
  readonly email: string;
}
export type People = ReadonlyMap<number, Known>;

/** Names and addresses of the people that drafts refer to. */
export async function peopleOf(db: ReadableDb, ids: readonly (number | null)[]): Promise<People> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name', 'email']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

/** Everybody who had a hand in a draft. */
export const handsIn = (draft: Draft) => [draft.author_id, draft.editor_id, draft.approver_id, draft.returned_by];

export const nameOf = (people: People, id: number | null): string => {
  const person = id === null ? undefined : people.get(id);
  return person ? person.name || person.email : '';
};

/** A draft as the contract describes it, for the person who asks. */
export function factsOf(
  draft: Draft,
  rows: number,
  people: People,
  { actor, permissions }: Pick<QueryContext, 'actor' | 'permissions'>,
): DraftFacts {
  const find = (id: number | null) => (id === null ? null : (people.get(id) ?? null));
  const { returned_at: at, comment } = draft;
  return {
    id: draft.id,
    name: draft.name,
    kind: draft.kind,
    state: draft.state,
    version: draft.version,
    rows,
    author: find(draft.author_id),
    editor: draft.editor_id === draft.author_id ? null : find(draft.editor_id),
    approver: find(draft.approver_id),
    sendAt: draft.send_at,
    returned: at === null ? null : { by: nameOf(people, draft.returned_by), comment, at },
    refusal: draft.refusal === null ? null : (JSON.parse(draft.refusal) as DraftFacts['refusal']),
    forYou: waitsFor(draft, actor, permissions),
    yours: actor.kind === 'person' && actor.personId === draft.author_id,
    createdAt: draft.created_at,
    changedAt: draft.changed_at,
  };
}

import { onTestFinished } from 'vitest';
import type { DraftRow } from '#contract/drafts.ts';
import type { InputOf, OperationName, OutputOf } from '#contract/index.ts';
import { createDraftSender } from '../../src-main/features/drafts/scheduler.ts';
import type { Scheduler } from '../../src-main/kernel/scheduler.ts';
import { addOperator } from './operators.ts';
import { asOperator, owner, type Workspace } from './workspace.ts';

export const ben = 'ben@example.com';
export const cleo = 'cleo@example.com';

type Terms = InputOf<'drafts.save'>['terms'];
type Entry = InputOf<'drafts.save'>['entries'][number];
export const members: Terms = { kind: 'user', defaults: { roles: ['Member'] } };

/** Drafts in one workspace, written by various people. */
export interface Desk {
  readonly by: <N extends OperationName>(
    email: string,
    name: N,
    input: Omit<InputOf<N>, 'organizationId'>,
  ) => Promise<OutputOf<N>>;
  /** @returns the id of a draft with these addresses or entries, by the owner unless somebody else is named */
  readonly draft: (
    who: readonly (string | Entry)[],
    more?: { readonly terms?: Terms; readonly name?: string; readonly by?: string },
  ) => Promise<number>;
  readonly get: (id: number, email?: string) => Promise<OutputOf<'drafts.get'>>;
  /** The addresses of open invitations. */
  readonly invited: () => Promise<string[]>;
  readonly sender: (holder?: string) => Scheduler;
}

/** A workspace with two operators besides its owner: Ben is an admin, Cleo a user manager. */
export async function desk(w: Workspace): Promise<Desk> {
  await addOperator(w, ben, 'Admin');
  await addOperator(w, cleo, 'User manager');
  const { organizationId } = w;
  const by: Desk['by'] = (email, name, input) =>
    w.callAs(asOperator(email), name, { organizationId, ...input } as InputOf<typeof name>);
  return {
    by,
    async draft(who, { terms = members, name = 'New people', by: email = owner.email } = {}) {
      const entries = who.map((one) => (typeof one === 'string' ? { email: one } : one));
      return (await by(email, 'drafts.save', { name, terms, entries })).id;
    },
    get: (id, email = owner.email) => by(email, 'drafts.get', { id }),
    async invited() {
      const rows = await w.core.store.read
        .selectFrom('invitation')
        .innerJoin('membership', 'membership.id', 'invitation.membership_id')
        .innerJoin('person', 'person.id', 'membership.person_id')
        .select('person.email')
        .where('invitation.state', '=', 'pending')
        .where('invitation.organization_id', '=', organizationId)
        .orderBy('person.email')
        .execute();
      return rows.map((row) => row.email);
    },
    sender(holder) {
      const made = createDraftSender({ ...w.core, ...(holder ? { holder } : {}) });
      onTestFinished(() => made.close());
      return made;
    },
  };
}

/** A row in a few words: who, what would happen, and why not. */
export const judgedAs = ({ entry, verdict, reason, detail }: DraftRow) =>
  [entry.email, verdict, reason, detail].filter((part) => part !== undefined).join(' ');

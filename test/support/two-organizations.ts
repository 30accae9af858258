import { structureKinds } from '#contract/vocabulary/structure.ts';
import { keepConversations } from '../../src-main/mail/outbox/conversation.ts';
import { queueGuestMail } from '../../src-main/mail/queue.ts';
import { guestOf } from './guests.ts';
import { accept, invite, newAccount } from './invitees.ts';
import { writeRows } from './memberships.ts';
import { freshWorkspace, type Workspace } from './workspace.ts';

/** One organization with something of every kind in it; each name in it contains the organization's own word. */
export interface Populated {
  /** Appears in everything that belongs to the organization, and nowhere else. */
  readonly word: string;
  readonly organizationId: number;
  readonly operator: string;
  /** By their names in the contract. */
  readonly ids: {
    readonly active: number;
    readonly pending: number;
    readonly guest: number;
    readonly agent: number;
    readonly suspended: number;
    /** The person who belongs to both. */
    readonly shared: number;
    readonly role: number;
    readonly teams: number;
    readonly groups: number;
    readonly products: number;
    readonly lines: number;
    readonly view: number;
    readonly job: number;
    readonly messages: readonly number[];
    readonly draft: number;
    readonly draftRow: number;
  };
}

export const shared = { email: 'both@example.com', password: newAccount.password };

/** Two organizations with different owners, and one operator in both. */
export async function twoOrganizations(): Promise<{ w: Workspace; alpha: Populated; beta: Populated }> {
  const w = await freshWorkspace();
  const alpha = await populate(w, 'alphasentinel');
  const beta = await populate(w, 'betasentinel');
  return { w, alpha, beta };
}

async function populate(w: Workspace, word: string): Promise<Populated> {
  const operator = `owner@${word}.test`;
  const owner = { name: `Owner ${word}`, email: operator, password: 'a sentence to sign in with' };
  const core = { face: 'core', credentials: { kind: 'core' } } as const;
  const { organizationId } = await w.callAs(core, 'organizations.create', { name: `Org ${word}`, owner });
  const as = { face: 'cli', credentials: { kind: 'operator', email: operator } } as const;
  const here: Workspace = { ...w, organizationId, call: (name, input) => w.callAs(as, name, input) };
  const { call } = here;

  const structure: Record<string, number> = {};
  for (const kind of structureKinds)
    structure[kind] = (await call(`${kind}.create`, { organizationId, name: `${kind} ${word}` })).id;
  const { id: role } = await call('roles.create', {
    organizationId,
    name: `role ${word}`,
    permissions: ['users:read'],
  });
  const access = Object.fromEntries(structureKinds.map((kind) => [kind, [`${kind} ${word}`]]));
  const entry = (name: string) => ({ name: `${name} ${word}`, roles: ['Member', `role ${word}`], ...access });
  const join = async (name: string) => {
    const invitee = await invite(here, `${name}@${word}.test`, entry(name));
    await accept(here, invitee.token, { ...newAccount, firstName: name, lastName: word });
    return invitee.membershipId;
  };
  await call('mail.save', {
    organizationId,
    host: `smtp.${word}.test`,
    port: 587,
    security: 'starttls',
    sender: `it@${word}.test`,
    senderName: word,
    login: word,
    password: word,
  });
  await call('organizations.update', { organizationId, contact: `help@${word}.test` });
  await call('wording.save', {
    organizationId,
    kind: 'invitation',
    subject: `Welcome to ${word}`,
    body: `${word} waits for you.\n\n{link}`,
  });
  const active = await join('active');
  const suspended = await join('suspended');
  await call('users.suspend', { organizationId, membershipId: suspended });
  const { membershipId: pending } = await invite(here, `pending@${word}.test`, entry('pending'));
  // both have invited them without an answer; the second gives no name for one of them
  await invite(here, 'wanted@example.com', entry('wanted'));
  await invite(here, 'nameless@example.com', word === 'alphasentinel' ? entry('nameless') : {});
  const { membershipId: guest, endsAt } = await guestOf(here, `guest@${word}.test`, {
    note: word,
    sponsorMembershipId: active,
  });
  const agents = await call('invitations.send', {
    organizationId,
    kind: 'inbox-agent',
    entries: [{ email: `agent@${word}.test`, name: `agent ${word}` }],
  });
  const both = await invite(here, shared.email, { ...entry('both'), roles: ['Owner'] });
  const known = await w.core.store.read
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .select('person.id')
    .where('person.email', '=', shared.email)
    .executeTakeFirst();
  await accept(here, both.token, known ? { kind: 'existing', password: shared.password } : newAccount);
  const query = { filter: { search: word, teams: [structure.teams ?? 0] } };
  const { id: view } = await call('views.save', { organizationId, name: `view ${word}`, query });
  await w.callAs({ face: 'cli', credentials: { kind: 'operator', email: shared.email } }, 'views.save', {
    organizationId,
    name: `shared view ${word}`,
    query,
  });
  const choice = { kind: 'chosen' as const, membershipIds: [active] };
  const { jobId: job } = await call('users.exportMany', { organizationId, choice });
  await w.core.jobs.idle();
  await call('users.update', { organizationId, membershipId: active, teams: { remove: [structure.teams ?? 0] } });
  await call('users.update', { organizationId, membershipId: active, teams: { add: [structure.teams ?? 0] } });
  await writeRows(w, (db) =>
    queueGuestMail(
      db,
      [
        {
          organizationId,
          membershipId: guest,
          kind: 'guest-ending',
          toEmail: `guest@${word}.test`,
          toName: word,
          about: {
            guest: { name: word, email: `guest@${word}.test`, membershipId: guest, endsAt },
            days: 3,
            sponsor: word,
          },
        },
      ],
      w.clock.now(),
    ),
  );
  const { id: draft } = await call('drafts.save', {
    organizationId,
    name: `draft ${word}`,
    terms: { kind: 'user', defaults: { roles: ['Member'] } },
    entries: [{ email: `drafted@${word}.test` }],
  });
  const { entries: drafted } = await call('drafts.get', { organizationId, id: draft });
  const { rows: mails } = await call('outbox.list', { organizationId });
  await writeRows(w, async (db) => {
    const at = w.clock.now();
    for (const { id: outboxId } of mails)
      await keepConversations(db, [{ outboxId, lines: [{ from: 'server', at, text: `220 ${word}` }] }], at);
  });
  return {
    word,
    organizationId,
    operator,
    ids: {
      active,
      pending,
      guest,
      suspended,
      agent: agents.invited[0]?.membershipId ?? 0,
      shared: both.membershipId,
      role,
      teams: structure.teams ?? 0,
      groups: structure.groups ?? 0,
      products: structure.products ?? 0,
      lines: structure.lines ?? 0,
      view,
      job,
      messages: mails.map((m) => m.id),
      draft,
      draftRow: drafted[0]?.id ?? 0,
    },
  };
}

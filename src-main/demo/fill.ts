import { assertNever } from '#contract/assert-never.ts';
import type { InputOf, OperationName, OutputOf } from '#contract/index.ts';
import type { Core } from '../core.ts';
import type { Credentials } from '../kernel/context.ts';
import type { DemoClock } from './clock.ts';
import { keepLetters } from './delivery.ts';
import { company, demoPassword, groups, lines, operators, owner, products, roles, teams } from './organization.ts';
import { type Member, type Past, writeEpisode } from './past.ts';
import { inventPeople } from './people.ts';
import { seeded } from './random.ts';
import { type Episode, type Inviter, peopleNeeded, planStory } from './story.ts';

export interface DemoWorkspace {
  readonly organizationId: number;
  /** Whoever opens the demo's window is signed in as this person. */
  readonly operator: { readonly email: string; readonly password: string };
}

export interface DemoSource {
  readonly clock: DemoClock;
  /** Where the mail catcher of this demo listens. */
  readonly mailPort: number;
}

const day = 86_400_000;
const seed = 20_261_122;

/**
 * Fills an empty workspace with the four hundred days of an invented company: what operators do goes through the real
 * operations on a clock that is put back, what happened to their mail and in the portal is written in bulk.
 */
export async function fillDemo(core: Core, { clock, mailPort }: DemoSource): Promise<DemoWorkspace> {
  const present = clock.now();
  clock.moveTo(present - 400 * day);
  try {
    const past = await found(core, mailPort, present);
    const random = seeded(seed);
    const story = planStory(random, inventPeople(random, peopleNeeded), present);
    await tell(past, clock, story);
    await core.changes.write([], present, keepLetters);
    return { organizationId: past.organizationId, operator: { email: owner.email, password: demoPassword } };
  } finally {
    clock.release();
  }
}

/** The organization with its structure, its mail server and those who will invite the others. */
async function found(core: Core, mailPort: number, present: number): Promise<Past> {
  const nobody: Credentials = { kind: 'anonymous' };
  const asOwner: Credentials = { kind: 'operator', email: owner.email };
  const { organizationId } = await call(core, nobody, 'organizations.create', {
    name: company.name,
    timeZone: company.timeZone,
    linkLifeHours: 168,
    owner: { ...owner, password: demoPassword },
  });
  await call(core, asOwner, 'organizations.update', { organizationId, contact: `it-desk@${company.domain}` });
  await call(core, asOwner, 'mail.save', {
    organizationId,
    host: '127.0.0.1',
    port: mailPort,
    security: 'none',
    senderName: company.name,
    sender: `people@${company.domain}`,
    replyTo: `it-desk@${company.domain}`,
  });
  for (const role of roles)
    await call(core, asOwner, 'roles.create', { organizationId, name: role.name, permissions: [...role.permissions] });
  for (const [kind, names] of Object.entries({ teams, groups, products, lines }))
    for (const name of names) await call(core, asOwner, `${kind as 'teams'}.create`, { organizationId, name });
  const past: Past = { core, organizationId, present, members: new Map() };
  await inviteOperators(past, asOwner);
  return past;
}

async function inviteOperators(past: Past, asOwner: Credentials): Promise<void> {
  const { core, organizationId } = past;
  const { invited } = await call(core, asOwner, 'invitations.send', {
    organizationId,
    entries: operators.map((o) => ({ email: o.email, name: o.name, roles: [o.role], teams: [o.team] })),
  });
  remember(past, invited);
  const at = core.clock.now();
  await core.changes.write([], at, async (db) => {
    for (const { name, email } of operators) {
      const [firstName = name, lastName = ''] = name.split(' ');
      const person = { firstName, lastName, name, email, phone: null, groups: ['Managers'], lines: [] };
      await writeEpisode(db, past, { at: at + 9000, kind: 'deliver', person, outcome: 'sent' });
      await writeEpisode(db, past, { at: at + 3_600_000, kind: 'accept', person });
    }
  });
}

/** Episodes that are only written share a transaction until the next operation is called. */
async function tell(past: Past, clock: DemoClock, story: readonly Episode[]): Promise<void> {
  let written: Episode[] = [];
  const flush = async () => {
    const episodes = written;
    written = [];
    if (episodes.length === 0) return;
    await past.core.changes.write([], clock.now(), async (db) => {
      for (const episode of episodes) if (!isDone(episode)) await writeEpisode(db, past, episode);
    });
  };
  for (const episode of story) {
    if (!isDone(episode)) {
      written.push(episode);
      continue;
    }
    await flush();
    clock.moveTo(episode.at);
    await perform(past, episode);
  }
  await flush();
}

type Done = Extract<Episode, { kind: 'invite' | 'reinvite' | 'revoke' }>;
const isDone = (episode: Episode): episode is Done =>
  episode.kind === 'invite' || episode.kind === 'reinvite' || episode.kind === 'revoke';

async function perform(past: Past, episode: Done): Promise<void> {
  const { core, organizationId } = past;
  const as = inviter(episode.by);
  switch (episode.kind) {
    case 'invite': {
      const modest = episode.by === 'user-manager';
      const { invited } = await call(core, as, 'invitations.send', {
        organizationId,
        entries: episode.people.map(({ email, name, roles: own, teams: inTeams, products: uses }) => ({
          email,
          name,
          roles: modest ? ['Member'] : [...own],
          teams: [...inTeams],
          products: [...uses],
        })),
      });
      return remember(past, invited);
    }
    case 'reinvite':
    case 'revoke': {
      const membershipId = past.members.get(episode.person.email)?.membershipId;
      if (membershipId === undefined) return;
      const name: 'invitations.reinvite' | 'invitations.revoke' = `invitations.${episode.kind}`;
      await call(core, as, name, { organizationId, membershipId });
      return;
    }
    default:
      return assertNever(episode);
  }
}

const inviter = (by: Inviter): Credentials => {
  const [admin, userManager] = operators;
  return { kind: 'operator', email: { owner, admin, 'user-manager': userManager }[by].email };
};

function remember(past: Past, invited: readonly (Member & { readonly email: string })[]): void {
  for (const { email, membershipId } of invited) past.members.set(email, { membershipId });
}

const call = <N extends OperationName>(
  core: Core,
  credentials: Credentials,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> => core.dispatch({ face: 'window', credentials }, name, input);

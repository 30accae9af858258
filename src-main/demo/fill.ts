import { randomBytes } from 'node:crypto';
import type { InputOf } from '#contract/index.ts';
import type { Core } from '../core.ts';
import { call, type Past, remember } from './call.ts';
import type { DemoClock } from './clock.ts';
import { keepLetters } from './delivery.ts';
import { planGuests } from './guests.ts';
import {
  closed,
  company,
  demoPassword,
  groups,
  lines,
  operators,
  owner,
  products,
  roles,
  savedViews,
  seatLimit,
  teams,
} from './organization.ts';
import { writeEpisode } from './past.ts';
import { inventPeople } from './people.ts';
import { isDone, perform } from './perform.ts';
import { seeded } from './random.ts';
import { agentsNeeded, type Episode, peopleNeeded, planStory } from './story.ts';

export interface DemoWorkspace {
  readonly organizationId: number;
  /** The person that the demo's window is signed in as. */
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
 * Fills an empty workspace with four hundred days of an invented company: what operators do goes through the real operations
 * on a clock that is set back; what happened to their mail and in the portal is written in bulk.
 */
export async function fillDemo(core: Core, { clock, mailPort }: DemoSource): Promise<DemoWorkspace> {
  const present = clock.now();
  clock.moveTo(present - 400 * day);
  try {
    const past = await found(core, mailPort, present);
    const random = seeded(seed);
    const people = inventPeople(random, peopleNeeded);
    const agents = inventPeople(seeded(seed + 1), agentsNeeded, people);
    const story = planStory(random, { people, agents }, present);
    const guests = planGuests(seeded(seed + 2), [...people, ...agents], present);
    await tell(
      past,
      clock,
      [...story, ...guests].sort((a, b) => a.at - b.at),
    );
    await replacePhone(past);
    await saveViews(past);
    await core.changes.write([], present, keepLetters);
    return { organizationId: past.organizationId, operator: { email: owner.email, password: demoPassword } };
  } finally {
    clock.release();
  }
}

/** The organization with its structure, its mail server and the people who will invite the others. */
async function found(core: Core, mailPort: number, present: number): Promise<Past> {
  const { organizationId } = await call({ core }, { kind: 'anonymous' }, 'organizations.create', {
    name: company.name,
    timeZone: company.timeZone,
    linkLifeHours: 168,
    owner: { ...owner, password: demoPassword },
  });
  const past: Past = { core, organizationId, present, members: new Map(), structure: new Map() };
  await call(past, 'owner', 'organizations.update', {
    organizationId,
    contact: `it-desk@${company.domain}`,
    seatLimit,
  });
  await call(past, 'owner', 'mail.save', {
    organizationId,
    host: '127.0.0.1',
    port: mailPort,
    security: 'none',
    senderName: company.name,
    sender: `people@${company.domain}`,
    replyTo: `it-desk@${company.domain}`,
  });
  for (const role of roles)
    await call(past, 'owner', 'roles.create', { organizationId, name: role.name, permissions: [...role.permissions] });
  const names = Object.entries({ teams, groups, products, lines }).flatMap(([what, all]) =>
    all.map((name) => ({ what: what as 'teams', name })),
  );
  for (const { what, name } of [...names, ...closed]) {
    const { id } = await call(past, 'owner', `${what as 'teams'}.create`, { organizationId, name });
    past.structure.set(`${what}/${name}`, id);
  }
  await inviteOperators(past);
  return past;
}

async function inviteOperators(past: Past): Promise<void> {
  const { core, organizationId } = past;
  const { invited } = await call(past, 'owner', 'invitations.send', {
    organizationId,
    entries: operators.map((o) => ({ email: o.email, name: o.name, roles: [o.role], teams: [o.team] })),
    defaults: { groups: ['Managers'] },
  });
  remember(past, invited);
  const at = core.clock.now();
  await core.changes.write([], at, async (db) => {
    for (const { name, email } of operators) {
      const [firstName = name, lastName = ''] = name.split(' ');
      const person = { firstName, lastName, name, email, phone: null };
      await writeEpisode(db, past, { at: at + 9000, kind: 'deliver', person, outcome: 'sent' });
      await writeEpisode(db, past, { at: at + 3_600_000, kind: 'accept', person });
    }
  });
}

/** The administrator has lost the phone with the app; the owner lets them set another one up. */
async function replacePhone({ core, organizationId, members }: Past): Promise<void> {
  const member = members.get(operators[0].email);
  if (!member) return;
  const { membershipId } = member;
  const now = core.clock.now();
  await core.changes.write([], now, async (db) => {
    const { person_id } = await db
      .selectFrom('membership')
      .select('person_id')
      .where('id', '=', membershipId)
      .executeTakeFirstOrThrow();
    const secret_sealed = core.keys.seal(randomBytes(20).toString('hex'));
    await db.insertInto('second_factor').values({ person_id, secret_sealed, confirmed_at: now }).execute();
  });
  await call({ core }, 'owner', 'twofactor.reset', { organizationId, membershipId });
}

/** Episodes that are only written share a transaction, up to the next real operation. */
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

async function saveViews(past: Past): Promise<void> {
  for (const view of savedViews) {
    const teamId = 'team' in view ? past.structure.get(`teams/${view.team}`) : undefined;
    const { filter, ...order } = view.query as InputOf<'views.save'>['query'];
    const query = { ...order, filter: { ...filter, ...(teamId === undefined ? {} : { teams: [teamId] }) } };
    await call(past, 'owner', 'views.save', { organizationId: past.organizationId, name: view.name, query });
  }
}

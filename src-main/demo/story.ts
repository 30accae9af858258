import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import type { Terms } from './guests.ts';
import { type Closed, closed } from './organization.ts';
import type { Invented } from './people.ts';
import type { Random } from './random.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Who invites: the owner, the admin or the user manager, who cannot give every role. */
export type Inviter = 'owner' | 'admin' | 'user-manager';

/** `greylisted` was sent at the second try; `next` is queued for later. */
export type DeliveryOutcome =
  | 'sent'
  | 'greylisted'
  | 'deferred'
  | 'uncertain'
  | 'failed'
  | 'bounced'
  | 'held'
  | 'sending'
  | 'queued'
  | 'next';

/** What happened to the demo's organization, one thing at a time. Instants are milliseconds since 1970. */
export type Episode = { readonly at: number } & (
  | {
      readonly kind: 'invite';
      readonly by: Inviter;
      readonly people: readonly Invented[];
      /** Users when left out. */
      readonly as?: InvitableKind;
    }
  | { readonly kind: 'deliver'; readonly person: Invented; readonly outcome: DeliveryOutcome }
  | { readonly kind: 'accept'; readonly person: Invented }
  | { readonly kind: 'invite-guest'; readonly by: Inviter; readonly person: Invented; readonly terms: Terms }
  | { readonly kind: PersonalDeed; readonly by: Inviter; readonly person: Invented }
  | { readonly kind: 'close'; readonly by: Inviter; readonly closed: Closed }
  | { readonly kind: 'roll-out'; readonly by: Inviter }
);
/** What an operator does to one person. */
export type PersonalDeed = 'reinvite' | 'revoke' | 'suspend' | 'reactivate' | 'remove' | 'renew' | 'unsponsor';

interface Wave {
  readonly ago: number;
  readonly size: number;
  readonly by: Inviter;
}

const olderWaves: readonly Wave[] = [
  { ago: 396 * day, size: 42, by: 'owner' },
  { ago: 381 * day, size: 46, by: 'admin' },
  { ago: 352 * day, size: 36, by: 'admin' },
  { ago: 318 * day, size: 38, by: 'user-manager' },
  { ago: 283 * day, size: 30, by: 'admin' },
  { ago: 249 * day, size: 34, by: 'user-manager' },
  { ago: 211 * day, size: 28, by: 'owner' },
  { ago: 176 * day, size: 32, by: 'user-manager' },
  { ago: 139 * day, size: 26, by: 'admin' },
  { ago: 102 * day, size: 30, by: 'user-manager' },
  { ago: 65 * day, size: 28, by: 'admin' },
  { ago: 31 * day, size: 24, by: 'user-manager' },
  { ago: 16 * day, size: 22, by: 'admin' },
];
/** Within the seven days that their links live. */
const recentWaves: readonly (Wave & { readonly accepted: number })[] = [
  { ago: 6 * day, size: 18, by: 'user-manager', accepted: 0.4 },
  { ago: 3 * day, size: 20, by: 'admin', accepted: 0.3 },
  { ago: 26 * hour, size: 16, by: 'admin', accepted: 0.2 },
];
/** People who only have an inbox in the portal. */
const agentWaves = [
  { ago: 118 * day, size: 7, by: 'admin', accepted: 1 },
  { ago: 2 * day, size: 5, by: 'owner', accepted: 0.4 },
] as const;
/** Today's batch, whose mail is in every state. */
const today: readonly DeliveryOutcome[] = [
  ...(['sent', 'sent', 'bounced', 'deferred', 'deferred', 'deferred', 'uncertain', 'failed', 'failed'] as const),
  ...(['held', 'held', 'sending', 'next', 'next', 'queued', 'queued', 'queued'] as const),
];

export const peopleNeeded = [...olderWaves, ...recentWaves].reduce((sum, wave) => sum + wave.size, today.length);

export const agentsNeeded = agentWaves.reduce((sum, wave) => sum + wave.size, 0);

export interface Cast {
  readonly people: readonly Invented[];
  readonly agents: readonly Invented[];
}

/** Tells four hundred days of a company in the order in which they happened. */
export function planStory(random: Random, { people, agents }: Cast, present: number): Episode[] {
  const waiting = [...people];
  const older = olderWaves.flatMap((wave) => olderWave(random, wave, waiting.splice(0, wave.size), present));
  const recent = recentWaves.flatMap((wave) => recentWave(random, wave, waiting.splice(0, wave.size), present));
  const latest = todaysWave(waiting.splice(0, today.length).map(slowed), present - 50 * minute);
  const inInbox = [...agents];
  const agentsOnly = agentWaves.flatMap((wave) => agentWave(random, wave, inInbox.splice(0, wave.size), present));
  const structure = closed.map((c): Episode => ({ at: present - c.ago * day, kind: 'close', by: 'owner', closed: c }));
  const rollOut: Episode = { at: present - 2 * day - hour, kind: 'roll-out', by: 'owner' };
  return [...older, ...recent, ...latest, ...agentsOnly, ...structure, rollOut].sort((a, b) => a.at - b.at);
}

/** Gives some of a wave, at regular intervals, what was not yet closed then. */
function withOlder(ago: number, people: readonly Invented[]): Invented[] {
  const open = closed.filter((c) => ago > c.ago * day);
  return people.map((person, i) => {
    let dressed = person;
    for (const { what, name, every } of open)
      if (i % every === every - 1) dressed = { ...dressed, [what]: [...dressed[what], name] };
    return dressed;
  });
}

function olderWave(random: Random, { ago, by }: Wave, invited: readonly Invented[], present: number): Episode[] {
  const at = present - ago;
  const people = withOlder(ago, invited);
  const episodes: Episode[] = [{ at, kind: 'invite', by, people }];
  for (const person of people) {
    if (random.chance(0.012)) {
      episodes.push({ at: at + 40_000, kind: 'deliver', person, outcome: 'failed' });
      continue;
    }
    episodes.push(...delivered(random, person, at), ...fate(random, person, at, present));
  }
  return episodes;
}

/** What became of somebody who was invited long ago. */
function fate(random: Random, person: Invented, at: number, present: number): Episode[] {
  const luck = random.next();
  const accepted = at + random.whole(20 * minute, 6 * day);
  if (luck < 0.77) return [{ at: accepted, kind: 'accept', person }];
  const later = random.whole(accepted, present - hour);
  if (luck < 0.8)
    return [
      { at: accepted, kind: 'accept', person },
      { at: later, kind: 'suspend', by: 'admin', person },
      ...(later < present - 120 * day
        ? [{ at: later + 9 * day, kind: 'reactivate', by: 'owner', person } as const]
        : []),
    ];
  if (luck < 0.84)
    return [
      { at: accepted, kind: 'accept', person },
      { at: later, kind: 'remove', by: 'admin', person },
    ];
  if (luck < 0.87) return [{ at: at + random.whole(hour, 9 * day), kind: 'revoke', by: 'admin', person }];
  if (luck < 0.93) return []; // never answered
  // reinvited once or twice, for some of them only lately
  const again = Math.min(at + random.whole(8 * day, 12 * day), present - hour);
  const second: Episode[] = [{ at: again, kind: 'reinvite', by: 'admin', person }, ...delivered(random, person, again)];
  if (luck < 0.96)
    return [...second, { at: Math.min(again + random.whole(hour, 3 * day), present - 1), kind: 'accept', person }];
  const third = present - random.whole(2 * hour, 5 * day);
  if (third <= again + day) return second;
  return [...second, { at: third, kind: 'reinvite', by: 'owner', person }, ...delivered(random, person, third)];
}

function recentWave(
  random: Random,
  { ago, by, accepted }: (typeof recentWaves)[number],
  people: readonly Invented[],
  present: number,
): Episode[] {
  const at = present - ago;
  const episodes: Episode[] = [{ at, kind: 'invite', by, people }];
  for (const person of people) {
    episodes.push(...delivered(random, person, at));
    const soon = at + random.whole(15 * minute, ago - hour);
    if (random.chance(accepted)) episodes.push({ at: soon, kind: 'accept', person });
    else if (random.chance(0.05)) episodes.push({ at: soon, kind: 'revoke', by: 'admin', person });
  }
  return episodes;
}

function agentWave(
  random: Random,
  { ago, by, accepted }: (typeof agentWaves)[number],
  people: readonly Invented[],
  present: number,
): Episode[] {
  const at = present - ago;
  const episodes: Episode[] = [{ at, kind: 'invite', by, people, as: 'inbox-agent' }];
  for (const [i, person] of people.entries()) {
    episodes.push(...delivered(random, person, at));
    const soon = at + random.whole(20 * minute, 30 * hour);
    if (i < people.length * accepted) episodes.push({ at: soon, kind: 'accept', person });
  }
  return episodes;
}

/** The message being sent goes to an address for which the demo's catcher takes its time. */
const slowed = (person: Invented, i: number): Invented =>
  today[i] === 'sending' ? { ...person, email: `slow.${person.email}` } : person;

function todaysWave(people: readonly Invented[], at: number): Episode[] {
  const deliveries = people.map((person, i): Episode => {
    return { at: at + (i + 2) * 1500, kind: 'deliver', person, outcome: today[i] ?? 'queued' };
  });
  const [last] = people.slice(-1);
  // its mail had not left yet: cancelled
  const second: Episode[] = last ? [{ at: at + 20 * minute, kind: 'revoke', by: 'admin', person: last }] : [];
  return [{ at, kind: 'invite', by: 'admin', people }, ...deliveries, ...second];
}

function delivered(random: Random, person: Invented, at: number): Episode[] {
  const slow = random.chance(0.06);
  const after = slow ? random.whole(6 * minute, 14 * minute) : random.whole(2000, 45_000);
  return [{ at: at + after, kind: 'deliver', person, outcome: slow ? 'greylisted' : 'sent' }];
}

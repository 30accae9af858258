import type { Invented } from './people.ts';
import type { Random } from './random.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Who invites: the owner, the admin or the user manager, who cannot give every role. */
export type Inviter = 'owner' | 'admin' | 'user-manager';

/** `greylisted` was sent at the second try; `next` is queued for later than now. */
export type DeliveryOutcome =
  | 'sent'
  | 'greylisted'
  | 'deferred'
  | 'uncertain'
  | 'failed'
  | 'held'
  | 'sending'
  | 'queued'
  | 'next';

/** What happened to the demo's organization, one thing at a time. Instants are milliseconds since 1970. */
export type Episode = { readonly at: number } & (
  | { readonly kind: 'invite'; readonly by: Inviter; readonly people: readonly Invented[] }
  | { readonly kind: 'deliver'; readonly person: Invented; readonly outcome: DeliveryOutcome }
  | { readonly kind: 'accept'; readonly person: Invented }
  | { readonly kind: 'reinvite' | 'revoke'; readonly by: Inviter; readonly person: Invented }
  | { readonly kind: 'suspend' | 'remove'; readonly person: Invented }
);

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
/** Within the seven days for which their links live. */
const recentWaves: readonly (Wave & { readonly accepted: number })[] = [
  { ago: 6 * day, size: 18, by: 'user-manager', accepted: 0.4 },
  { ago: 3 * day, size: 20, by: 'admin', accepted: 0.3 },
  { ago: 26 * hour, size: 16, by: 'admin', accepted: 0.2 },
];
/** The batch of today, whose mail is in every state. */
const today: readonly DeliveryOutcome[] = [
  ...(['sent', 'sent', 'sent', 'deferred', 'deferred', 'deferred', 'uncertain', 'failed', 'failed'] as const),
  ...(['held', 'held', 'sending', 'next', 'next', 'queued', 'queued', 'queued'] as const),
];

export const peopleNeeded = [...olderWaves, ...recentWaves].reduce((sum, wave) => sum + wave.size, today.length);

/** Tells four hundred days of a company in the order in which they happened. */
export function planStory(random: Random, people: readonly Invented[], present: number): Episode[] {
  const waiting = [...people];
  const older = olderWaves.flatMap((wave) => olderWave(random, wave, waiting.splice(0, wave.size), present));
  const recent = recentWaves.flatMap((wave) => recentWave(random, wave, waiting.splice(0, wave.size), present));
  const latest = todaysWave(waiting.splice(0, today.length).map(slowed), present - 50 * minute);
  return [...older, ...recent, ...latest].sort((a, b) => a.at - b.at);
}

function olderWave(random: Random, { ago, by }: Wave, people: readonly Invented[], present: number): Episode[] {
  const at = present - ago;
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
      { at: later, kind: 'suspend', person },
    ];
  if (luck < 0.84)
    return [
      { at: accepted, kind: 'accept', person },
      { at: later, kind: 'remove', person },
    ];
  if (luck < 0.87) return [{ at: at + random.whole(hour, 9 * day), kind: 'revoke', by: 'admin', person }];
  if (luck < 0.93) return []; // never answered
  // reinvited once or twice, the last time lately for some
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

/** The one that is being sent has the address for which the demo's catcher takes its time. */
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

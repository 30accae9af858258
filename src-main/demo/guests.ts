import { firstNames, inAddress, lastNames } from './names.ts';
import { operators, partners, teams } from './organization.ts';
import type { Invented } from './people.ts';
import type { Random } from './random.ts';
import type { DeliveryOutcome, Episode, Inviter } from './story.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Operator = (typeof operators)[number];

/** What the inviter of a guest chooses. */
export interface Terms {
  readonly days: number;
  /** Left out: the inviter. */
  readonly sponsor?: Operator;
  readonly accountManager?: boolean;
  readonly mayInviteGuests?: boolean;
  readonly note?: string;
}

interface Plan extends Terms {
  readonly by: Inviter;
  /** Days ago. */
  readonly invited: number;
  /** Days ago; left out: never. */
  readonly accepted?: number;
  readonly mail?: DeliveryOutcome;
  readonly deed?: 'suspend' | 'remove' | 'unsponsor' | 'renew';
  /** Days ago. */
  readonly deedAt?: number;
}

const [, userManager, auditor] = operators;

/** Guests in every state: far from the end, close to it, past it, invited, too late, suspended, without a sponsor. */
const plans: readonly Plan[] = [
  { by: 'admin', invited: 63, accepted: 62, days: 180, sponsor: userManager, accountManager: true },
  { by: 'owner', invited: 22, accepted: 20, days: 90 },
  { by: 'admin', invited: 118, accepted: 115, days: 90, sponsor: auditor, deed: 'renew', deedAt: 41 },
  { by: 'owner', invited: 101, accepted: 99, days: 365, mayInviteGuests: true },
  { by: 'admin', invited: 6, accepted: 5, days: 30, note: 'Welcome for the berth trial. Ask me for the site plan.' },
  { by: 'admin', invited: 90, accepted: 88, days: 90, sponsor: userManager },
  { by: 'owner', invited: 22, accepted: 21, days: 30 },
  { by: 'admin', invited: 79, accepted: 77, days: 90, sponsor: auditor },
  { by: 'admin', invited: 31, accepted: 30, days: 30, mayInviteGuests: true },
  { by: 'owner', invited: 55, accepted: 52, days: 90, deed: 'unsponsor', deedAt: 12 },
  { by: 'admin', invited: 63, accepted: 60, days: 30, sponsor: userManager },
  { by: 'owner', invited: 114, accepted: 110, days: 90 },
  { by: 'admin', invited: 12, days: 30 },
  { by: 'admin', invited: 2, days: 90, sponsor: auditor },
  { by: 'owner', invited: 0.2, days: 14, mail: 'deferred' },
  { by: 'admin', invited: 40, accepted: 38, days: 90, deed: 'suspend', deedAt: 4 },
  { by: 'admin', invited: 71, accepted: 70, days: 30, deed: 'remove', deedAt: 50 },
];

/** Their part of the story: people from partner companies, who come for a time. */
export function planGuests(random: Random, others: readonly Invented[], present: number): Episode[] {
  const taken = new Set(others.map((person) => person.email));
  return plans.flatMap((plan) => guestStory(invent(random, taken), plan, present));
}

function guestStory(person: Invented, plan: Plan, present: number): Episode[] {
  const { by, invited, accepted, mail = 'sent', deed, deedAt = 0, ...terms } = plan;
  const at = present - invited * day;
  return [
    { at, kind: 'invite-guest', by, person, terms },
    { at: at + 9000, kind: 'deliver', person, outcome: mail },
    ...(accepted === undefined ? [] : [{ at: present - accepted * day, kind: 'accept', person } as const]),
    ...(deed === undefined ? [] : [{ at: present - deedAt * day, kind: deed, by: 'owner', person } as const]),
  ];
}

function invent(random: Random, taken: Set<string>): Invented {
  for (;;) {
    const firstName = random.pick(firstNames);
    const lastName = random.pick(lastNames).replace('-', ' ');
    const email = `${inAddress(firstName)}.${inAddress(lastName)}@${random.pick(partners)}`;
    if (taken.has(email)) continue;
    taken.add(email);
    const none: readonly string[] = [];
    return {
      firstName,
      lastName,
      name: `${firstName} ${lastName}`,
      email,
      roles: none,
      teams: random.some(teams, random.whole(1, 2)),
      products: none,
      groups: none,
      lines: none,
      phone: null,
    };
  }
}

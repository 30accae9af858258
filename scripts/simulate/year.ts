import { seeded } from '../../src-main/demo/random.ts';
import { isDigest, readAbout } from '../../src-main/mail/about.ts';
import { sendDue } from './postman.ts';
import { digestLine, Shadow, type ShadowGuest, type Told, whatIsTold } from './shadow.ts';
import { dateOf, plusDays, wall } from './wall.ts';
import { type House, Killed, World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Guests come, go and are renewed on the hour (UTC), at most this often. */
const grid = hour;
const mailDays = [3, 14];
const periods = [1, 2, 3, 4, 7, 14, 15, 30, 60, 90, 120];

export interface YearOptions {
  /** An empty folder. */
  readonly folder: string;
  readonly guests: number;
  readonly seed: number;
  /** Called now and then with the progress. */
  readonly progress?: (date: string, looks: number) => void;
}

export interface Year {
  /** Every mail to a guest or a sponsor that arrived, and every one that should have, each with its time. */
  readonly arrived: readonly Told[];
  readonly expected: readonly Told[];
  readonly digests: readonly string[];
  readonly expectedDigests: readonly string[];
  /** Ends of access that came without being moved, removed or suspended: each needs a notice. */
  readonly ranOut: readonly string[];
  /** Access that ended before, or lasted after, the end of the last day in the zone; empty if all is well. */
  readonly wrongEnds: readonly string[];
  readonly ends: number;
  readonly looks: number;
  readonly upsets: Readonly<Record<Upset | 'crash', number>>;
}

type Upset = 'sleep' | 'forth' | 'back' | 'restart' | 'kill' | 'outage';
type Deed = 'arrive' | 'renew' | 'suspend' | 'reactivate' | 'remove' | 'make-user';
type Happening =
  | { readonly kind: Deed; readonly guest: Person }
  | { readonly kind: Upset | 'right' | 'server-back' }
  | { readonly kind: 'sponsor-leaves'; readonly house: House };

interface Person {
  readonly house: House;
  readonly sponsor: House['sponsors'][number];
  readonly email: string;
  shadow?: ShadowGuest;
  /** They can only be invited from scratch. */
  gone: boolean;
}

/**
 * A year in the life of four organizations in four zones, through both clock changes: guests accept, are renewed,
 * suspended, removed, made users and invited again; the machine sleeps for days, is restarted and killed, its clock jumps,
 * the mail server is down. An independent reckoning (`Shadow`) says what should be sent, to compare with what arrived.
 */
export async function simulateYear(options: YearOptions): Promise<Year> {
  const random = seeded(options.seed);
  const begin = Date.UTC(2026, 0, 1);
  const end = begin + 366 * day;
  let time = begin;
  let offset = 0;
  let serverAway = false;
  let crashes = 0;
  const dies = () => {
    const dead = random.chance(0.02);
    if (dead) crashes += 1;
    return dead;
  };
  const clock = () => time + offset;

  const world = new World(options.folder, clock, dies);
  await world.open();
  try {
    await world.settle();
    const shadow = new Shadow();
    const houses = new Map(
      world.houses.map((house) => [house, { ...house, mailDays, managers: house.managers }] as const),
    );
    for (const { sponsors } of world.houses) for (const { email } of sponsors) shadow.addSponsor(email);

    const agenda: { readonly at: number; readonly what: Happening }[] = [];
    const plan = (at: number, what: Happening) => {
      const entry = { at: Math.ceil(at / grid) * grid, what };
      let low = 0;
      for (let high = agenda.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((agenda[middle]?.at ?? 0) <= entry.at) low = middle + 1;
        else high = middle;
      }
      agenda.splice(low, 0, entry);
    };
    const within = (days: number) => Math.floor(random.next() * days * day);
    const upsets = { sleep: 14, forth: 6, back: 6, restart: 8, kill: 8, outage: 6 } as const;
    for (const [kind, n] of Object.entries(upsets))
      for (let i = 0; i < n; i += 1) plan(begin + 5 * day + within(340), { kind: kind as Upset });
    for (const house of world.houses) plan(begin + 150 * day + within(60), { kind: 'sponsor-leaves', house });
    for (let i = 0; i < options.guests; i += 1) {
      const house = random.pick(world.houses);
      const guest = { house, sponsor: random.pick(house.sponsors), email: `guest${i}@partner.test` };
      plan(begin + within(300), { kind: 'arrive', guest: { ...guest, gone: false } });
    }

    const wrongEnds: string[] = [];
    /** Guests whose pending notice was cancelled by a suspension. */
    const silenced = new Set<number>();
    let ends = 0;
    /** Records the period that has just begun, and checks that it ends with its last day. */
    const beginPeriod = async (guest: Person, membershipId: number, days: number) => {
      const { house } = guest;
      const shadowHouse = houses.get(house);
      if (!shadowHouse) throw new Error('a house without a shadow');
      const endsAt = await world.endOf(membershipId);
      guest.shadow ??= {
        membershipId,
        email: guest.email,
        sponsor: guest.sponsor.email,
        house: shadowHouse,
        present: true,
        period: undefined,
        done: new Map(),
        waiting: undefined,
        forDigest: new Set(),
      };
      shadow.guests.set(membershipId, guest.shadow);
      shadow.begin(guest.shadow, clock(), days, endsAt);
      const { timeZone } = house;
      const lastDay = plusDays(dateOf(clock(), timeZone), days);
      const right =
        wall(endsAt, timeZone) === `${plusDays(lastDay, 1)} 00:00:00` &&
        wall(endsAt - 1, timeZone) === `${lastDay} 23:59:59` &&
        (await world.letsIn(house, membershipId, endsAt - 1)) &&
        !(await world.letsIn(house, membershipId, endsAt));
      ends += 1;
      if (!right) wrongEnds.push(`${guest.email} ${timeZone} ${lastDay}: ${wall(endsAt, timeZone)}`);
    };
    /** Decides what happens to a guest whose period has just begun. */
    const planFuture = (guest: Person, days: number) => {
      const choice = random.next();
      const soon = time + within(days);
      if (choice < 0.45) plan(soon, { kind: 'renew', guest });
      else if (choice < 0.55) plan(soon, { kind: 'suspend', guest });
      else if (choice < 0.62) plan(soon, { kind: 'remove', guest });
      else if (choice < 0.66) plan(soon, { kind: 'make-user', guest });
      else if (choice < 0.85) plan(time + (days + 1) * day + within(20), { kind: 'arrive', guest });
    };

    const arrive = async (guest: Person) => {
      const { house, shadow: known } = guest;
      const { period } = known ?? {};
      if (known?.present && period && period.endsAt > clock()) return; // the clock was set back, so they have access again
      let days = period?.days ?? 0;
      let membershipId = known?.membershipId ?? 0;
      if (!known || guest.gone) {
        days = random.pick(periods);
        if (!shadow.hasSponsor(guest.sponsor.email)) return;
        membershipId = await world.invite(house, guest.email, days, guest.sponsor.membershipId);
        guest.gone = false;
      } else await world.change(house, membershipId, 'guests.inviteAgain');
      await world.accept(membershipId);
      if (known) known.waiting = undefined;
      await beginPeriod(guest, membershipId, days);
      planFuture(guest, days);
    };
    const act = async (kind: Exclude<Deed, 'arrive'>, guest: Person) => {
      const { house, shadow: known } = guest;
      if (!known?.period || (kind === 'reactivate' ? guest.gone : !known.present)) return;
      const { days } = known.period;
      const { membershipId } = known;
      const operation = {
        renew: 'guests.renew',
        suspend: 'users.suspend',
        reactivate: 'users.reactivate',
        remove: 'guests.remove',
        'make-user': 'guests.makeUser',
      } as const;
      const done = await world.change(house, membershipId, operation[kind]);
      if (!done) return plan(time + within(20), { kind: kind === 'reactivate' ? 'remove' : 'arrive', guest });
      if (kind === 'suspend' && known.waiting) silenced.add(membershipId);
      known.waiting = undefined;
      known.present = kind === 'renew' || kind === 'reactivate';
      switch (kind) {
        case 'renew':
          await beginPeriod(guest, membershipId, days);
          return planFuture(guest, days);
        case 'suspend':
          return plan(time + within(20), { kind: 'reactivate', guest });
        case 'remove':
          guest.gone = true;
          if (random.chance(0.4)) plan(time + within(10), { kind: 'arrive', guest });
          return;
        case 'reactivate':
          return planFuture(guest, days);
        case 'make-user':
          return;
      }
    };
    const upset = async (kind: Upset | 'right' | 'server-back') => {
      switch (kind) {
        case 'sleep':
          time += day + within(11);
          return;
        case 'forth':
        case 'back':
          offset = (kind === 'forth' ? 1 : -1) * within(random.chance(0.5) ? 0.2 : 20);
          return plan(time + hour + within(3), { kind: 'right' });
        case 'right':
          offset = 0;
          return;
        case 'restart':
        case 'kill':
          if (kind === 'restart') await world.restart();
          else world.schedule(true);
          // a killed process does not give back its lease, which has to run out
          time += 2 * minute;
          return;
        case 'outage':
          serverAway = true;
          return plan(time + day + within(25), { kind: 'server-back' });
        case 'server-back':
          serverAway = false;
          return;
      }
    };
    const happen = async (what: Happening) => {
      if (what.kind === 'arrive') return arrive(what.guest);
      if ('guest' in what) return act(what.kind, what.guest);
      if (what.kind !== 'sponsor-leaves') return upset(what.kind);
      const [, , leaving] = what.house.sponsors;
      if (!leaving) return;
      const { organizationId, owner } = what.house;
      await world.core.dispatch(owner, 'users.remove', { organizationId, membershipId: leaving.membershipId });
      shadow.removeSponsor(leaving.email);
    };

    const organizations = world.houses.map((h) => h.organizationId);
    const arrived: Told[] = [];
    let looks = 0;
    const look = async (): Promise<number> => {
      looks += 1;
      for (;;)
        try {
          const next = await world.notices.look();
          shadow.look(clock());
          return next;
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
          world.schedule(false);
        }
    };
    let month = '';
    while (time < end) {
      const next = await look();
      if (!serverAway) {
        arrived.push(...(await sendDue(world.core, organizations)));
        shadow.send(clock());
      }
      const target = Math.min(next - offset, agenda[0]?.at ?? end, time + day, end);
      const until = random.chance(0.2) ? time + Math.floor(random.next() * (target - time)) : target;
      time = Math.max(until, time + 1);
      while ((agenda[0]?.at ?? end) <= time) {
        const [entry] = agenda.splice(0, 1);
        if (entry) await happen(entry.what);
      }
      const now = dateOf(time, 'UTC').slice(0, 7);
      if (now !== month) options.progress?.(now, looks);
      month = now;
    }
    return {
      arrived: sorted(arrived),
      expected: sorted(shadow.expected),
      digests: (await digestsOf(world)).sort(),
      expectedDigests: shadow.digests.sort(),
      ranOut: [...shadow.guests.values()].flatMap((guest) => {
        const { present, period, membershipId, email, waiting } = guest;
        if (!present || !period || waiting || silenced.has(membershipId) || period.endsAt > end - 30 * day) return [];
        return [whatIsTold(email, membershipId, period.endsAt, 0)];
      }),
      wrongEnds,
      ends,
      looks,
      upsets: { ...upsets, crash: crashes },
    };
  } finally {
    await world.close();
  }
}

const sorted = (mails: readonly Told[]) => [...mails].sort((a, b) => a.what.localeCompare(b.what) || a.at - b.at);

async function digestsOf(world: World): Promise<string[]> {
  const rows = await world.core.store.read
    .selectFrom('outbox')
    .select(['to_email', 'about', 'created_at'])
    .where('kind', '=', 'guests-digest')
    .execute();
  return rows.flatMap((row) => {
    const about = row.about === null ? undefined : readAbout(row.about);
    if (!about || !isDigest(about)) return [];
    const named = about.guests.map((g) => `${g.membershipId}@${g.endsAt}`);
    const count = named.length + about.moreEnding + about.moreEnded;
    return [digestLine(row.to_email, row.created_at, named, count)];
  });
}

import { dateOf, plusDays, wall } from './wall.ts';

/** A mail that should arrive, or did. */
export interface Told {
  /** To whom, about whose end of access, which notice: never sent twice. */
  readonly what: string;
  readonly at: number;
}
export const whatIsTold = (to: string, membershipId: number, endsAt: number, days: number): string =>
  `${to} ${membershipId} ${endsAt} ${days}`;

/** A digest: to whom, when, about whom, and about how many. */
export const digestLine = (to: string, at: number, named: readonly string[], of: number): string =>
  `${to} ${at}: ${named.join(' ')} (${of})`;

export interface ShadowHouse {
  readonly organizationId: number;
  readonly timeZone: string;
  readonly mailDays: readonly number[];
  /** The addresses that get the digest. */
  readonly managers: readonly string[];
}

interface Period {
  readonly days: number;
  readonly endsAt: number;
  /** Which notice is due from which local time on. */
  readonly notices: readonly { readonly days: number; readonly from: string }[];
}

export interface ShadowGuest {
  readonly membershipId: number;
  readonly email: string;
  readonly sponsor: string;
  readonly house: ShadowHouse;
  /** An active guest, whether or not access has ended. */
  present: boolean;
  period: Period | undefined;
  /** By end of access: the notices sent or skipped. Two periods with the same end count as one. */
  readonly done: Map<number, Set<number>>;
  waiting: { readonly days: number; readonly endsAt: number } | undefined;
  /** Ends of access for the next digest. */
  readonly forDigest: Set<number>;
}

/**
 * What should happen, reckoned guest by guest in the plainest way: a second implementation of the rules, without a database
 * and with the calendar as text.
 */
export class Shadow {
  readonly guests = new Map<number, ShadowGuest>();
  readonly expected: Told[] = [];
  readonly digests: string[] = [];
  readonly #digestDays = new Set<string>();
  readonly #sponsors = new Set<string>();

  hasSponsor = (email: string) => this.#sponsors.has(email);
  addSponsor = (email: string) => this.#sponsors.add(email);
  removeSponsor = (email: string) => this.#sponsors.delete(email);

  begin(guest: ShadowGuest, now: number, days: number, endsAt: number): void {
    guest.present = true;
    const lastDay = plusDays(dateOf(now, guest.house.timeZone), days);
    const before = guest.house.mailDays.filter((n) => n < days);
    const notices = [
      { days: 0, from: `${plusDays(lastDay, 1)} 08:00` },
      ...before.map((n) => ({ days: n, from: `${plusDays(lastDay, -n)} 08:00` })),
    ];
    guest.period = { days, endsAt, notices };
  }

  /** One run of the scheduler. */
  look(now: number): void {
    const walls = new Map<string, string>();
    for (const guest of this.guests.values()) {
      const { timeZone } = guest.house;
      const clock = walls.get(timeZone) ?? wall(now, timeZone);
      walls.set(timeZone, clock);
      this.#tell(guest, clock);
    }
    for (const house of new Set([...this.guests.values()].map((g) => g.house)))
      this.#digest(house, walls.get(house.timeZone) ?? '', now);
  }

  #tell(guest: ShadowGuest, clock: string): void {
    const { period } = guest;
    if (!guest.present || !period) return;
    const { endsAt } = period;
    const due = period.notices.flatMap(({ days, from }) => (clock >= from ? [days] : []));
    const latest = Math.min(...due);
    const done = guest.done.get(endsAt) ?? new Set();
    if (due.length === 0 || [...done].some((days) => days <= latest)) return;
    guest.done.set(endsAt, new Set([...done, ...due]));
    guest.waiting = { days: latest, endsAt };
    guest.forDigest.add(endsAt);
  }

  #digest(house: ShadowHouse, clock: string, now: number): void {
    const day = `${house.organizationId} ${clock.slice(0, 10)}`;
    if (clock.slice(11) < '08:00' || this.#digestDays.has(day)) return;
    const lines: { guest: ShadowGuest; endsAt: number }[] = [];
    for (const guest of this.guests.values())
      if (guest.house === house && guest.forDigest.size > 0) {
        const endsAt = guest.period?.endsAt;
        if (guest.present && endsAt !== undefined && guest.forDigest.has(endsAt)) lines.push({ guest, endsAt });
        guest.forDigest.clear();
      }
    if (lines.length === 0) return;
    this.#digestDays.add(day);
    lines.sort((a, b) => a.endsAt - b.endsAt || a.guest.membershipId - b.guest.membershipId);
    for (const to of house.managers) {
      const theirs = lines.filter((line) => line.guest.sponsor !== to);
      const named = theirs.map(({ guest, endsAt }) => `${guest.membershipId}@${endsAt}`);
      if (named.length > 0) this.digests.push(digestLine(to, now, named.slice(0, 200), named.length));
    }
  }

  /** The mail server takes what is waiting; what waited because of a wrong clock is sent once the clock is right again. */
  send(now: number): void {
    for (const guest of this.guests.values()) {
      const { waiting } = guest;
      if (!waiting) continue;
      const over = waiting.endsAt <= now;
      const still = guest.present && guest.period?.endsAt === waiting.endsAt;
      if (still && waiting.days === 0 && !over) continue;
      guest.waiting = undefined;
      if (!still || (waiting.days > 0 && over)) continue;
      for (const to of [guest.email, ...(this.hasSponsor(guest.sponsor) ? [guest.sponsor] : [])])
        this.expected.push({ what: whatIsTold(to, guest.membershipId, waiting.endsAt, waiting.days), at: now });
    }
  }
}

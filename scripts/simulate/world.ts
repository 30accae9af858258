import { GatehouseError } from '#contract/errors.ts';
import { type Core, openCore } from '../../src-main/core.ts';
import { createGuestNotices } from '../../src-main/features/guests/notices/scheduler.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { createPasswords } from '../../src-main/kernel/passwords.ts';
import type { Scheduler } from '../../src-main/kernel/scheduler.ts';
import { loadPermissions } from '../../src-main/kernel/standing.ts';
import { makeToken } from '../../src-main/kernel/tokens.ts';

const zones = ['Pacific/Auckland', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata'] as const;
const password = 'a sentence to sign in with';
const asCore: Caller = { face: 'core', credentials: { kind: 'core' } };

export interface House {
  readonly organizationId: number;
  readonly timeZone: string;
  readonly owner: Caller;
  /** Addresses of the people who may renew guests. */
  readonly managers: readonly string[];
  /** Members who sponsor guests, with their memberships; some of them are managers. */
  readonly sponsors: readonly { readonly email: string; readonly membershipId: number }[];
}

/** Represents a process killed before its transaction could be committed. */
export class Killed extends Error {}

/** A workspace whose clock, scheduler and process the simulation can stop and start. */
export class World {
  core!: Core;
  notices!: Scheduler;
  houses: House[] = [];
  #holder = 0;
  readonly #folder: string;
  readonly #now: () => number;
  readonly #dies: () => boolean;

  /** @param dies whether the process is killed at this very moment */
  constructor(folder: string, now: () => number, dies: () => boolean) {
    this.#folder = folder;
    this.#now = now;
    this.#dies = dies;
  }

  async open(): Promise<void> {
    const passwords = createPasswords({ memoryCost: 8, timeCost: 1 });
    this.core = await openCore({ folder: this.#folder, clock: { now: this.#now }, passwords });
    this.schedule(true);
  }

  /** Starts a scheduler that remembers nothing. @param anew under another process name, which does not hold the lease */
  schedule(anew: boolean): void {
    if (anew) this.#holder += 1;
    const { core } = this;
    const changes: Core['changes'] = {
      ...core.changes,
      write: (tags, now, work) =>
        core.changes.write(tags, now, async (db) => {
          const answer = await work(db);
          if (this.#dies()) throw new Killed();
          return answer;
        }),
    };
    const report = (error: unknown) => {
      if (!(error instanceof Killed)) console.error(error);
    };
    this.notices = createGuestNotices({ ...core, changes, report, holder: `process ${this.#holder}` });
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  async close(): Promise<void> {
    await this.notices.close();
    await this.core.close();
  }

  async settle(): Promise<void> {
    for (const timeZone of zones) {
      const name = timeZone
        .slice(timeZone.indexOf('/') + 1)
        .toLowerCase()
        .replace('_', '-');
      const email = `owner@${name}.test`;
      const { organizationId } = await this.core.dispatch(asCore, 'organizations.create', {
        name: `Example ${name}`,
        timeZone,
        linkLifeHours: 72,
        owner: { name: 'Olive Owner', email, password },
      });
      const owner: Caller = { face: 'core', credentials: { kind: 'operator', email } };
      const sponsors: { email: string; membershipId: number }[] = [];
      for (const [who, role] of [
        ['manager', 'Account manager'],
        ['one', 'Member'],
        ['two', 'Member'],
      ] as const) {
        const address = `${who}@${name}.test`;
        const { invited } = await this.core.dispatch(owner, 'invitations.send', {
          organizationId,
          entries: [{ email: address, roles: [role] }],
        });
        const membershipId = invited[0]?.membershipId ?? 0;
        await this.accept(membershipId);
        sponsors.push({ email: address, membershipId });
      }
      this.houses.push({ organizationId, timeZone, owner, managers: [email, `manager@${name}.test`], sponsors });
    }
  }

  /** Follows an invited person's link. */
  async accept(membershipId: number): Promise<void> {
    const { store, keys, dispatch } = this.core;
    const { id, generation, person_id } = await store.read
      .selectFrom('invitation')
      .innerJoin('membership', 'membership.id', 'invitation.membership_id')
      .select(['invitation.id', 'invitation.generation', 'membership.person_id'])
      .where('membership.id', '=', membershipId)
      .where('invitation.state', '=', 'pending')
      .executeTakeFirstOrThrow();
    const known = await store.read
      .selectFrom('credential')
      .select('person_id')
      .where('person_id', '=', person_id)
      .executeTakeFirst();
    await dispatch(
      known ? { face: 'core', credentials: { kind: 'person', personId: person_id } } : asCore,
      'invitations.accept',
      {
        token: makeToken(keys, { invitationId: id, generation }),
        account: known ? { kind: 'signed-in' } : { kind: 'new', firstName: 'Gus', lastName: 'Guest', password },
      },
    );
  }

  async invite(house: House, email: string, days: number, sponsorMembershipId: number): Promise<number> {
    const { organizationId, owner } = house;
    const { invited } = await this.core.dispatch(owner, 'guests.invite', {
      organizationId,
      emails: [email],
      days,
      sponsorMembershipId,
    });
    const [one] = invited;
    if (!one) throw new Error(`${email} was not invited`);
    return one.membershipId;
  }

  /** @returns false if the operation is refused because of the clock */
  async change(
    house: House,
    membershipId: number,
    operation:
      | 'guests.renew'
      | 'guests.remove'
      | 'guests.makeUser'
      | 'guests.inviteAgain'
      | 'users.suspend'
      | 'users.reactivate',
  ): Promise<boolean> {
    const { core } = this;
    try {
      await core.dispatch(house.owner, operation, { organizationId: house.organizationId, membershipId });
    } catch (error) {
      if (error instanceof GatehouseError && (error.code === 'access-ended' || error.code === 'not-active'))
        return false;
      throw error;
    }
    return true;
  }

  async endOf(membershipId: number): Promise<number> {
    const row = await this.core.store.read
      .selectFrom('membership')
      .select('access_ends_at')
      .where('id', '=', membershipId)
      .executeTakeFirstOrThrow();
    if (row.access_ends_at === null) throw new Error(`the access of ${membershipId} has no end`);
    return row.access_ends_at;
  }

  /** Whether they have access at an instant. */
  async letsIn(house: House, membershipId: number, instant: number): Promise<boolean> {
    const { read } = this.core.store;
    const { person_id } = await read
      .selectFrom('membership')
      .select('person_id')
      .where('id', '=', membershipId)
      .executeTakeFirstOrThrow();
    return (await loadPermissions(read, person_id, house.organizationId, instant)) !== undefined;
  }
}

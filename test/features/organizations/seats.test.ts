import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GatehouseError } from '#contract/errors.ts';
import type { OutputOf } from '#contract/index.ts';
import { openCore } from '../../../src-main/core.ts';
import { accept, dump, invite, member } from '../../support/invitees.ts';
import {
  asOperator,
  freshWorkspace,
  hour,
  owner,
  quickPasswords,
  temporaryFolder,
  type Workspace,
} from '../../support/workspace.ts';

const limitTo = (w: Workspace, seatLimit: number | null) =>
  w.call('organizations.update', { organizationId: w.organizationId, seatLimit });
const seats = (w: Workspace) => w.call('organizations.seats', { organizationId: w.organizationId });
const people = (from: number, n: number) =>
  Array.from({ length: n }, (_, i) => ({ email: `p${from + i}@example.org`, roles: ['Member'] }));
const send = (w: Workspace, entries: readonly { email: string }[], kind: 'user' | 'inbox-agent' = 'user') =>
  w.call('invitations.send', {
    organizationId: w.organizationId,
    entries: [...entries],
    kind,
    defaults: { roles: ['Member'] },
  });
const setStatus = (w: Workspace, membershipId: number, status: 'active' | 'suspended' | 'removed') =>
  w.core.changes.write([], w.core.clock.now(), (db) =>
    db.updateTable('membership').set({ status }).where('id', '=', membershipId).execute(),
  );

describe('the seats of a licence', () => {
  it('are unlimited until a limit is set, and counted all the same', async () => {
    const w = await freshWorkspace();
    await send(w, people(0, 3));
    expect(await seats(w)).toEqual({ limit: null, used: 1, pending: 3, free: null, nextChangeAt: null });
    await limitTo(w, 10);
    expect(await seats(w)).toEqual({ limit: 10, used: 1, pending: 3, free: 6, nextChangeAt: null });
    await limitTo(w, null);
    expect(await seats(w)).toMatchObject({ limit: null, free: null });
  });

  it('are all taken, and not overdrawn, when the limit is below what is used; nobody can be invited then', async () => {
    const w = await freshWorkspace();
    await send(w, people(0, 3));
    await limitTo(w, 2);
    expect(await seats(w)).toMatchObject({ limit: 2, used: 1, pending: 3, free: 0 });
    await expect(send(w, people(3, 1))).rejects.toMatchObject({ code: 'seats-exceeded', data: { free: 0, needed: 1 } });
  });

  it('must suffice for the whole batch, or it is refused before anything is written, saying how many fit', async () => {
    const w = await freshWorkspace();
    await limitTo(w, 13);
    const before = await dump(w);
    const tooMany = send(w, people(0, 15));
    await expect(tooMany).rejects.toMatchObject({ code: 'seats-exceeded', data: { free: 12, needed: 15 } });
    expect(await dump(w)).toEqual(before);
    expect((await send(w, people(0, 12))).invited).toHaveLength(12);
    expect(await seats(w)).toMatchObject({ used: 1, pending: 12, free: 0 });
  });

  it('are needed only for those invited: members, duplicates and refused entries take none', async () => {
    const w = await freshWorkspace();
    await send(w, people(0, 1));
    await limitTo(w, 3);
    const answer = await send(w, [
      { email: owner.email },
      { email: 'p0@example.org' },
      { email: 'new@example.org' },
      { email: 'NEW@example.org' },
      { email: 'fatou@gmail.com' },
      { email: 'no address' },
    ]);
    expect(answer.invited.map((i) => i.email)).toEqual(['new@example.org']);
    expect(await seats(w)).toMatchObject({ free: 0 });
    // with no seat left, a list of people who are members already is still answered person by person
    expect((await send(w, [{ email: owner.email }])).skipped).toHaveLength(1);
  });

  it('are not taken by inbox agents and guests', async () => {
    const w = await freshWorkspace();
    await limitTo(w, 1);
    const { invited } = await send(w, people(0, 5), 'inbox-agent');
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db
        .updateTable('membership')
        .set({ kind: 'guest' })
        .where('id', '=', invited[0]?.membershipId ?? 0)
        .execute(),
    );
    await setStatus(w, invited[1]?.membershipId ?? 0, 'active');
    expect(await seats(w)).toMatchObject({ used: 1, pending: 0, free: 0 });
  });

  it('are claimed by the invitation, and not again by accepting it', async () => {
    const w = await freshWorkspace();
    await limitTo(w, 2);
    const { token } = await invite(w, 'ana@example.org');
    expect(await seats(w)).toMatchObject({ used: 1, pending: 1, free: 0 });
    await accept(w, token);
    expect(await seats(w)).toMatchObject({ used: 2, pending: 0, free: 0 });
  });

  it('are free again once the invitation is revoked, or its person removed or suspended', async () => {
    const w = await freshWorkspace();
    await limitTo(w, 2);
    const one = await invite(w, 'ana@example.org');
    await expect(invite(w, 'bob@example.org')).rejects.toMatchObject({ code: 'seats-exceeded' });
    await w.call('invitations.revoke', member(w, one.membershipId));
    expect(await seats(w)).toMatchObject({ pending: 0, free: 1 });

    const two = await invite(w, 'bob@example.org');
    await accept(w, two.token);
    await setStatus(w, two.membershipId, 'suspended');
    expect(await seats(w)).toMatchObject({ used: 1, free: 1 });
    const three = await invite(w, 'carol@example.org');
    await accept(w, three.token);
    await setStatus(w, three.membershipId, 'removed');
    expect(await seats(w)).toMatchObject({ used: 1, free: 1 });
  });

  it('are free at the very instant at which an invitation expires, and the answer says when that is', async () => {
    const w = await freshWorkspace();
    await limitTo(w, 2);
    const { membershipId } = await invite(w, 'ana@example.org');
    expect((await seats(w)).nextChangeAt).toBeNull(); // its life begins with its mail or a copy
    await w.call('invitations.copyLink', member(w, membershipId));
    const end = w.clock.time + 72 * hour;
    expect(await seats(w)).toMatchObject({ pending: 1, free: 0, nextChangeAt: end });
    w.clock.time = end - 1;
    await expect(invite(w, 'bob@example.org')).rejects.toMatchObject({ code: 'seats-exceeded' });
    w.clock.time = end;
    expect(await seats(w)).toMatchObject({ pending: 0, free: 1, nextChangeAt: null });
    await invite(w, 'bob@example.org');
  });

  it('are each organization’s own', async () => {
    const w = await freshWorkspace();
    const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
    await limitTo(w, 1);
    const other = { ...w, organizationId };
    await send(other, people(0, 3));
    expect(await seats(other)).toMatchObject({ limit: null, pending: 3 });
    expect(await seats(w)).toMatchObject({ limit: 1, used: 1, pending: 0, free: 0 });
  });

  it('are shown only to those who may read users, and limited only by those who may write settings', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await send(w, people(0, 2));
    const [one, two] = (await w.core.store.read.selectFrom('membership').select('id').orderBy('id').execute()).slice(1);
    for (const row of [one, two]) await setStatus(w, row?.id ?? 0, 'active');
    const as = asOperator('p0@example.org');
    await expect(w.callAs(as, 'organizations.seats', { organizationId })).rejects.toMatchObject({
      code: 'not-permitted',
      data: { permission: 'users:read' },
    });
    await expect(w.callAs(as, 'organizations.update', { organizationId, seatLimit: 5 })).rejects.toMatchObject({
      code: 'not-permitted',
      data: { permission: 'settings:write' },
    });
    for (const seatLimit of [0, -1, 1.5])
      await expect(limitTo(w, seatLimit)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

/** Two programs on one workspace file, each with its own connections, as the window and the command line are. */
async function twoPrograms(): Promise<{ first: Workspace; second: Workspace }> {
  const folder = temporaryFolder();
  // a locked file is reported at once: both share one thread here, where waiting would wait for itself
  const options = { folder, busyMilliseconds: 0 };
  const first = await freshWorkspace(options);
  const core = await openCore({ ...options, clock: first.clock, passwords: quickPasswords() });
  onTestFinished(() => core.close());
  const as = asOperator(owner.email);
  return { first, second: { ...first, core, call: (name, input) => core.dispatch(as, name, input) } };
}

type Outcome = OutputOf<'invitations.send'> | GatehouseError;

/** Invites, asking again for as long as the other program holds the file. */
async function persist(
  w: Workspace,
  entries: readonly { email: string }[],
  onBusy: () => void = () => undefined,
): Promise<Outcome> {
  for (;;) {
    try {
      return await send(w, entries);
    } catch (error) {
      if (!(error instanceof GatehouseError)) throw error;
      if (error.code !== 'workspace-busy') return error;
      onBusy();
    }
  }
}

describe('two operators who invite at once from two programs', () => {
  it('never exceed the limit together, and each refusal states what was true at its moment', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 2, max: 30 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 12 }),
      async (limit, sizes) => {
        const { first, second } = await twoPrograms();
        await limitTo(first, limit);
        let next = 0;
        const batches = sizes.map((size) => {
          next += size;
          return people(next - size, size);
        });
        const outcomes = await Promise.all(batches.map((batch, i) => persist(i % 2 === 0 ? first : second, batch)));
        const invited = outcomes.flatMap((o) => (o instanceof GatehouseError ? [] : o.invited));
        const now = await seats(second);
        expect(now).toMatchObject({ limit, used: 1, pending: invited.length });
        expect(1 + invited.length).toBeLessThanOrEqual(limit);
        for (const [i, outcome] of outcomes.entries()) {
          if (!(outcome instanceof GatehouseError)) {
            expect(outcome.invited).toHaveLength(sizes[i] ?? 0);
            continue;
          }
          expect(outcome).toMatchObject({ code: 'seats-exceeded', data: { needed: sizes[i] } });
          const { free } = outcome.data as { free: number };
          expect(free).toBeLessThan(sizes[i] ?? 0);
          // seats only became fewer: what did not fit then does not fit now
          expect(now.free).toBeLessThanOrEqual(free);
        }
      },
    );
    await fc.assert(property, { numRuns: 12 });
  });

  it('share the last seats one by one until none is left', async () => {
    const { first, second } = await twoPrograms();
    await limitTo(first, 11);
    let busy = 0;
    const met = () => {
      busy++;
    };
    const outcomes = await Promise.all(
      people(0, 40).map((one, i) => persist(i % 2 === 0 ? first : second, [one], met)),
    );
    expect(busy, 'they did meet').toBeGreaterThan(0);
    const refused = outcomes.filter((o) => o instanceof GatehouseError);
    expect(refused).toHaveLength(30);
    for (const error of refused) expect(error).toMatchObject({ code: 'seats-exceeded', data: { free: 0, needed: 1 } });
    expect(await seats(second)).toMatchObject({ used: 1, pending: 10, free: 0 });
  });
});

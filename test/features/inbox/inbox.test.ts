import { expect, it } from 'vitest';
import { tell } from '../../../src-main/features/inbox/store.ts';
import { accept, invite } from '../../support/invitees.ts';
import { lastAudit, writeRows } from '../../support/memberships.ts';
import { asNobody, freshWorkspace, type Workspace } from '../../support/workspace.ts';

const asPerson = (personId: number) => ({ face: 'portal', credentials: { kind: 'person', personId } }) as const;

async function addPerson(w: Workspace, email: string): Promise<number> {
  const { token } = await invite(w, email);
  await accept(w, token);
  await writeRows(w, async (db) => void (await db.deleteFrom('notice').execute()));
  const { id } = await w.core.store.read
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return id;
}

it('the inbox tells a person, and nobody else, what became of their access, newest first', async () => {
  const w = await freshWorkspace();
  const { organizationId } = w;
  const ana = await addPerson(w, 'ana@example.org');
  const bob = await addPerson(w, 'bob@example.org');
  const at = w.clock.now();
  await writeRows(w, async (db) => {
    await tell(db, { organizationId, personId: ana, kind: 'joined', added: ['Route planner'], removed: ['Night'] }, at);
    await tell(db, { organizationId, personId: bob, kind: 'removed' }, at);
    await tell(db, { organizationId, personId: ana, kind: 'suspended' }, at + 1);
  });
  const about = { organization: { id: organizationId, name: 'Example Logistics' }, timeZone: 'Europe/Amsterdam' };
  expect(await w.callAs(asPerson(ana), 'inbox.list', {})).toEqual({
    unread: 2,
    rows: [
      { id: expect.any(Number), ...about, kind: 'suspended', at: at + 1, read: false, added: [], removed: [] },
      {
        id: expect.any(Number),
        ...about,
        kind: 'joined',
        at,
        read: false,
        added: ['Route planner'],
        removed: ['Night'],
      },
    ],
  });
});

it('marking as read covers all that a person was told, once, and only theirs', async () => {
  const w = await freshWorkspace();
  const { organizationId } = w;
  const ana = await addPerson(w, 'ana@example.org');
  const bob = await addPerson(w, 'bob@example.org');
  await writeRows(w, async (db) => {
    for (const personId of [ana, ana, bob]) await tell(db, { organizationId, personId, kind: 'reactivated' }, 1);
  });
  await w.callAs(asPerson(ana), 'inbox.markRead', {});
  const readAt = w.clock.now();
  const after = await w.callAs(asPerson(ana), 'inbox.list', {});
  expect([after.unread, after.rows.map((r) => r.read)]).toEqual([0, [true, true]]);
  expect((await w.callAs(asPerson(bob), 'inbox.list', {})).unread).toBe(1);
  w.clock.advance(1000);
  await w.callAs(asPerson(ana), 'inbox.markRead', {});
  const rows = await w.core.store.read.selectFrom('notice').select('read_at').where('person_id', '=', ana).execute();
  expect(rows).toEqual([{ read_at: readAt }, { read_at: readAt }]);
});

it('the inbox shows the hundred newest and counts all that are unread', async () => {
  const w = await freshWorkspace();
  const { organizationId } = w;
  const ana = await addPerson(w, 'ana@example.org');
  await writeRows(w, async (db) => {
    for (let at = 1; at <= 103; at++) await tell(db, { organizationId, personId: ana, kind: 'access-changed' }, at);
  });
  const { rows, unread } = await w.callAs(asPerson(ana), 'inbox.list', {});
  expect([rows.length, rows[0]?.at, rows.at(-1)?.at, unread]).toEqual([100, 103, 4, 103]);
});

it('the inbox needs a sign-in, and is not for the command line', async () => {
  const w = await freshWorkspace();
  for (const name of ['inbox.list', 'inbox.markRead'] as const) {
    await expect(w.callAs(asNobody, name, {})).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(w.call(name, {})).rejects.toMatchObject({ code: 'wrong-face' });
    const core = { face: 'core', credentials: { kind: 'core' } } as const;
    await expect(w.callAs(core, name, {})).rejects.toMatchObject({ code: 'not-signed-in' });
  }
  expect(await lastAudit(w, 'inbox.list')).toMatchObject({ outcome: 'denied' });
});

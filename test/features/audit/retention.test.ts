import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAuditRetention } from '../../../src-main/features/audit/retention/scheduler.ts';
import { writeMany } from '../../support/long-log.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

const day = 24 * hour;
const verify = (w: Workspace) => w.call('audit.verify', { organizationId: w.organizationId });
const faults = async (w: Workspace) => (await verify(w)).faults.map(({ fault }) => fault);
const keep = (w: Workspace, auditDays: number | null, organizationId = w.organizationId) =>
  w.call('organizations.update', { organizationId, auditDays });
const team = (w: Workspace, name: string) => w.call('teams.create', { organizationId: w.organizationId, name });
const log = async (w: Workspace, organizationId = w.organizationId) =>
  (await w.call('audit.list', { organizationId, limit: 500 })).rows;
const found = async (w: Workspace, search: string) =>
  (await w.call('audit.list', { organizationId: w.organizationId, search })).rows.map(({ target }) => target);
/** What somebody can do who has the database open in another program. */
const tamper = (w: Workspace, statement: string) => sql.raw(statement).execute(w.core.store.write);

/** The duty as the service starts it. */
function duty({ core }: Workspace) {
  const made = createAuditRetention(core);
  onTestFinished(() => made.close());
  return made;
}
/** A service that runs all the time: it looks once a day. */
async function live(w: Workspace, days: number): Promise<void> {
  const looks = duty(w);
  for (let n = 0; n < days; n += 1) {
    await looks.look();
    w.clock.advance(day);
  }
  await looks.look();
}

/** A workspace with one team a day for 60 days. */
async function withPast(): Promise<Workspace> {
  const w = await freshWorkspace();
  const looks = duty(w);
  for (let n = 0; n < 60; n += 1) {
    await looks.look();
    await team(w, `Team ${String(n).padStart(2, '0')}`);
    w.clock.advance(day);
  }
  return w;
}

describe('the retention of the audit', () => {
  it('keeps everything unless an owner says otherwise', async () => {
    const w = await withPast();
    await live(w, 400);
    expect(await log(w)).toHaveLength(61);
    expect(await verify(w)).toMatchObject({ removed: [], faults: [] });
  });

  it('removes what is older, records it in one entry, and leaves the rest proven', async () => {
    const w = await withPast();
    const cutoff = w.clock.time - 30 * day;
    await keep(w, 30);
    await duty(w).look();
    const rows = await log(w);
    expect(rows.filter(({ at }) => at < cutoff)).toEqual([]);
    expect(rows.at(-1)?.at).toBe(cutoff);
    const [told] = rows;
    expect(told).toMatchObject({ operation: 'audit.expire', actor: 'core', face: 'core', target: null });
    expect(told?.detail).toEqual({ entries: 31, until: new Date(cutoff - day).toISOString(), days: 30 });
    expect(await verify(w)).toMatchObject({
      proven: rows.length,
      provenSince: cutoff,
      removed: [{ of: 'organization', entries: 31, until: cutoff - day, faulty: 0 }],
      faults: [],
    });
    // the next day takes the next entry, and the count goes on
    w.clock.advance(day);
    await duty(w).look();
    expect(await verify(w)).toMatchObject({ removed: [{ entries: 32, until: cutoff }] });
    expect((await log(w))[0]?.detail).toMatchObject({ entries: 1 });
    expect(await faults(w)).toEqual([]);
  });

  it('takes what it removes out of the search as well, and leaves the rest in it', async () => {
    const w = await withPast();
    expect(await found(w, 'teams 12')).toEqual(['teams 12']);
    await keep(w, 30);
    await duty(w).look();
    expect(await found(w, 'teams 12')).toEqual([]);
    expect(await found(w, 'teams 55')).toEqual(['teams 55']);
    await tamper(w, `INSERT INTO audit_search (audit_search) VALUES ('integrity-check')`);
    const { rows } = await sql<{
      n: number;
    }>`SELECT count(*) AS n FROM audit_search WHERE audit_search MATCH 'tea'`.execute(w.core.store.write);
    expect(rows[0]?.n).toBe((await log(w)).filter(({ target }) => target?.startsWith('teams')).length);
  });

  it('removes in chunks of some hundred, a transaction each', async () => {
    const w = await freshWorkspace();
    await writeMany(w.core, w.organizationId, 1300);
    await live(w, 31);
    await keep(w, 30);
    let chunks = 0;
    const write: typeof w.core.changes.write = (tags, now, work) => {
      if (tags.includes('audit')) chunks += 1;
      return w.core.changes.write(tags, now, work);
    };
    const looks = createAuditRetention({ ...w.core, changes: { ...w.core.changes, write } });
    onTestFinished(() => looks.close());
    await looks.look();
    expect(chunks).toBe(4); // 500, 500, 301, and the entry that records it
    expect((await log(w)).map(({ operation }) => operation)).toEqual(['audit.expire', 'organizations.update']);
    expect(await verify(w)).toMatchObject({ proven: 2, removed: [{ entries: 1301 }], faults: [] });
  });

  it('never gives the number of a removed entry to another one', async () => {
    const w = await withPast();
    await keep(w, 30);
    await live(w, 31);
    const anchors = await w.core.store.read.selectFrom('audit_anchor').select('after_id').execute();
    await verify(w); // notes the end
    await tamper(w, 'DELETE FROM audit');
    await team(w, 'Later');
    expect((await log(w))[0]?.id).toBeGreaterThan(Math.max(...anchors.map((a) => a.after_id)));
    expect(await faults(w)).toContain('cut');
  });

  it('finds what was removed by hand at the beginning, in the middle and at the end', async () => {
    const w = await withPast();
    await keep(w, 30);
    await duty(w).look();
    await verify(w); // notes the end
    const ids = (await log(w)).map(({ id }) => id).reverse();
    for (const [id, fault] of [
      [ids[0], 'broken'],
      [ids[10], 'broken'],
      [ids.at(-1), 'cut'],
    ] as const) {
      await tamper(w, 'CREATE TABLE kept AS SELECT * FROM audit');
      await tamper(w, `DELETE FROM audit WHERE id = ${id}`);
      expect(await faults(w)).toEqual([fault]);
      await tamper(w, `INSERT INTO audit SELECT * FROM kept WHERE id = ${id}`);
      await tamper(w, 'DROP TABLE kept');
    }
    expect(await faults(w)).toEqual([]);
  });

  it.each([
    ['where the chain begins', 'after_id = after_id + 3'],
    ['how many were removed', 'removed = removed + 3'],
    ['up to when', 'removed_until = removed_until + 1'],
  ])('finds that somebody else wrote %s', async (_what, change) => {
    const w = await withPast();
    await keep(w, 30);
    await duty(w).look();
    await tamper(w, `UPDATE audit_anchor SET ${change} WHERE chain = ${w.organizationId}`);
    expect(await faults(w)).toContain('beginning-forged');
  });

  it('takes no forged beginning for the rule: a tail that was cut off behind one stays noted', async () => {
    const w = await withPast();
    await verify(w);
    await tamper(w, 'CREATE TABLE kept AS SELECT * FROM audit_anchor');
    await tamper(w, 'UPDATE audit_anchor SET after_id = 1000000');
    await tamper(w, 'DELETE FROM audit WHERE id > 50');
    await w.call('profile.chooseLanguage', { language: 'en' }); // has the ends noted anew
    await verify(w);
    await tamper(w, 'DELETE FROM audit_anchor');
    await tamper(w, 'INSERT INTO audit_anchor SELECT * FROM kept');
    expect(await faults(w)).toContain('cut');
  });

  it('reports how many of the removed entries were not as they had been written', async () => {
    const w = await withPast();
    await tamper(w, `UPDATE audit SET actor = 'somebody@example.com' WHERE target = 'teams 5'`);
    await keep(w, 30);
    await duty(w).look();
    expect(await verify(w)).toMatchObject({ removed: [{ entries: 31, faulty: 1 }], faults: [] });
  });

  it('keeps the file of the ends correct from one removal to the next', async () => {
    const w = await withPast();
    await keep(w, 30);
    await verify(w);
    await duty(w).look();
    w.clock.advance(31 * day);
    await duty(w).look();
    await verify(w);
    const file = path.join(w.core.folder, 'audit-ends.json');
    const { book } = JSON.parse(readFileSync(file, 'utf8')) as {
      book: { ends: Record<string, { last: { id: number }; lost: unknown[] }> };
    };
    expect(book.ends[w.organizationId]).toMatchObject({ last: { id: (await log(w))[0]?.id }, lost: [] });
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"id":\d+/, '"id":1'));
    expect(await faults(w)).toEqual(['ends-forged']);
  });

  it('keeps what belongs to no organization as long as the longest rule of any, and for ever while one has none', async () => {
    const w = await freshWorkspace();
    const other = (await w.call('organizations.add', { name: 'Brightwater' })).organizationId;
    const signIn = () =>
      w.callAs({ face: 'window', credentials: { kind: 'anonymous' } }, 'session.signIn', {
        email: owner.email,
        password: owner.password,
      });
    const signedIn = async () =>
      (await w.core.store.read.selectFrom('audit').select('at').where('operation', '=', 'session.signIn').execute())
        .length;
    await signIn();
    await keep(w, 30);
    await live(w, 50);
    expect(await signedIn()).toBe(1);
    await keep(w, 90, other);
    await live(w, 35);
    expect(await signedIn()).toBe(1);
    await live(w, 10);
    expect(await signedIn()).toBe(0);
    expect(await verify(w)).toMatchObject({
      removed: [{ of: 'organization' }, { of: 'signing-in', entries: 1 }],
      faults: [],
    });
  });

  it('removes what versions without seals wrote, and begins the chain after it', async () => {
    const w = await withPast();
    await tamper(w, 'UPDATE audit SET seal = NULL, digest = NULL');
    await tamper(w, 'DELETE FROM audit_anchor');
    writeFileSync(path.join(w.core.folder, 'audit-ends.json'), '');
    await keep(w, 30);
    await duty(w).look();
    expect(await verify(w)).toMatchObject({ proven: 2, unproven: 30, removed: [{ entries: 31, faulty: 0 }] });
  });
});

describe('a clock that is wrong', () => {
  it('empties no log when it is set years ahead, and nothing is missing once it is right again', async () => {
    const w = await withPast();
    await keep(w, 90);
    const right = w.clock.time;
    w.clock.time = right + 10 * 365 * day;
    await live(w, 5);
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Written in the future' });
    await duty(w).look();
    expect(await w.call('audit.expiry', { organizationId: w.organizationId, days: 90 })).toEqual({
      entries: 0,
      until: null,
      clockDoubted: true,
    });
    w.clock.time = right + 5 * day;
    await live(w, 1);
    expect(await log(w)).toHaveLength(63);
    expect((await w.call('audit.expiry', { organizationId: w.organizationId, days: 30 })).clockDoubted).toBe(false);
    expect(await faults(w)).toEqual([]);
  });

  it('is believed once it was seen on seven days, as after a long absence', async () => {
    const w = await withPast();
    await keep(w, 90);
    w.clock.advance(200 * day);
    const looks = duty(w);
    for (let n = 0; n < 7; n += 1) {
      for (let m = 0; m < 10; m += 1) await looks.look();
      expect(await log(w)).toHaveLength(62);
      w.clock.advance(day);
    }
    await looks.look();
    expect((await log(w)).map(({ operation }) => operation)).toEqual(['audit.expire']);
    expect(await faults(w)).toEqual([]);
  });

  it('of a workspace that was last used two weeks ago is believed at once', async () => {
    const w = await withPast();
    await keep(w, 30);
    await duty(w).look();
    w.clock.advance(14 * day);
    await duty(w).look();
    expect((await log(w)).filter(({ at }) => at < w.clock.time - 30 * day)).toEqual([]);
  });

  it('that was set back removes nothing, neither then nor once it is right again', async () => {
    const w = await withPast();
    await keep(w, 30);
    w.clock.time -= 3 * 365 * day;
    await team(w, 'Written in the past');
    await duty(w).look();
    w.clock.advance(3 * 365 * day);
    await duty(w).look();
    expect(await log(w)).toHaveLength(63);
    expect(await faults(w)).toEqual([]);
  });
});

describe('changing the retention of the audit', () => {
  it('is for owners only, whoever else may change settings, and is audited', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { rows } = await w.call('roles.list', { organizationId });
    const admin = rows.find(({ key }) => key === 'admin');
    await w.call('invitations.send', {
      organizationId,
      defaults: { roles: [admin?.name ?? ''] },
      entries: [{ email: 'ada@example.org', name: 'Ada' }],
    });
    await tamper(w, `UPDATE membership SET status = 'active' WHERE status = 'pending'`);
    const asAdmin = asOperator('ada@example.org');
    await expect(w.callAs(asAdmin, 'organizations.update', { organizationId, auditDays: 90 })).rejects.toMatchObject({
      code: 'owner-needed',
    });
    expect((await log(w))[0]).toMatchObject({ operation: 'organizations.update', outcome: 'denied' });
    await w.callAs(asAdmin, 'organizations.update', { organizationId, contact: 'it@example.org', auditDays: null });
    await keep(w, 90);
    expect((await log(w))[0]).toMatchObject({ outcome: 'done', detail: { auditDays: 90 } });
    expect((await w.call('organizations.get', { organizationId })).auditDays).toBe(90);
    await expect(keep(w, 29)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('shows beforehand what would be removed', async () => {
    const w = await withPast();
    await duty(w).look();
    const asked = await w.call('audit.expiry', { organizationId: w.organizationId, days: 30 });
    expect(asked).toEqual({ entries: 31, until: w.clock.time - 31 * day, clockDoubted: false });
  });
});

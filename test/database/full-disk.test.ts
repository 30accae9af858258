import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile, openCore } from '../../src-main/core.ts';
import { noMounting, smallDisk } from '../support/disk.ts';
import { dump, invite } from '../support/invitees.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startSink } from '../support/smtp-sink.ts';
import { typedIn } from '../support/verb.ts';
import { asOperator, freshWorkspace, owner, temporaryFolder, type Workspace } from '../support/workspace.ts';

const many = Array.from({ length: 300 }, (_, i) => `p${i}@example.org`);
const isFull = { code: 'file-unreadable', data: { detail: expect.stringMatching(/^(SQLITE_FULL|ENOSPC)$/) } };

async function onDisk() {
  const disk = smallDisk(24);
  const w = await freshWorkspace({ folder: path.join(disk.folder, 'workspace') });
  w.clock.time = Date.now(); // the command line knows no other clock
  const fill = async () => {
    await expectSound(w); // also notes the end of the audit, which would otherwise be written while the test compares the files
    // otherwise a small change would find room in what the WAL held before
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(w.core.store.write);
    disk.fill();
  };
  return { disk, fill, w };
}

/** The disk fills up when the server has taken the first of several messages, so that its result cannot be recorded. */
async function fullBehindTheFirstBody() {
  const { disk, w } = await onDisk();
  const house = mailHouse(w);
  const sink = await startSink({
    taken() {
      if (sink.messages.length === 1) disk.fill();
    },
  });
  await house.save(settingsFor(sink.port));
  const people = Array.from({ length: 6 }, (_, i) => `p${i}@example.org`);
  await house.invite(...people);
  await expectSound(w);
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(w.core.store.write);
  const failures: unknown[] = [];
  const report = (error: unknown) => void failures.push(error);
  const outbox = house.startOutbox({ report, timings: { connections: 1 } });
  await expect.poll(() => failures.length, { timeout: 10_000 }).toBeGreaterThan(2);
  for (const error of failures) expect(String(error)).toContain('database or disk is full');
  expect(sink.messages).toHaveLength(1);
  expect((await house.row(sink.messages[0]?.to[0] ?? '')).state).toBe('sending');
  return { disk, house, sink, people, outbox };
}

async function expectSound({ core, organizationId }: Pick<Workspace, 'core' | 'organizationId'>) {
  const check = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(core.store.read);
  expect(check.rows).toEqual([{ integrity_check: 'ok' }]);
  const { faults } = await core.dispatch(asOperator(owner.email), 'audit.verify', { organizationId });
  expect(faults).toEqual([]);
}

describe('a disk without a byte left', () => {
  it('makes a batch, an import, a backup and the record of a denial fail whole and say why, and all work again once there is room', async ({
    skip,
  }) => {
    skip(noMounting !== undefined, noMounting);
    const { disk, fill, w } = await onDisk();
    const { organizationId } = w;
    await invite(w, 'ana@example.org');
    const { name } = await w.call('backups.make', {});
    const list = path.join(temporaryFolder(), 'list.csv');
    writeFileSync(list, ['E-mail', ...many].join('\n'));
    const batch = { organizationId, entries: many.map((email) => ({ email })), defaults: { roles: ['Member'] } };
    const nobody = asOperator('nobody@example.org');
    await fill();
    const before = await dump(w);
    const files = readdirSync(w.core.folder, { recursive: true }).sort();

    await expect(w.call('invitations.send', batch)).rejects.toMatchObject(isFull);
    await expect(w.call('teams.create', { organizationId, name: 'Freight' })).rejects.toMatchObject(isFull);
    await expect(w.call('backups.make', {})).rejects.toMatchObject(isFull);
    // the denial cannot be recorded
    await expect(w.callAs(nobody, 'users.list', { organizationId })).rejects.toMatchObject(isFull);
    const typed = await typedIn(w, 'import', list, '--role', 'Member');
    expect(typed.code, typed.stderr).toBe(1);
    expect(typed.stderr).toContain('the disk is full');
    expect(await dump(w)).toEqual(before);
    expect(readdirSync(w.core.folder, { recursive: true }).sort()).toEqual(files);
    await expectSound(w);

    disk.free();
    expect(await typedIn(w, 'import', list, '--role', 'Member')).toMatchObject({ code: 0 });
    expect((await w.call('users.counts', { organizationId })).pending).toBe(301);
    expect((await w.call('backups.make', {})).name).not.toBe(name);
    await expect(w.callAs(nobody, 'users.list', { organizationId })).rejects.toMatchObject({
      code: 'unknown-operator',
    });
    await expectSound(w);
  }, 60_000);

  it('lets no workspace be created or opened, and leaves neither half done', async ({ skip }) => {
    skip(noMounting !== undefined, noMounting);
    const { disk, w } = await onDisk();
    const { folder } = w.core;
    await w.core.close();
    disk.fill();
    const before = readFileSync(databaseFile(folder));
    const another = path.join(disk.folder, 'another');
    await expect(openCore({ folder: another })).rejects.toMatchObject(isFull);
    expect(readdirSync(another)).toEqual([]);
    await expect(openCore({ folder })).rejects.toMatchObject(isFull);
    expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
    disk.free();
    const core = await openCore({ folder });
    onTestFinished(() => core.close());
    await expectSound({ core, organizationId: w.organizationId });
  });

  it('loses no mail that the server took meanwhile: it is recorded once there is room, and not sent again', async ({
    skip,
  }) => {
    skip(noMounting !== undefined, noMounting);
    const { sink, house, people, outbox, disk } = await fullBehindTheFirstBody();
    disk.free();
    const [taken = ''] = sink.messages[0]?.to ?? [];
    await outbox.idle();
    house.clock.advance(120_000); // those whose body was held back wait a little
    await outbox.idle();
    expect(sink.messages.map(({ to }) => to[0]).sort()).toEqual(people);
    expect(await house.row(taken)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await house.rows()).toMatchObject(people.map(() => ({ state: 'sent' })));
    await expectSound(house);
  }, 30_000);

  it('leaves such a mail uncertain if the process ends before there is room, and a repeat is the same message', async ({
    skip,
  }) => {
    skip(noMounting !== undefined, noMounting);
    const { sink, house, people, outbox, disk } = await fullBehindTheFirstBody();
    const { organizationId } = house;
    await outbox.close();
    disk.free();
    await house.call('outbox.pause', { organizationId });
    house.clock.advance(60_000); // the lease could not be given back either
    const next = house.startOutbox();
    await next.idle();
    expect(sink.messages).toHaveLength(1);
    const [taken = ''] = sink.messages[0]?.to ?? [];
    const others = people.filter((email) => email !== taken);
    expect(await house.row(taken)).toMatchObject({ state: 'uncertain' });
    for (const email of others) expect(['queued', 'deferred']).toContain((await house.row(email)).state);
    house.clock.advance(120_000);
    await house.call('outbox.resume', { organizationId });
    await next.idle();
    const bytes = (email: string) => sink.messages.filter(({ to }) => to[0] === email).map(({ raw }) => raw.toString());
    expect(new Set(bytes(taken)).size).toBe(1);
    for (const email of others) expect(bytes(email)).toHaveLength(1);
    expect(await house.rows()).toMatchObject(people.map(() => ({ state: 'sent' })));
    await expectSound(house);
  }, 30_000);
});

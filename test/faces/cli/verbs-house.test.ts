import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { now } from '../../support/command-line.ts';
import { invite } from '../../support/invitees.ts';
import { settingsFor } from '../../support/mail.ts';
import { typedIn } from '../../support/verb.ts';
import { owner, temporaryFolder } from '../../support/workspace.ts';

describe('gatehouse outbox', () => {
  it('F9: lists and shows messages, holds, releases, retries and cancels them, pauses and resumes the queue', async () => {
    const w = await now();
    const here = { organizationId: w.organizationId };
    for (const email of ['ana@example.org', 'bo@example.org']) await invite(w, email);
    const states = async () => (await w.call('outbox.list', here)).rows.map(({ state }) => state);
    const list = await typedIn(w, 'outbox', 'list');
    expect(list.stdout).toMatch(/^2 +bo@example\.org +Invitation +Queued/m);
    expect(list.stdout).toContain('2 of 2, newest first');
    const shown = await typedIn(w, 'outbox', 'show', '1', '--conversation');
    expect(shown.stdout).toMatch(/^Recipient +ana@example\.org$/m);
    expect(shown.stdout).not.toMatch(/\/i\/\d/);
    expect(await typedIn(w, 'outbox', 'hold', '--all', '--dry-run')).toMatchObject({ code: 0 });
    expect(await states()).toEqual(['queued', 'queued']);
    expect(await typedIn(w, 'outbox', 'hold', '--search', 'ana')).toMatchObject({
      code: 0,
      stdout: '1 message is held back.\n',
    });
    expect(await states()).toEqual(['queued', 'held']);
    const again = await typedIn(w, 'outbox', 'hold', '1', '2', '--json');
    expect(again).toMatchObject({ code: 3, json: { done: 1, left: [{ why: 'state', n: 1 }] } });
    expect(await typedIn(w, 'outbox', 'release', '--state', 'held')).toMatchObject({ code: 0 });
    expect(await typedIn(w, 'outbox', 'cancel', '1')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--yes'),
    });
    expect(await typedIn(w, 'outbox', 'cancel', '1', '--yes')).toMatchObject({
      code: 0,
      stdout: '1 message was cancelled.\n',
    });
    expect(await typedIn(w, 'outbox', 'retry', '1')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('Left as they are'),
    });
    expect(await typedIn(w, 'outbox', 'retry')).toMatchObject({ code: 2 });
    expect(await typedIn(w, 'outbox', 'show', '77')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('message'),
    });
    // nothing listens there, and nothing sends here
    await w.call('mail.save', { ...here, ...settingsFor(9) });
    expect(await typedIn(w, 'outbox', 'pause')).toMatchObject({ code: 0 });
    expect((await typedIn(w, 'outbox', 'list', '--json')).json).toMatchObject({ total: 2, setUp: true });
    expect((await w.call('outbox.state', here)).stop).not.toBeNull();
    expect(await typedIn(w, 'outbox', 'resume')).toMatchObject({ code: 0, stdout: 'The queue goes on.\n' });
    expect((await w.call('outbox.state', here)).stop).toBeNull();
  });
});

describe('gatehouse backup', () => {
  it('F9: makes, lists and restores backups; restoring asks, previews, and keeps what was there', async () => {
    const w = await now();
    await invite(w, 'ana@example.org');
    const { folder } = w.core;
    const passphrase = 'a passphrase for backups';
    await w.call('backups.saveSettings', { automatic: true, folder: null, passphrase });
    const made = (await typedIn(w, 'backup', 'make', '--json')).json;
    expect(made).toMatchObject({ kind: 'by-hand', people: 2 });
    expect((await typedIn(w, 'backup', 'list')).stdout).toContain(made.name);
    await w.call('organizations.update', { organizationId: w.organizationId, name: 'Renamed' });
    await w.core.close();
    const file = path.join(temporaryFolder(), 'passphrase');
    writeFileSync(file, `${passphrase}\n`);
    const at = [made.name, '--passphrase-file', file];
    const dry = await typedIn(w, 'backup', 'restore', ...at, '--dry-run');
    expect(dry.stdout).toMatch(/^Example Logistics +2 +1 +1$/m);
    expect(await typedIn(w, 'backup', 'restore', ...at)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--yes'),
    });
    expect((await typedIn(w, 'users', 'list', '--organization', 'Renamed', '--json')).json.rows).toHaveLength(2);
    const restored = await typedIn(w, 'backup', 'restore', ...at, '--yes', '--json');
    expect(restored.code, restored.stderr).toBe(0);
    expect(existsSync(path.join(restored.json.replaced, 'gatehouse.sqlite'))).toBe(true);
    expect(await typedIn(w, 'users', 'list', '--organization', 'Example Logistics')).toMatchObject({ code: 0 });
    expect(restored.json.replaced.startsWith(folder)).toBe(true);
  }, 60_000);
});

describe('gatehouse audit', () => {
  it('F9: lists the log by its filters and verifies it; a finding has an exit code of its own', async () => {
    const w = await now();
    await typedIn(w, 'invite', 'ana@example.org', '--role', 'Member');
    const list = await typedIn(w, 'audit', 'list', '--operation', 'invitations.send');
    expect(list.stdout).toContain('ana@example.org');
    expect(list.stdout.trim().split('\n')).toHaveLength(2);
    expect((await typedIn(w, 'audit', 'list', '--outcome', 'denied', '--json')).json).toEqual({ rows: [] });
    expect(await typedIn(w, 'audit', 'list', '--from', 'yesterday')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('from: '),
    });
    expect(await typedIn(w, 'audit', 'verify')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing was changed, removed, added or moved.'),
    });
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('audit').set({ actor: 'eve' }).where('operation', '=', 'invitations.send').execute(),
    );
    const found = await typedIn(w, 'audit', 'verify');
    expect([found.code, found.stdout]).toEqual([3, expect.stringContaining('The audit log is not as it was written')]);
    expect((await typedIn(w, 'audit', 'list', '--as', owner.email, '--limit', '1', '--json')).json.rows).toHaveLength(
      1,
    );
  });
});

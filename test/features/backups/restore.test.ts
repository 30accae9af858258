import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFile, keyFile, openCore } from '../../../src-main/core.ts';
import { applyRestore, restoreIsPending } from '../../../src-main/features/backups/swap.ts';
import { createDraftSender } from '../../../src-main/features/drafts/scheduler.ts';
import { backupFolder, backupWorkspace, cheap, passphrase, save } from '../../support/backups.ts';
import { digestOf, rawDatabase } from '../../support/digest.ts';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { reopen, swap } from '../../support/restore.ts';
import { startSink } from '../../support/smtp-sink.ts';
import { asOperator, hour, owner, quickPasswords, temporaryFolder, type Workspace } from '../../support/workspace.ts';

const asWindow = { face: 'window', credentials: { kind: 'anonymous' } } as const;
const emails = async (w: Workspace) =>
  (await w.call('users.list', { organizationId: w.organizationId })).rows.map((r) => r.email).sort();
const openLink = (w: Workspace, token: string) =>
  w.callAs({ face: 'portal', credentials: { kind: 'anonymous' } }, 'invitations.open', { token });

/** An empty folder, as on another computer, to which a backup is brought. */
async function secondComputer(w: Workspace): Promise<Workspace> {
  const core = await openCore({
    ...{ folder: temporaryFolder(), clock: w.clock, passwords: quickPasswords(), backupCost: cheap },
  });
  return { ...w, core, callAs: (caller, name, input) => core.dispatch(caller, name, input), call: w.call };
}

describe('restoring a backup', () => {
  it('brings back what was there, and keeps what is replaced', async () => {
    const w = await backupWorkspace();
    await invite(w, 'ana@example.org');
    const { name } = await w.call('backups.make', {});
    w.clock.advance(hour);
    await invite(w, 'bo@example.org');
    expect(await w.call('backups.restore', { file: { name } })).toMatchObject({ organizations: 1, people: 2 });
    // nothing has been replaced so far
    expect(await emails(w)).toEqual(['ana@example.org', 'bo@example.org', owner.email]);
    const restored = await swap(w);
    expect(await emails(restored.w)).toEqual(['ana@example.org', owner.email]);
    expect(readdirSync(restored.kept).sort()).toEqual(['audit-ends.json', 'gatehouse.sqlite', 'workspace.key']);
    const kept = rawDatabase(path.join(restored.kept, 'gatehouse.sqlite'), { readonly: true });
    expect(kept.prepare("SELECT count(*) FROM person WHERE email = 'bo@example.org'").pluck().get()).toBe(1);
    kept.close();
    expect(readFileSync(path.join(restored.kept, 'workspace.key'), 'utf8')).toBe(
      readFileSync(keyFile(w.core.folder), 'utf8'),
    );
    expect(restoreIsPending(w.core.folder)).toBe(false);
    expect(readdirSync(w.core.folder).filter((f) => f.startsWith('restore') || f.startsWith('.'))).toEqual([]);
    // backups are not part of what is replaced
    expect((await restored.w.call('backups.list', {})).rows.map((r) => r.name)).toEqual([name]);
  });

  it('sends no draft at its time: what was scheduled waits for somebody to schedule it anew', async () => {
    const w = await backupWorkspace();
    const { organizationId } = w;
    const { id } = await w.call('drafts.save', {
      organizationId,
      name: 'Spring',
      terms: { kind: 'user', defaults: { roles: ['Member'] } },
      entries: [{ email: 'ana@example.org' }],
    });
    await w.call('drafts.schedule', { organizationId, id, sendAt: w.clock.now() + hour });
    const { name } = await w.call('backups.make', {});
    await w.call('backups.restore', { file: { name } });
    const restored = (await swap(w)).w;
    const { rows } = await restored.call('drafts.list', { organizationId });
    expect(rows).toMatchObject([{ name: 'Spring', state: 'draft', rows: 1, sendAt: null }]);
    w.clock.advance(2 * hour);
    const sender = createDraftSender({ ...restored.core, clock: w.clock });
    await sender.look();
    await sender.close();
    expect(await emails(restored)).toEqual([owner.email]);
  });

  it('mails nothing twice: every queue stands still until somebody resumes it', async () => {
    const w = mailHouse(await backupWorkspace());
    const sink = await startSink();
    await w.save(settingsFor(sink.port));
    const second = await w.call('organizations.add', { name: 'Brightwater' });
    await w.invite('ana@example.org');
    await invite({ ...w, organizationId: second.organizationId }, 'cy@example.org');
    const { name } = await w.call('backups.make', {});
    const before = w.startOutbox();
    await before.idle();
    await before.close();
    expect(sink.messages).toHaveLength(1);

    await w.call('backups.restore', { file: { name } });
    const restored = mailHouse((await swap(w)).w);
    const after = restored.startOutbox();
    await after.idle();
    await after.close();
    expect(sink.messages).toHaveLength(1);
    const state = await restored.call('outbox.state', { organizationId: w.organizationId });
    expect(state).toMatchObject({ waiting: 1, stop: { by: '', at: w.clock.time, restored: true } });
    // without a server there is no queue to stop: what waits is held, and a server set later sends nothing of it
    const other = await restored.call('outbox.state', { organizationId: second.organizationId });
    expect(other).toMatchObject({ setUp: false, counts: { held: 1, queued: 0 } });

    await restored.call('outbox.resume', { organizationId: w.organizationId });
    expect((await restored.call('outbox.state', { organizationId: w.organizationId })).stop).toBeNull();
    const resumed = restored.startOutbox();
    await resumed.idle();
    await resumed.close();
    expect(sink.messages).toHaveLength(2);
  });

  it('lets nothing go on by itself: sessions, jobs, leases and links for passwords end', async () => {
    const w = await backupWorkspace();
    const { token } = await w.callAs(asWindow, 'session.signIn', { email: owner.email, password: owner.password });
    await w.callAs({ ...asWindow, face: 'portal' }, 'session.forgotPassword', { email: owner.email });
    await w.core.changes.write([], w.clock.time, async (db) => {
      await db
        .insertInto('lease')
        .values({ name: 'outbox', holder: 'somebody', until: w.clock.time + hour })
        .execute();
      await db
        .insertInto('job')
        .values({
          ...{ organization_id: 1, operation: 'users.removeMany', input: '{}', state: 'running', person_id: 1 },
          ...{ face: 'window', os_user: null, total: 5, started_at: w.clock.time, ended_at: null },
        })
        .execute();
    });
    const { name } = await w.call('backups.make', {});
    await w.call('backups.restore', { file: { name } });
    const { w: restored } = await swap(w);
    const as = { face: 'window', credentials: { kind: 'session', token } } as const;
    expect(await restored.callAs(as, 'session.state', {})).toMatchObject({ stage: 'sign-in' });
    const { read } = restored.core.store;
    expect(await read.selectFrom('lease').selectAll().where('name', '=', 'outbox').execute()).toEqual([]);
    expect(await read.selectFrom('password_reset').select('ended_at').execute()).toEqual([{ ended_at: w.clock.time }]);
    expect(await read.selectFrom('job').select(['state', 'ended_at']).execute()).toEqual([
      { state: 'cancelled', ended_at: w.clock.time },
    ]);
    await restored.callAs(asWindow, 'session.signIn', { email: owner.email, password: owner.password });
  });

  it('is recorded in the audit of each organization, in a chain that stays sound', async () => {
    const w = await backupWorkspace();
    const { organizationId } = await w.call('organizations.add', { name: 'Brightwater' });
    const { name } = await w.call('backups.make', {});
    const madeAt = new Date(w.clock.time).toISOString();
    w.clock.advance(hour);
    await w.call('organizations.update', { organizationId, name: 'Brighterwater' });
    await w.call('backups.restore', { file: { name } });
    const { w: restored } = await swap(w);
    for (const id of [w.organizationId, organizationId]) {
      const { rows } = await restored.call('audit.list', { organizationId: id });
      expect(rows[0]).toMatchObject({ operation: 'backups.restore', at: w.clock.time, actor: 'core' });
      expect(rows[0]?.detail).toMatchObject({ by: owner.email, madeAt });
      const verified = await restored.call('audit.verify', { organizationId: id });
      expect(verified).toMatchObject({ faults: [], proven: 2, endsNotedSince: w.clock.time });
    }
  });

  it('works on a second computer: links that were mailed stay valid, and sealed passwords can be read', async () => {
    const w = mailHouse(await backupWorkspace());
    const sink = await startSink();
    await w.save(settingsFor(sink.port, { login: 'gate', password: 'the password of the mail server' }));
    const ana = await invite(w, 'ana@example.org');
    const chosen = path.join(temporaryFolder(), 'stick');
    mkdirSync(chosen);
    await save(w, { folder: chosen, passphrase });
    const { name } = await w.call('backups.make', {});
    const file = { path: path.join(chosen, name) };
    await w.core.close();

    const other = await secondComputer(w);
    expect(await other.callAs(asWindow, 'session.state', {})).toMatchObject({ stage: 'first-start' });
    const page = { ...asWindow, chosen: new Set([file.path]) };
    const held = await other.callAs(page, 'backups.inspect', { file, passphrase });
    expect(held).toMatchObject({ key: 'inside', organizations: [{ name: 'Example Logistics' }] });
    expect(held.here).toEqual({ people: 0, organizations: [] });
    await expect(other.callAs(page, 'backups.restore', { file })).rejects.toMatchObject({
      code: 'backup-passphrase-needed',
    });
    expect(readdirSync(other.core.folder)).not.toContain('restore-staging');
    await other.callAs(page, 'backups.restore', { file, passphrase });
    const { w: restored } = await swap(other);
    expect(await openLink(restored, ana.token)).toMatchObject({ email: 'ana@example.org' });
    await accept(restored, ana.token, newAccount);
    const sealed = await restored.core.store.read.selectFrom('mail_settings').select('password_sealed').execute();
    expect(restored.core.keys.unseal(sealed[0]?.password_sealed ?? '')).toBe('the password of the mail server');
    expect(await restored.call('backups.settings', {})).toMatchObject({ folder: chosen, hasPassphrase: true });
    expect(await restored.call('backups.list', {})).toMatchObject({ rows: [{ name }] });
  });

  it('says that its key is another one, and forgets a folder that this computer does not have', async () => {
    const w = await backupWorkspace();
    const chosen = path.join(temporaryFolder(), 'stick');
    mkdirSync(chosen);
    await save(w, { folder: chosen });
    const { name } = await w.call('backups.make', {});
    const other = await secondComputer(w);
    const file = { path: path.join(other.core.folder, 'brought.sqlite') };
    renameSync(path.join(chosen, name), file.path);
    rmSync(chosen, { recursive: true });
    const core = { face: 'core', credentials: { kind: 'core' } } as const;
    expect(await other.callAs(core, 'backups.inspect', { file })).toMatchObject({ key: 'other' });
    await other.callAs(core, 'backups.restore', { file });
    await w.core.close();
    const { w: restored } = await swap(other);
    expect(await restored.call('backups.settings', {})).toMatchObject({ folder: null });
  });

  it('refuses to replace a workspace that another program has open, and leaves it whole', async () => {
    const w = await backupWorkspace();
    const { name } = await w.call('backups.make', {});
    await w.call('backups.restore', { file: { name } });
    expect(() => applyRestore(w.core.folder, 0)).toThrow(expect.objectContaining({ code: 'workspace-busy' }));
    expect(restoreIsPending(w.core.folder)).toBe(false);
    expect(await emails(w)).toEqual([owner.email]);
  });

  it('replaces a damaged database with a good backup', async () => {
    const w = await backupWorkspace();
    const { name } = await w.call('backups.make', {});
    const digest = () => {
      const raw = rawDatabase(path.join(backupFolder(w), name), { readonly: true });
      const found = digestOf(raw);
      raw.close();
      return found;
    };
    const before = digest();
    await w.call('backups.restore', { file: { name } });
    await w.core.close();
    writeFileSync(databaseFile(w.core.folder), 'not a database any more');
    const kept = applyRestore(w.core.folder, 0);
    const restored = await reopen(w);
    expect(await emails(restored)).toEqual([owner.email]);
    expect(readFileSync(path.join(kept, 'gatehouse.sqlite'), 'utf8')).toBe('not a database any more');
    expect(digest()).toBe(before);
    expect(existsSync(path.join(w.core.folder, 'restore-staging'))).toBe(false);
  });

  it('is no way in: where there are organizations, only an owner restores', async () => {
    const w = await backupWorkspace();
    await accept(w, (await invite(w, 'ana@example.org', { roles: ['Admin'] })).token);
    const { name } = await w.call('backups.make', {});
    await expect(w.callAs(asOperator('ana@example.org'), 'backups.restore', { file: { name } })).rejects.toMatchObject({
      code: 'owner-needed',
    });
    expect(readdirSync(w.core.folder)).not.toContain('restore-staging');
  });
});

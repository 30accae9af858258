import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CoreWorkerData, FromCore, ToCore } from '../src-main/core-port.ts';
import { owner, temporaryFolder } from './support/workspace.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The core in its thread, as the main process starts it. */
function startThread(folder: string) {
  const workerData: CoreWorkerData = { folder, demo: false, resources: path.join(root, 'resources') };
  const worker = new Worker(path.join(root, 'src-main/core-worker.ts'), { workerData });
  onTestFinished(async () => void (await worker.terminate()));
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const answered = <T>(pick: (message: FromCore) => T | undefined) =>
    new Promise<T>((resolve) => {
      const hear = (message: FromCore) => {
        const found = pick(message);
        if (found === undefined) return;
        worker.off('message', hear);
        resolve(found);
      };
      worker.on('message', hear);
    });
  const tell = (message: ToCore) => worker.postMessage(message);
  let last = 0;
  return {
    tell,
    ended,
    async call(name: string, input: object, cancelled?: { readonly stoppable: boolean }) {
      const id = ++last;
      const answer = answered((m) => (m.kind === 'answer' && m.id === id ? m.outcome : undefined));
      tell({ kind: 'call', id, name, input, ...cancelled });
      if (cancelled) tell({ kind: 'cancel', id });
      return JSON.parse(await answer);
    },
    async restore() {
      const id = ++last;
      const answer = answered((m) => (m.kind === 'restored' && m.id === id ? { error: m.error } : undefined));
      tell({ kind: 'restore', id });
      return (await answer).error;
    },
    async close() {
      tell({ kind: 'close' });
      await ended;
    },
  };
}

/** A workspace with a backup, and its owner signed in. */
async function withBackup(folder: string) {
  const thread = startThread(folder);
  await thread.call('organizations.create', { name: 'Example Logistics', owner });
  await thread.call('session.signIn', { email: owner.email, password: owner.password });
  const made = await thread.call('backups.make', {});
  expect(made).toMatchObject({ ok: true, value: { people: 1 } });
  return { thread, name: made.value.name as string };
}

describe('the core in its thread', () => {
  it('stops a cancelled call that may be stopped, and answers every other', async () => {
    const thread = startThread(temporaryFolder());
    await thread.call('organizations.create', { name: 'Example Logistics', owner });
    await thread.call('session.signIn', { email: owner.email, password: owner.password });
    const text = ['E-mail', ...Array.from({ length: 5000 }, (_, i) => `p${i}@example.org`)].join('\n');
    const input = { organizationId: 1, file: { base64: Buffer.from(text).toString('base64') } };
    expect(await thread.call('import.read', input, { stoppable: true })).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(await thread.call('import.read', input, { stoppable: false })).toMatchObject({ value: { rows: 5000 } });
    expect(await thread.call('import.read', input)).toMatchObject({ value: { rows: 5000 } });
    await thread.close();
  }, 60_000);

  it('puts a restored workspace in the place of its own and ends, so that another thread opens it', async () => {
    const folder = temporaryFolder();
    const { thread, name } = await withBackup(folder);
    await thread.call('organizations.update', { organizationId: 1, name: 'Renamed' });
    expect(await thread.call('backups.restore', { file: { name } })).toMatchObject({ ok: true });
    expect(await thread.restore()).toBeNull();
    await thread.ended;
    const next = startThread(folder);
    expect(await next.call('session.state', {})).toMatchObject({ ok: true, value: { stage: 'sign-in' } });
    await next.call('session.signIn', { email: owner.email, password: owner.password });
    const { value } = await next.call('organizations.list', {});
    expect(value.organizations).toMatchObject([{ name: 'Example Logistics' }]);
    await next.close();
    expect(readdirSync(folder).filter((file) => file.startsWith('replaced-'))).toHaveLength(1);
  }, 60_000);

  it('refuses to restore while another core has the workspace open, and leaves everything as it is', async () => {
    const folder = temporaryFolder();
    const { thread, name } = await withBackup(folder);
    const other = startThread(folder);
    await other.call('session.state', {});
    await thread.call('backups.restore', { file: { name } });
    expect(await thread.restore()).toMatchObject({ code: 'workspace-busy' });
    await thread.ended;
    expect(readdirSync(folder).filter((file) => /^re(?:store|placed)/.test(file))).toEqual([]);
    expect(await other.call('session.state', {})).toMatchObject({ value: { stage: 'sign-in' } });
    await other.close();
  }, 60_000);

  it('offers only the backups when the database is damaged, and restores one', async () => {
    const folder = temporaryFolder();
    const { thread, name } = await withBackup(folder);
    await thread.close();
    writeFileSync(path.join(folder, 'gatehouse.sqlite'), 'This was a database once.');
    const hurt = startThread(folder);
    expect(await hurt.call('session.state', {})).toMatchObject({ ok: false, error: { code: 'file-damaged' } });
    expect(await hurt.call('backups.make', {})).toMatchObject({ error: { code: 'file-damaged' } });
    const { value } = await hurt.call('backups.list', {});
    expect(value.rows.map((row: { name: string }) => row.name)).toContain(name);
    const elsewhere = { path: path.join(folder, 'backups', name) };
    expect(await hurt.call('backups.inspect', { file: elsewhere })).toMatchObject({
      error: { code: 'path-not-chosen' },
    });
    hurt.tell({ kind: 'chosen', path: elsewhere.path });
    expect(await hurt.call('backups.inspect', { file: elsewhere })).toMatchObject({
      value: { organizations: [{ name: 'Example Logistics' }], here: { organizations: [] } },
    });
    expect(await hurt.call('backups.restore', { file: { name } })).toMatchObject({ ok: true });
    expect(await hurt.restore()).toBeNull();
    const mended = startThread(folder);
    expect(await mended.call('session.state', {})).toMatchObject({ value: { stage: 'sign-in' } });
    await mended.close();
  }, 60_000);
});

import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openCore } from '../../../src-main/core.ts';
import { managePortal } from '../../../src-main/faces/portal/manage.ts';
import { portalHouse } from '../../../src-main/portal-house.ts';
import { freshWorkspace, type Workspace } from '../../support/workspace.ts';
import { resourcesFolder } from './support.ts';

const soon = { timeout: 10_000, interval: 20 };
const reachable = (url: string | undefined) =>
  fetch(`${url}/sign-in`).then(
    (answer) => answer.ok,
    () => false,
  );

async function manage(core: Workspace['core'], everyMilliseconds = 50) {
  const portal = await managePortal(portalHouse(core), { resourcesFolder, everyMilliseconds });
  onTestFinished(() => portal.close());
  return portal;
}

/** Another program on a port of its own. */
async function occupied(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as { port: number }).port, server };
}

const settings = (w: Workspace) => w.call('portal.settings', { organizationId: w.organizationId });
const save = (w: Workspace, change: { port?: number; baseUrl?: string | null }) =>
  w.call('portal.save', { organizationId: w.organizationId, address: '127.0.0.1', port: 0, baseUrl: null, ...change });

const running = (port: number, url = `http://127.0.0.1:${port}`) => ({ url, listensOn: `127.0.0.1:${port}` });

it('starts where the settings say and keeps the port that the system chose', async () => {
  const w = await freshWorkspace();
  await save(w, { port: 0 });
  const portal = await manage(w.core);
  const { port, linksBeginWith, loopback } = await settings(w);
  expect(port).toBeGreaterThan(0);
  expect(portal.state()).toEqual(running(port));
  expect([await reachable(linksBeginWith), loopback]).toEqual([true, true]);
  await portal.close();
  expect(await reachable(linksBeginWith)).toBe(false);
  expect((await manage(w.core)).state()).toEqual(running(port));
});

it('moves at once when the settings change', async () => {
  const w = await freshWorkspace();
  const portal = await manage(w.core, 60_000);
  const { url: before } = portal.state();
  const { port, server } = await occupied();
  await new Promise((resolve) => server.close(resolve));
  await save(w, { port });
  await vi.waitFor(() => expect(portal.state()).toEqual(running(port)), soon);
  expect([await reachable(portal.state().url), await reachable(before)]).toEqual([true, false]);
  await save(w, { port, baseUrl: 'https://join.example.com/' });
  await vi.waitFor(() => expect(portal.state()).toEqual(running(port, 'https://join.example.com')), soon);
  expect(await settings(w)).toMatchObject({ linksBeginWith: 'https://join.example.com', loopback: false });
});

it('says that a port is taken and starts as soon as it is free', async () => {
  const w = await freshWorkspace();
  const { port, server } = await occupied();
  await save(w, { port });
  const portal = await manage(w.core);
  expect(portal.state()).toEqual({ error: { code: 'port-in-use', data: { address: '127.0.0.1', port } } });
  await new Promise((resolve) => server.close(resolve));
  await vi.waitFor(() => expect(portal.state()).toEqual(running(port)), soon);
});

it('says that it cannot listen at an address that is not this computer’s', async () => {
  const w = await freshWorkspace();
  await w.call('portal.save', { organizationId: w.organizationId, address: '192.0.2.1', port: 0, baseUrl: null });
  expect((await manage(w.core)).state()).toMatchObject({ error: { code: 'cannot-listen' } });
});

it('serves from one process of a workspace; another takes over when that one ends', async () => {
  const w = await freshWorkspace();
  const first = await manage(w.core);
  const other = await openCore({ folder: w.core.folder, clock: w.clock });
  onTestFinished(() => other.close());
  const second = await manage(other);
  expect([first.state().url === undefined, second.state()]).toEqual([false, {}]);
  const { url } = first.state();
  await first.close();
  await vi.waitFor(() => expect(second.state()).toEqual({ url, listensOn: new URL(url ?? '').host }), soon);
});

it('does not wait for the lease of a killed process of this computer', async () => {
  const w = await freshWorkspace();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await w.core.changes.write([], w.clock.time, (db) =>
    db
      .insertInto('lease')
      .values({ name: 'portal', holder: `${pid}@${hostname()}/abc`, until: w.clock.time + 12_000 })
      .execute(),
  );
  expect((await manage(w.core)).state().url).toBeDefined();
});

it('waits for the lease of another computer to run out', async () => {
  const w = await freshWorkspace();
  const until = w.clock.time + 12_000;
  await w.core.changes.write([], w.clock.time, (db) =>
    db.insertInto('lease').values({ name: 'portal', holder: '1@elsewhere.test/abc', until }).execute(),
  );
  const portal = await manage(w.core);
  expect(portal.state()).toEqual({});
  w.clock.advance(12_000);
  await vi.waitFor(() => expect(portal.state().url).toBeDefined(), soon);
});

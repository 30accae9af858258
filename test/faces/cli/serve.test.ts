import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { gatehouse, startGatehouse } from '../../support/cli.ts';
import { freshWorkspace, temporaryFolder } from '../../support/workspace.ts';

/** Gathers standard output until it matches. */
async function saying(child: ChildProcess, pattern: RegExp): Promise<string> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  await vi.waitUntil(() => pattern.test(said) || child.exitCode !== null, { timeout: 20_000, interval: 20 });
  return said;
}

test('serve tells where the workspace and the portal are, answers, and ends cleanly when asked to', async () => {
  const { core, call, organizationId } = await freshWorkspace();
  const serving = ['--workspace', core.folder, '--port', '0', '--base-url', 'https://join.example.com'];
  const child = startGatehouse(['serve', ...serving]);
  const said = await saying(child, /^Portal: .*\n/m);
  expect(said).toContain(`Workspace: ${core.folder}\n`);
  expect(said).toMatch(/^Portal: https:\/\/join\.example\.com \(listens on 127\.0\.0\.1:[1-9]\d+\)$/m);
  const { port, baseUrl } = await call('portal.settings', { organizationId });
  expect(baseUrl).toBe('https://join.example.com');
  expect((await fetch(`http://127.0.0.1:${port}/i/1.1.unknown`)).status).toBeGreaterThanOrEqual(400);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  const leases = await core.store.read.selectFrom('lease').selectAll().execute();
  expect(leases).toEqual([]);
});

test('serve makes no workspace', async () => {
  const folder = temporaryFolder();
  const refused = await gatehouse(['serve', '--workspace', folder]);
  expect(refused).toMatchObject({ code: 1, json: { code: 'no-workspace' } });
});

test('serve ends with an error when its port is taken', async () => {
  const { core, call, organizationId } = await freshWorkspace();
  const first = startGatehouse(['serve', '--workspace', core.folder]);
  await saying(first, /^Portal: .*\n/m);
  const { port } = await call('portal.settings', { organizationId });
  const other = await freshWorkspace();
  const refused = await gatehouse(['serve', '--workspace', other.core.folder, '--port', String(port)]);
  expect(refused).toMatchObject({ code: 1, json: { code: 'port-in-use' } });
  first.kill('SIGINT');
  expect(await once(first, 'exit')).toEqual([0, null]);
});

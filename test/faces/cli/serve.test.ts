import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { certificateFiles, selfSigned } from '../../support/certificates.ts';
import { gatehouse, startGatehouse } from '../../support/cli.ts';
import { freshWorkspace, temporaryFolder } from '../../support/workspace.ts';
import { ask } from '../portal/support.ts';

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

test('F9: serve tells systemd when it is ready and when it stops, if systemd started it', async () => {
  const { core } = await freshWorkspace();
  const bin = temporaryFolder();
  const told = path.join(bin, 'told');
  writeFileSync(path.join(bin, 'systemd-notify'), `#!/bin/sh\necho "$1" >> '${told}'\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${bin}:${process.env.PATH}`);
  vi.stubEnv('NOTIFY_SOCKET', path.join(bin, 'socket'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const child = startGatehouse(['serve', '--workspace', core.folder, '--port', '0']);
  await vi.waitUntil(() => existsSync(told), { timeout: 20_000, interval: 20 });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(readFileSync(told, 'utf8')).toBe('--ready\n--stopping\n');
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

test('serve answers HTTPS with the certificate that it is given, and reads a renewed one on SIGHUP', async () => {
  const { core, call, organizationId } = await freshWorkspace();
  const pair = selfSigned('join.example.com');
  const { files, write } = certificateFiles(pair);
  const given = [
    '--certificate',
    files.certificateFile,
    '--key',
    files.keyFile,
    '--trusted-proxy',
    '10.0.0.5,10.1.0.0/16',
  ];
  const base = ['--port', '0', '--base-url', 'https://join.example.com'];
  const child = startGatehouse(['serve', '--workspace', core.folder, ...base, ...given]);
  await saying(child, /^Portal: https:\/\/join\.example\.com .*\n/m);
  const { port, certificate, trustedProxies } = await call('portal.settings', { organizationId });
  expect([certificate?.names, trustedProxies]).toEqual([['join.example.com'], ['10.0.0.5', '10.1.0.0/16']]);
  const answers = (cert: string) =>
    ask({ port }, '/sign-in', { trust: { ca: cert, servername: 'join.example.com' } }).then(
      ({ status }) => status,
      () => 0,
    );
  expect(await answers(pair.cert)).toBe(200);
  const next = selfSigned('join.example.com');
  write(next);
  child.kill('SIGHUP');
  await vi.waitFor(async () => expect(await answers(next.cert)).toBe(200), { timeout: 20_000, interval: 50 });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('serve refuses a certificate that does not fit, before anything starts', async () => {
  const { core } = await freshWorkspace();
  const { files } = certificateFiles(selfSigned('other.example.com'));
  const given = ['--certificate', files.certificateFile, '--key', files.keyFile];
  const base = ['--workspace', core.folder, '--base-url', 'https://join.example.com'];
  const refused = await gatehouse(['serve', ...base, ...given]);
  expect(refused).toMatchObject({ code: 1, json: { code: 'certificate-refused' } });
  expect(refused.json.message).toContain('other.example.com');
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keyFile } from '../../src-main/core.ts';
import type { CoreWorkerData, FromCore, ToCore } from '../../src-main/core-port.ts';
import { recoveryKeyOf } from '../../src-main/kernel/key/recovery-key.ts';
import { foundBelow, foundIn } from '../support/canaries.ts';
import { settingsFor } from '../support/mail.ts';
import { startSink } from '../support/smtp-sink.ts';
import { json, openTokenEndpoint } from '../support/token-endpoint.ts';
import { owner, temporaryFolder } from '../support/workspace.ts';

const root = path.resolve(import.meta.dirname, '../..');
const secrets = {
  signIn: 'canary sign-in password &+/ one',
  wrongSignIn: 'canary wrong password typed at the door',
  newPassword: 'canary changed password behind the door',
  smtp: 'canary smtp password {"~} two',
  wrongSmtp: 'canary smtp password that is refused',
  clientSecret: 'canary+client/secret~of=four words',
  refreshToken: 'canary.refresh-token.first~=',
  accessToken: 'canary.access-token.of.the.endpoint',
  passphrase: 'canary passphrase of backups %20',
  inBrokenJson: 'canary in a json that is broken',
};
type Secret = keyof typeof secrets;

/** The core in its thread as the window starts it, and all that it prints. */
function startThread(folder: string, printed: Buffer[]) {
  const workerData: CoreWorkerData = { folder, demo: false, resources: path.join(root, 'resources') };
  const worker = new Worker(path.join(root, 'src-main/core-worker.ts'), { workerData, stdout: true, stderr: true });
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (part) => printed.push(Buffer.from(part)));
  onTestFinished(async () => void (await worker.terminate()));
  worker.postMessage({ kind: 'begin' } satisfies ToCore);
  let last = 0;
  const call = async (name: string, input: object) => {
    const id = ++last;
    const outcome = new Promise<string>((resolve) => {
      const hear = (message: FromCore) => {
        if (message.kind !== 'answer' || message.id !== id) return;
        worker.off('message', hear);
        resolve(message.outcome);
      };
      worker.on('message', hear);
    });
    worker.postMessage({ kind: 'call', id, name, input } satisfies ToCore);
    const answer = await outcome;
    printed.push(Buffer.from(answer)); // what the page gets
    return JSON.parse(answer);
  };
  return { call, crash: () => worker.terminate() };
}

/** Runs the command line and keeps what it prints. */
async function run(printed: Buffer[], args: readonly string[], input = '', until?: string) {
  const child = spawn(process.execPath, [path.join(root, 'src-main/faces/cli/index.ts'), ...args], { stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(input);
  if (until) child.stdout.on('data', (part) => String(part).includes(until) && child.kill('SIGTERM'));
  const [out, err] = await Promise.all([buffer(child.stdout), buffer(child.stderr), once(child, 'close')]);
  printed.push(out, err);
  return out.toString();
}

test('no secret that passes through the core, the command line and the service stays in the folder or is printed, in any form', async () => {
  const folder = temporaryFolder();
  const printed: Buffer[] = [];
  // the server repeats in its refusal what it was given
  const sink = await startSink({
    authOptional: false,
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    onAuth({ password, accessToken }, _session, done) {
      if (password === secrets.smtp) return done(null, { user: 'it' });
      const given = password ?? accessToken ?? '';
      done(new Error(`5.7.8 not ${given} or ${Buffer.from(given).toString('base64')}`));
    },
  });
  const endpoint = await openTokenEndpoint(json(200, { access_token: secrets.accessToken, expires_in: 3600 }));
  onTestFinished(endpoint.leave);

  const thread = startThread(folder, printed);
  const { call } = thread;
  const ok = async (name: string, input: object) => expect(await call(name, input), name).toMatchObject({ ok: true });
  const made = await call('organizations.create', { name: 'Example', owner: { ...owner, password: secrets.signIn } });
  const firstCode = String(made.value.recoveryCode);
  const recovering = { email: owner.email, password: secrets.signIn };
  await call('recovery.recover', { ...recovering, code: `${firstCode}0` });
  const recovered = await call('recovery.recover', { ...recovering, code: firstCode });
  const nextCode = String(recovered.value.recoveryCode);
  // these answers show the codes once, to their owner; they must be nowhere else
  printed.pop();
  printed.splice(
    printed.findIndex((part) => part.includes(firstCode)),
    1,
  );
  for (const password of [secrets.wrongSignIn, secrets.signIn])
    await call('session.signIn', { email: owner.email, password });
  const organizationId = 1;
  const account = { login: 'it@example.com', auth: 'password' } as const;
  const server = (more: object) => ({ organizationId, ...settingsFor(sink.port), ...account, ...more });
  await call('mail.test', server({ password: secrets.wrongSmtp }));
  await ok('mail.save', server({ password: secrets.wrongSmtp }));
  const entries = [{ email: 'ana@example.org', name: 'Ana', roles: ['Member'] }];
  const sent = await call('invitations.send', { organizationId, entries });
  const { link } = (
    await call('invitations.copyLink', { organizationId, membershipId: sent.value.invited[0].membershipId })
  ).value;
  // the answer shows the link to whoever copies it; it must be nowhere else
  printed.pop();
  await vi.waitFor(
    async () => expect((await call('outbox.state', { organizationId })).value.pause).toMatchObject({ reason: 'login' }),
    { timeout: 60_000, interval: 300 },
  );
  await ok('mail.save', server({ password: secrets.smtp }));
  await vi.waitFor(() => expect(sink.messages).toHaveLength(1), { timeout: 60_000, interval: 300 });
  const oauth = {
    ...{ provider: 'other', endpoint: endpoint.url, clientId: 'client', scope: 'mail' },
    ...{ clientSecret: secrets.clientSecret, refreshToken: secrets.refreshToken },
  };
  await call('mail.test', server({ auth: 'oauth2', oauth }));
  endpoint.answer = json(400, { error: 'invalid_grant', error_description: `not ${secrets.refreshToken}` });
  await call('mail.test', server({ auth: 'oauth2', oauth }));
  await call('mail.save', server({ auth: 'oauth2', oauth }));
  await call('invitations.send', { organizationId, entries: [{ ...entries[0], email: 'bo@example.org' }] });
  await ok('profile.changePassword', { current: secrets.signIn, next: secrets.newPassword });
  await ok('backups.make', {}); // not encrypted
  await ok('backups.saveSettings', { automatic: true, folder: null, passphrase: secrets.passphrase });
  await ok('backups.make', {});
  await ok('users.exportMany', { organizationId, choice: { kind: 'matching', filter: {} } });
  await ok('audit.exportMany', { organizationId });
  // while it is open: the newest pages are in the WAL
  const workspaceKey = readFileSync(keyFile(folder), 'utf8').trim();
  const [token = ''] = String(link).split('/').slice(-1);
  const recoveryKey = recoveryKeyOf(Buffer.from(workspaceKey, 'base64url'));
  const all = { ...secrets, workspaceKey, recoveryKey, token, firstCode, nextCode };
  expect(readdirSync(folder)).toContain('gatehouse.sqlite-wal');
  expect(foundBelow(folder, all, [keyFile(folder)])).toEqual([]);
  void call('audit.verify', { organizationId });
  await thread.crash();

  const at = ['--workspace', folder];
  await run(printed, ['call', 'mail.test', '-', ...at], JSON.stringify(server({ password: secrets.wrongSmtp })));
  await run(printed, ['call', 'mail.save', '-', ...at], `{"password":"${secrets.inBrokenJson}`);
  await run(printed, ['call', 'mail.settings', JSON.stringify({ organizationId }), ...at]);
  await run(printed, ['call', 'backups.settings', ...at]);
  await run(printed, ['call', 'audit.list', JSON.stringify({ organizationId }), ...at]);
  await run(printed, ['serve', ...at, '--port', '0'], '', 'Portal:');
  const again = startThread(folder, printed);
  await again.call('session.signIn', { email: owner.email, password: secrets.newPassword });
  await again.call('outbox.list', { organizationId });
  await again.crash();

  const files = readdirSync(folder, { recursive: true }).map(String);
  expect(files).toEqual(expect.arrayContaining(['gatehouse.sqlite', 'audit-ends.json']));
  expect(files.some((file) => file.endsWith('.sqlite') && file.includes('by-hand'))).toBe(true);
  expect(files.some((file) => file.endsWith('.gatehouse-backup'))).toBe(true);
  expect(foundBelow(folder, all, [keyFile(folder)])).toEqual([]);
  expect(foundIn(Buffer.concat(printed), all)).toEqual([]);
  expect(Buffer.concat(printed).length).toBeGreaterThan(2000);
  // the secrets were really used: the checks above would find nothing of what was never there
  expect(endpoint.asked.some((form) => form.get('client_secret') === secrets.clientSecret)).toBe(true);
  expect(statSync(path.join(folder, 'gatehouse.sqlite')).size).toBeGreaterThan(100_000);
}, 300_000);

test('the search finds a secret in each of its forms', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'below'));
  const forms: readonly [string, (s: string) => string | Buffer][] = [
    ['plain', (s) => `password=${s};`],
    ['base64', (s) => Buffer.from(`\0it\0${s}`).toString('base64')],
    ['base64url', (s) => Buffer.from(`xx${s}xx`).toString('base64url')],
    ['hex', (s) => Buffer.from(s).toString('hex')],
    ['url', (s) => `p=${encodeURIComponent(s)}`],
    ['UTF-16', (s) => Buffer.from(s, 'utf16le')],
  ];
  for (const [name, form] of forms)
    for (const secret of Object.keys(secrets) as Secret[]) {
      writeFileSync(path.join(folder, 'below', 'file'), form(secrets[secret]));
      expect(foundBelow(folder, secrets).join(), `${name} ${secret}`).toContain(
        `${path.join('below', 'file')}: ${secret}`,
      );
    }
});

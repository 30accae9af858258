import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { allLanguages, type Language } from '#contract/messages/languages.ts';
import { watchCertificate } from '../../../src-main/faces/cli/certificate-end.ts';
import { makeAuthority } from '../../support/certificate-authority.ts';
import { type Certificate, certificateFiles, selfSigned } from '../../support/certificates.ts';
import { startGatehouse } from '../../support/cli.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const day = 86_400_000;
const host = 'join.example.com';

/** A workspace whose portal has this certificate, and whose clock shows today, as the certificate does. */
async function withCertificate(pair: Certificate) {
  const w = await freshWorkspace();
  const { call, organizationId } = w;
  w.clock.time = Date.now() + 60_000;
  const { files, write } = certificateFiles(pair);
  const base = { address: '127.0.0.1', port: 0, baseUrl: `https://${host}` };
  await call('portal.save', { organizationId, ...base, certificate: files });
  const { certificate } = await call('portal.settings', { organizationId });
  return { ...w, files, write, endsAt: certificate?.endsAt ?? 0 };
}

/** What the overview says, with the date as the command line writes it. */
function soon(language: Language, endsAt: number): string {
  const { https, format } = messagesIn(language);
  const until = format.date(endsAt, 'Europe/Amsterdam', { dateStyle: 'medium', timeStyle: 'short' });
  return `gatehouse: ${https.soon.title(until)}. ${https.soon.text}`;
}

it('a service says once that its certificate ends soon, when the time comes, and once that it has ended', async () => {
  const w = await withCertificate(selfSigned(host, { days: 90 }));
  const said: string[] = [];
  const watch = watchCertificate(messagesIn('en'), w.core, (line) => said.push(line));
  const lookAt = async (time: number) => {
    w.clock.time = time;
    return [await watch.look(), ...said.splice(0)];
  };
  const from = w.endsAt - 14 * day;
  expect(await lookAt(w.clock.time)).toEqual([from]);
  expect(await lookAt(from - 1)).toEqual([from]);
  expect(await lookAt(from)).toEqual([w.endsAt, soon('en', w.endsAt)]);
  expect(await lookAt(from + day)).toEqual([w.endsAt]);
  const ended = `The portal’s certificate does not work. The certificate in ${w.files.certificateFile} has expired.`;
  expect(await lookAt(w.endsAt)).toEqual([Infinity, `gatehouse: ${ended}`]);
  expect(await lookAt(w.endsAt + day)).toEqual([Infinity]);
  w.write(selfSigned(host, { days: 200 }));
  expect(await lookAt(w.clock.time)).toEqual([expect.any(Number)]);
  await watch.close();
});

it.each(allLanguages)('serve says so at its start, in its language (%s)', async (language) => {
  const w = await withCertificate(makeAuthority().sign(host, new Date(Date.now() + 10 * day)));
  const child = startGatehouse(['serve', '--workspace', w.core.folder], `${language}_DE.UTF-8`);
  let told = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    told += part;
  });
  await vi.waitUntil(() => told.includes('\n') || child.exitCode !== null, { timeout: 20_000, interval: 20 });
  expect(told).toBe(`${soon(language, w.endsAt)}\n`);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(told).toBe(`${soon(language, w.endsAt)}\n`);
});

import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { strictHeaders } from '../../../../src-main/faces/portal/headers.ts';
import { accept, invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from '../support.ts';
import { at, countedPasswords, everything, routesOf } from './support.ts';

const megabyte = 1024 * 1024;

it('refuses a megabyte at every address with a page that says so, and does no work for it', async () => {
  const { passwords, count } = countedPasswords();
  const w = await freshWorkspace({ passwords });
  const portal = await openPortal(w, { limits: { posts: 1e6, requests: 1e6 } });
  await accept(w, (await invite(w, 'ana@example.org')).token);
  const form = { email: 'ana@example.org', password: signUp.password };
  const ana = cookieHeader((await ask(portal, '/sign-in', { form })).cookies);
  const { token } = await invite(w, 'bob@example.org');
  const [before, hashed] = [await everything(w), { ...count }];
  for (const route of routesOf('post')) {
    const body = `${new URLSearchParams(signUp)}&password=${'a'.repeat(megabyte)}`;
    const answer = await ask(portal, at(route, token), { body, headers: ana });
    expect([route, answer.status]).toEqual([route, 413]);
    expect(answer.headers).toMatchObject(strictHeaders);
    expect(answer.body).toContain('<h1');
    expect(answer.body.length).toBeLessThan(20_000);
  }
  expect([await everything(w), count]).toEqual([before, hashed]);
});

it('refuses a body that is too large without a length, larger than its length, or with two lengths', async () => {
  const portal = await openPortal(await freshWorkspace());
  const head = 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n';
  const chunk = `1000\r\n${'a'.repeat(0x1000)}\r\n`;
  const send = (text: string) =>
    new Promise<string>((resolve) => {
      let got = '';
      const socket = connect(portal.port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (data) => {
        got += data.toString('latin1');
        if (got.includes('</html>')) socket.destroy();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(got));
    });
  expect(await send(`${head}transfer-encoding: chunked\r\n\r\n${chunk.repeat(64)}`)).toMatch(/^HTTP\/1\.1 413 /);
  // what exceeds the length is another request, and not a good one
  const more = await send(`${head}content-length: 7\r\n\r\nemail=a${'b'.repeat(20_000)}\r\n\r\n`);
  expect(more).toMatch(/^HTTP\/1\.1 4(?:00|22|31) /);
  // both lengths at once is how requests are smuggled past a proxy
  const both = `${head}content-length: 7\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`;
  expect(await send(both)).toMatch(/^HTTP\/1\.1 400 /);
});

it('refuses heads that are too long, and copes with a form of thousands of fields', async () => {
  const portal = await openPortal(await freshWorkspace());
  const statuses = [
    await ask(portal, '/sign-in', { headers: { cookie: `a=${'b'.repeat(20_000)}` } }),
    await ask(portal, `/${'a'.repeat(20_000)}`),
    await ask(portal, '/sign-in', { body: 'a&'.repeat(8000) }),
    await ask(portal, '/sign-in', { body: `a${'[a]'.repeat(5000)}=1` }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([431, 431, 422, 422]);
});

import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { strictHeaders } from '../../../src-main/faces/portal/headers.ts';
import type { Portal } from '../../../src-main/faces/portal/options.ts';
import { accept, dump, invite } from '../../support/invitees.ts';
import { freshWorkspace, owner } from '../../support/workspace.ts';
import { type Answer, ask, cookieHeader, openPortal, signUp } from './support.ts';

const { 'cache-control': _, ...always } = strictHeaders;
const isStrict = (answer: Answer) => expect(answer.headers).toMatchObject(strictHeaders);
const leaks = ['server', 'x-powered-by', 'x-ratelimit-limit', 'etag'];

/** Sends bytes that no HTTP client would. */
function raw(portal: Portal, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(portal.port, '127.0.0.1', () => socket.write(text));
    let got = '';
    socket.on('data', (data) => {
      got += data;
    });
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
  });
}

describe('headers', () => {
  it('are strict on every answer, even on errors, redirects and what is not found', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const live = await invite(w, 'ana@example.org');
    const used = await invite(w, 'bob@example.org');
    await accept(w, used.token);
    const answers = await Promise.all([
      ask(portal, `/i/${live.token}`),
      ask(portal, `/i/${live.token}`, { method: 'HEAD' }),
      ask(portal, `/i/${live.token}`, { body: 'account=new' }),
      ask(portal, `/i/${used.token}`),
      ask(portal, '/i/unknown'),
      ask(portal, '/'),
      ask(portal, '/sign-in'),
      ask(portal, '/sign-in', { form: { email: owner.email, password: 'wrong' } }),
      ask(portal, '/sign-out', { body: '' }),
      ask(portal, '/nowhere'),
      ask(portal, '/%'),
      ask(portal, `/i/${'a'.repeat(1000)}`),
      ask(portal, '/', { method: 'DELETE' }),
      ask(portal, '/', { method: 'OPTIONS' }),
      ask(portal, '/', { method: 'PROPFIND' }),
      ask(portal, '/sign-in', { body: '{}', headers: { 'content-type': 'application/json' } }),
      ask(portal, '/sign-in', { body: 'x', headers: { 'content-type': 'text/plain' } }),
      ask(portal, '/sign-in', { body: `email=${'a'.repeat(20_000)}` }),
      ask(portal, '/sign-in', { body: 'email=a', headers: { 'sec-fetch-site': 'cross-site' } }),
      ask(portal, '/favicon.ico'),
    ]);
    for (const answer of answers) {
      isStrict(answer);
      for (const name of leaks) expect(answer.headers[name]).toBeUndefined();
    }
    expect(answers.map((a) => a.status)).toEqual([
      200, 200, 422, 410, 404, 303, 200, 422, 303, 404, 400, 404, 404, 404, 404, 415, 415, 413, 403, 204,
    ]);
  });

  it('are strict even on answers to what cannot be parsed', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const broken = [
      'NONSENSE\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\na: ${'b'.repeat(20_000)}\r\n\r\n`,
      'GET / HTTP/1.1\r\nhost: x\r\nexpect: a-miracle\r\nconnection: close\r\n\r\n',
      'GET /nowhere HTTP/1.1\r\nconnection: close\r\n\r\n',
    ];
    const answers = await Promise.all(broken.map((text) => raw(portal, text)));
    expect(answers.map((a) => a.slice(9, 12))).toEqual(['400', '431', '417', '404']);
    for (const answer of answers)
      for (const [name, value] of Object.entries(strictHeaders))
        expect(answer.toLowerCase()).toContain(`${name}: ${value.toLowerCase()}`);
  });

  it('cause no defect when the client has already hung up', async () => {
    const w = await freshWorkspace();
    const reported: unknown[] = [];
    const portal = await openPortal(w, { report: (_reference, error) => void reported.push(error) });
    const large = `a=${'%41'.repeat(6000)}`;
    const body = `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${large.length}\r\n\r\n${large}`;
    // the first request is answered, the second is being read, and what follows is none: the connection ends in between
    const last = 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n../';
    await raw(portal, `DELETE / HTTP/1.1\r\nhost: x\r\n${body}${last}`);
    expect(reported).toEqual([]);
    expect((await ask(portal, '/sign-in')).status).toBe(200);
  });

  it('let stylesheet and script be cached under an address that names their content, and under no other', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { body } = await ask(portal, '/sign-in');
    const addresses = [...body.matchAll(/(?:href|src)="(\/(?:style\.css|portal\.js)[^"]*)"/g)].map((m) => m[1] ?? '');
    expect(addresses).toHaveLength(2);
    for (const address of addresses) {
      const kept = await ask(portal, address);
      expect(kept.status).toBe(200);
      expect(kept.headers).toMatchObject({ ...always, 'cache-control': 'public, max-age=31536000, immutable' });
      isStrict(await ask(portal, address.replace(/v=.*/, 'v=older')));
    }
    expect(body).not.toMatch(/ style=|<style|<script>|javascript:|https?:\/\//);
  });
});

describe('links and the Host header', () => {
  it('take nothing from Host, X-Forwarded-Host or Forwarded', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { token } = await invite(w, 'ana@example.org');
    const plain = await ask(portal, `/i/${token}`);
    const forged = {
      host: 'evil.test',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.test',
    };
    const answer = await ask(portal, `/i/${token}`, { headers: forged });
    expect(answer.body).toBe(plain.body);
    const redirected = await ask(portal, '/', { headers: forged });
    expect(redirected.headers.location).toBe('/sign-in');
    expect(JSON.stringify([answer, redirected])).not.toContain('evil');
  });

  it('follow the base URL and its path, with secure cookies under https, whether or not a proxy strips the path', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { baseUrl: 'https://join.example.com/welcome/' });
    expect(portal.url).toBe('https://join.example.com/welcome');
    const { token } = await invite(w, 'ana@example.org');
    for (const path of [`/i/${token}`, `/welcome/i/${token}`]) {
      const page = await ask(portal, path);
      expect([page.status, page.body.includes('href="/welcome/style.css?v=')]).toEqual([200, true]);
    }
    expect((await ask(portal, '/welcome/style.css')).status).toBe(200);
    const accepted = await ask(portal, `/welcome/i/${token}`, { form: signUp });
    expect(accepted.headers.location).toBe('/welcome/sign-in');
    const signedIn = await ask(portal, '/sign-in', { form: { email: 'ana@example.org', password: signUp.password } });
    expect(signedIn.setCookies[0]).toMatch(
      /^__Host-portal-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await ask(portal, '/welcome/', { headers: cookieHeader(signedIn.cookies) })).status).toBe(200);
  });
});

describe('forms from elsewhere', () => {
  it('are refused when the browser says that they are, and change nothing', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { baseUrl: 'https://join.example.com' });
    const { token } = await invite(w, 'ana@example.org');
    const before = await dump(w);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'null' },
      { origin: 'https://evil.test' },
      { origin: 'https://join.example.com.evil.test' },
      { origin: 'http://join.example.com' },
      { origin: 'nonsense' },
    ] as Record<string, string>[]) {
      const answer = await ask(portal, `/i/${token}`, { form: signUp, headers });
      expect(answer.status, JSON.stringify(headers)).toBe(403);
    }
    expect(await dump(w)).toEqual(before);
  });

  it.each([
    {},
    { origin: 'null' },
    { origin: 'https://join.example.com' },
    { origin: 'http://join.local:8080', host: 'join.local:8080' },
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    { 'sec-fetch-site': 'none' },
  ] as Record<string, string>[])('do not include those with %o', async (headers) => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { baseUrl: 'https://join.example.com' });
    const { token } = await invite(w, 'ana@example.org');
    expect((await ask(portal, `/i/${token}`, { form: signUp, headers })).status).toBe(303);
  });
});

describe('limits', () => {
  it('stop whoever guesses passwords, with a page and the seconds to wait', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { limits: { posts: 3 } });
    const form = { email: owner.email, password: 'a guess' };
    for (let i = 0; i < 3; i++) expect((await ask(portal, '/sign-in', { form })).status).toBe(422);
    const stopped = await ask(portal, '/sign-in', {
      form: { ...form, password: owner.password },
      headers: { 'x-forwarded-for': '203.0.113.9' }, // not believed
    });
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect(stopped.body).toContain('Too many tries');
    isStrict(stopped);
    expect((await ask(portal, '/sign-in')).status).toBe(200);
  });

  it('count posts per link, so that a whole company can sign up behind one address', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { limits: { posts: 2 } });
    const { token } = await invite(w, 'ana@example.org');
    const other = await invite(w, 'bob@example.org');
    const bad = { ...signUp, passwordAgain: 'differs' };
    for (const status of [422, 422, 429]) expect((await ask(portal, `/i/${token}`, { form: bad })).status).toBe(status);
    expect((await ask(portal, `/i/${other.token}`, { form: signUp })).status).toBe(303);
  });

  it('apply to everything else as well, found or not', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { limits: { requests: 4 } });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await ask(portal, `/nowhere/${i}`)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 429, 429]);
  });

  it('tell clients behind a proxy on this computer apart', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { baseUrl: 'https://join.example.com', limits: { posts: 1 } });
    const form = { email: owner.email, password: 'a guess' };
    const from = async (address: string) =>
      (await ask(portal, '/sign-in', { form, headers: { 'x-forwarded-for': address } })).status;
    expect([await from('203.0.113.1'), await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([422, 429, 422]);
  });
});

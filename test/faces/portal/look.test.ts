import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast } from '#contract/contrast.ts';
import { strictHeaders } from '../../../src-main/faces/portal/headers.ts';
import { accentStyle } from '../../../src-main/faces/portal/look.ts';
import type { Portal } from '../../../src-main/faces/portal/options.ts';
import { accept, invite, member } from '../../support/invitees.ts';
import { setMember } from '../../support/memberships.ts';
import { jpeg, png } from '../../support/pictures.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal, resourcesFolder, signUp } from './support.ts';

const wide = png(600, 100);
const base64 = (content: Buffer) => content.toString('base64');
const wear = (w: Workspace, { logo, ...look }: { accent?: string | null; logo?: Buffer | null }) =>
  w.call('wording.saveLook', {
    organizationId: w.organizationId,
    ...look,
    ...(logo === undefined ? {} : { logo: logo && { base64: base64(logo) } }),
  });

const logoOn = (body: string) =>
  /<img class="logo" src="([^"]*)" width="(\d+)" height="(\d+)" alt="([^"]*)">/.exec(body);
const addressOn = (body: string) => logoOn(body)?.[1] ?? '';
const styleOn = (body: string) => /<link rel="stylesheet" href="([^"]*\/look\/[^"]*)">/.exec(body)?.[1];
const kept = { ...strictHeaders, 'cache-control': 'public, max-age=31536000, immutable' };

async function signIn(portal: Portal, email: string, password: string) {
  const { cookies } = await ask(portal, '/sign-in', { form: { email, password } });
  return { headers: cookieHeader(cookies) };
}

describe('a page of an organization with a look', () => {
  it('has its logo beside the name and its colour: behind live and dead links, at the first sign-in, and signed in', async () => {
    const w = await freshWorkspace();
    await wear(w, { accent: '#ffd43b', logo: wide });
    const portal = await openPortal(w);
    const live = await invite(w, 'ana@example.org');
    const revoked = await invite(w, 'bob@example.org');
    await w.call('invitations.revoke', member(w, revoked.membershipId));
    const page = await ask(portal, `/i/${live.token}`);
    const refused = await ask(portal, `/i/${live.token}`, { form: { ...signUp, passwordAgain: 'differs' } });
    const dead = await ask(portal, `/i/${revoked.token}`);
    const accepted = await ask(portal, `/i/${live.token}`, { form: signUp });
    const first = await ask(portal, '/sign-in', { headers: cookieHeader(accepted.cookies) });
    const session = await signIn(portal, 'ana@example.org', signUp.password);
    const signedIn = await Promise.all(
      ['/', '/organizations', '/inbox', '/profile', '/two-factor'].map((way) => ask(portal, way, session)),
    );
    const all = [page, refused, dead, first, ...signedIn];
    expect(all.map(({ status }) => status)).toEqual([200, 422, 410, 200, 200, 200, 200, 200, 200]);
    const sha256 = createHash('sha256').update(wide).digest('hex');
    for (const { body } of all) {
      const [, src = '', ...rest] = logoOn(body) ?? [];
      // the name is written beside it, so its alternative text is empty
      expect(rest).toEqual(['200', '33', '']);
      expect(src).toMatch(new RegExp(`^/logo/${sha256}\\.[\\w-]{43}$`));
      expect(body).toContain('<span class="name">Example Logistics</span>');
      expect(body).not.toContain('<span class="mark" ');
      expect(styleOn(body)).toMatch(/^\/look\/ffd43b\.css\?v=[\w-]{16}$/);
      expect(body).not.toMatch(/ style=|<style|data:/);
    }
    expect(new Set(all.map(({ body }) => addressOn(body) + styleOn(body))).size).toBe(1);
  });

  it('looks as usual where none is set, and where no organization is named', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { token } = await invite(w, 'ana@example.org');
    const plain = await ask(portal, `/i/${token}`);
    expect(plain.body).toContain('<span class="mark" aria-hidden="true">EL</span>');
    await wear(w, { accent: '#ffd43b', logo: wide });
    expect(logoOn((await ask(portal, `/i/${token}`)).body)).not.toBeNull();
    await wear(w, { accent: null, logo: null });
    expect((await ask(portal, `/i/${token}`)).body).toBe(plain.body);
    await wear(w, { accent: '#ffd43b', logo: wide });
    for (const way of ['/sign-in', '/forgot', '/i/1.1.x', '/nowhere']) {
      const { body } = await ask(portal, way);
      expect([logoOn(body), styleOn(body)], way).toEqual([null, undefined]);
    }
  });

  it('has the look of the organization that one is in, and of no other', async () => {
    const w = await freshWorkspace();
    const { organizationId: other } = await w.call('organizations.add', { name: 'Other' });
    await w.call('wording.saveLook', { organizationId: other, accent: '#0b7285', logo: { base64: base64(jpeg) } });
    const portal = await openPortal(w);
    const session = await signIn(portal, owner.email, owner.password);
    const switched = async (organizationId: number) => {
      const { cookies } = await ask(portal, '/organizations/switch', {
        ...session,
        form: { organizationId: String(organizationId) },
      });
      const headers = { cookie: `${session.headers.cookie}; ${cookieHeader(cookies).cookie}` };
      return (await ask(portal, '/', { headers })).body;
    };
    expect(logoOn(await switched(w.organizationId))).toBeNull();
    expect(logoOn(await switched(other))?.slice(2)).toEqual(['64', '20', '']);
  });

  it('takes nothing from the cookie of the first sign-in that cannot be a look', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const seen = async (look: unknown) => {
      const joined = { email: 'ana@example.org', organization: 'Example', leftOut: [], look };
      const cookie = `portal-joined=${Buffer.from(JSON.stringify(joined)).toString('base64url')}`;
      return (await ask(portal, '/sign-in', { headers: { cookie } })).body;
    };
    const address = `${'a'.repeat(64)}.${'b'.repeat(43)}`;
    const sound = { accent: '#123456', logo: { address, width: 20, height: 20 } };
    expect(addressOn(await seen(sound))).toBe(`/logo/${address}`);
    for (const look of [
      { ...sound, accent: '"><script>' },
      { ...sound, accent: '//evil' },
      { ...sound, logo: { ...sound.logo, address: '../../evil' } },
      { ...sound, logo: { ...sound.logo, address: '"onerror=1' } },
      { ...sound, logo: { ...sound.logo, width: '1"' } },
    ]) {
      const body = await seen(look);
      expect([logoOn(body), styleOn(body)], JSON.stringify(look)).toEqual([null, undefined]);
      expect(body).not.toMatch(/evil|<script>|onerror/);
    }
  });

  it('links to logo and colour below the path of the base URL', async () => {
    const w = await freshWorkspace();
    await wear(w, { accent: '#ffd43b', logo: wide });
    const portal = await openPortal(w, { baseUrl: 'https://join.example.com/welcome/' });
    const { token } = await invite(w, 'ana@example.org');
    const { body } = await ask(portal, `/i/${token}`);
    expect([addressOn(body), styleOn(body)]).toEqual([
      expect.stringMatching(/^\/welcome\/logo\//),
      expect.stringMatching(/^\/welcome\/look\//),
    ]);
    expect((await ask(portal, addressOn(body))).status).toBe(200);
    expect((await ask(portal, addressOn(body).replace('/welcome', ''))).status).toBe(200);
  });
});

describe('the logo', () => {
  it.each([
    ['PNG', wide, 'image/png'],
    ['JPEG', jpeg, 'image/jpeg'],
  ])('is served as the %s that it is, without a session, to be cached for a year', async (_, content, type) => {
    const w = await freshWorkspace();
    await wear(w, { logo: content });
    const portal = await openPortal(w);
    const { token } = await invite(w, 'ana@example.org');
    const address = addressOn((await ask(portal, `/i/${token}`)).body);
    const answer = await ask(portal, address);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ ...kept, 'content-type': type, 'content-length': String(content.length) });
    const got = Buffer.from(await (await fetch(`http://127.0.0.1:${portal.port}${address}`)).arrayBuffer());
    expect(got.equals(content)).toBe(true);
    expect((await ask(portal, address, { method: 'HEAD' })).body).toBe('');
  });

  it('is gone once no organization uses it, and back as soon as one does', async () => {
    const w = await freshWorkspace();
    await wear(w, { logo: wide });
    const portal = await openPortal(w);
    const { token } = await invite(w, 'ana@example.org');
    const address = addressOn((await ask(portal, `/i/${token}`)).body);
    await wear(w, { logo: jpeg });
    const gone = await ask(portal, address);
    // kept in the workspace for mails that are on their way
    expect([gone.status, gone.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(gone.headers).toMatchObject(strictHeaders);
    const { organizationId: other } = await w.call('organizations.add', { name: 'Other' });
    await w.call('wording.saveLook', { organizationId: other, logo: { base64: base64(wide) } });
    expect((await ask(portal, address)).status).toBe(200);
  });

  it('does not tell somebody who has the picture from elsewhere that the organization is here', async () => {
    const w = await freshWorkspace();
    await wear(w, { logo: wide });
    const portal = await openPortal(w);
    const { token } = await invite(w, 'ana@example.org');
    const address = addressOn((await ask(portal, `/i/${token}`)).body);
    const [sha256 = '', signature = ''] = address.replace('/logo/', '').split('.');
    const another = createHash('sha256').update(jpeg).digest('hex');
    const tries = [
      `/logo/${sha256}`,
      `/logo/${sha256}.`,
      `/logo/${sha256}.png`,
      `/logo/${sha256}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
      `/logo/${sha256}.${signature}x`,
      `/logo/${sha256.toUpperCase()}.${signature}`,
      `/logo/${another}.${signature}`,
      `/logo/${sha256}.${token.split('.')[2]}`,
      '/logo/',
      '/logo/%00',
      '/logo/..%2f..%2fpackage.json',
      '/logo',
    ];
    const unknown = await ask(portal, '/nowhere');
    for (const way of tries) {
      const answer = await ask(portal, way);
      expect([answer.status, answer.body], way).toEqual([404, unknown.body]);
      expect(answer.headers).toMatchObject(strictHeaders);
    }
  });

  it('counts against the limit of requests, as everything does', async () => {
    const w = await freshWorkspace();
    await wear(w, { logo: wide });
    const portal = await openPortal(w, { limits: { requests: 3 } });
    const { token } = await invite(w, 'ana@example.org');
    const address = addressOn((await ask(portal, `/i/${token}`)).body);
    const statuses: number[] = [];
    for (const way of [address, '/look/123456.css', address]) statuses.push((await ask(portal, way)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('is served to inbox agents, whose only page shows it', async () => {
    const w = await freshWorkspace();
    await wear(w, { accent: '#ffd43b', logo: wide });
    const portal = await openPortal(w);
    const { token, membershipId } = await invite(w, 'ana@example.org');
    await accept(w, token);
    await setMember(w, membershipId, { kind: 'inbox-agent' });
    const session = await signIn(portal, 'ana@example.org', 'a sentence of mine');
    const { body, status } = await ask(portal, '/inbox', session);
    expect(status).toBe(200);
    for (const way of [addressOn(body), styleOn(body) ?? ''])
      expect((await ask(portal, way, session)).status).toBe(200);
  });
});

describe('the stylesheet of a colour', () => {
  it('is cached for a year under the address that names its content, and exists for every colour', async () => {
    const w = await freshWorkspace();
    await wear(w, { accent: '#ffd43b' });
    const portal = await openPortal(w);
    const { token } = await invite(w, 'ana@example.org');
    const address = styleOn((await ask(portal, `/i/${token}`)).body) ?? '';
    const answer = await ask(portal, address);
    expect(answer.headers).toMatchObject({ ...kept, 'content-type': 'text/css; charset=utf-8' });
    expect(answer.body).toContain('--accent: #ffd43b;');
    const older = await ask(portal, address.replace(/v=.*/, 'v=older'));
    expect([older.status, older.body]).toEqual([200, answer.body]);
    expect(older.headers).toMatchObject(strictHeaders);
    // nobody's: that it exists says nothing about organizations
    expect((await ask(portal, '/look/000001.css')).status).toBe(200);
    for (const way of [
      '/look/fff.css',
      '/look/FFD43B.css',
      '/look/ffd43b',
      '/look/red;}.css',
      '/look/',
      '/look/%0a.css',
    ])
      expect((await ask(portal, way)).status, way).toBe(404);
  });

  it('is readable in both colour schemes, whatever colour was chosen', () => {
    const css = readFileSync(path.join(resourcesFolder, 'portal/colours.css'), 'utf8');
    const [usualLight = '', usualDark = ''] = css.split('@media');
    const valueIn = (text: string, name: string) => {
      const value = new RegExp(`--${name}: (#[0-9a-f]+|transparent);`).exec(text)?.[1] ?? '';
      return value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value;
    };
    const behind = ['ground', 'card', 'box', 'info-ground', 'good-ground', 'bad-ground'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
        const [light = '', dark = ''] = accentStyle(`#${colour.toString(16).padStart(6, '0')}`).split('@media');
        for (const [own, usual] of [
          [light, usualLight],
          [dark, usualDark],
        ] as const) {
          const [accent, hover, ink, edge, link] = ['accent', 'accent-hover', 'accent-ink', 'accent-edge', 'link'].map(
            (name) => valueIn(own, name),
          ) as [string, string, string, string, string];
          expect(contrast(accent, ink)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(hover, ink)).toBeGreaterThanOrEqual(4.5);
          for (const name of behind) {
            const ground = valueIn(usual, name);
            expect(contrast(link, ground), `${link} on ${name}`).toBeGreaterThanOrEqual(4.5);
            const shape = edge === 'transparent' ? accent : edge;
            expect(contrast(shape, ground), `${shape} on ${name}`).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { examples: [[0], [0xffffff], [0xffd43b], [0x777777], [0x191b20], [0xf3f4f6]], numRuns: 300 },
    );
  });
});

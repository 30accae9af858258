import { expect, it } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { invite } from '../../support/invitees.ts';
import { asOperator, freshWorkspace, owner } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from './support.ts';

const de = messagesIn('de').portal;
const en = messagesIn('en').portal;
const browser = { 'accept-language': 'de-AT,en;q=0.5' };
const langOf = (body: string) => /<html lang="([^"]*)">/.exec(body)?.[1];

it('speaks the browser’s language, on pages and where something is wrong, and no cache keeps it', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  for (const [path, words] of [
    [`/i/${token}`, de.join.create],
    ['/sign-in', de.signIn.button],
    ['/forgot', de.forgot.title],
    ['/i/nothing', de.dead.unknown.title],
    ['/i/%zz', de.dead.unknown.title],
    ['/no/such/page', de.notices.notFound.title],
  ] as const) {
    const { body, headers } = await ask(portal, path, { headers: browser });
    expect([path, langOf(body), body.includes(words)]).toEqual([path, 'de', true]);
    expect(headers['cache-control']).toBe('no-store');
  }
  const refused = await ask(portal, `/i/${token}`, { headers: browser, form: { ...signUp, firstName: '' } });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain(de.fields['firstName:empty']);
  expect(langOf((await ask(portal, '/sign-in')).body)).toBe('en');
});

it('changes the language at the foot of a page, comes back to that page, and keeps the choice', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const page = await ask(portal, `/i/${token}`);
  expect(page.body).toContain(
    '<button class="plain" type="submit" name="language" value="de" lang="de">Deutsch</button>',
  );
  expect(page.body).not.toContain(token);

  const chosen = await ask(portal, `/i/${token}`, { form: { language: 'de' } });
  expect(chosen.status).toBe(303);
  expect(chosen.headers.location).toBe(`/i/${token}`);
  expect(chosen.setCookies.join()).toMatch(/portal-language=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax/);
  const headers = cookieHeader(chosen.cookies);
  const german = await ask(portal, `/i/${token}`, { headers });
  expect(langOf(german.body)).toBe('de');
  expect(german.body).toContain('<span aria-current="true">Deutsch</span>');
  // whatever the browser asks for; and back again
  expect(langOf((await ask(portal, '/sign-in', { headers: { ...headers, 'accept-language': 'en' } })).body)).toBe('de');
  const back = await ask(portal, '/sign-in', { form: { language: 'en' }, headers });
  const again = await ask(portal, '/sign-in', { headers: { ...browser, ...cookieHeader(back.cookies) } });
  expect(again.body).toContain(en.signIn.button);
});

it('leads back to the page where it was chosen, and to no other site', async () => {
  const portal = await openPortal(await freshWorkspace());
  const leads = async (path: string, language = 'de') =>
    (await ask(portal, path, { form: { language } })).headers.location;
  expect(await leads('/')).toBe('/');
  expect(await leads('/inbox?from=mail')).toBe('/inbox?from=mail');
  expect(await leads('/no/such/page')).toBe('/no/such/page');
  // forms are posted there; there is no such page
  expect(await leads('/sign-out')).toBe('/');
  for (const path of ['//evil.example', '/\\evil.example']) expect(await leads(path)).toBe('/');
  expect(await leads('/no/such/page', '<b>')).toBeUndefined();
});

it('keeps nothing that is not a language, and takes no choice from another site', async () => {
  const portal = await openPortal(await freshWorkspace());
  const elsewhere = { origin: 'https://evil.example' };
  const refused = await ask(portal, '/sign-in', { form: { language: 'de' }, headers: elsewhere });
  expect([refused.status, refused.cookies]).toEqual([403, {}]);
  expect((await ask(portal, '/sign-in', { form: { language: '<b>' } })).cookies).toEqual({});
  const forged = Buffer.from('"xx"').toString('base64url');
  const { body } = await ask(portal, '/sign-in', { headers: { cookie: `portal-language=${forged}` } });
  expect(langOf(body)).toBe('en');
});

it('leads back below the path of the base URL', async () => {
  const portal = await openPortal(await freshWorkspace(), { baseUrl: 'http://join.example.com/portal' });
  const { headers } = await ask(portal, '/portal/sign-in', { form: { language: 'de' } });
  expect(headers.location).toBe('/portal/sign-in');
});

it('remembers for mails the language somebody accepted in, and later the one they choose while signed in', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const languageNow = async () => (await w.callAs(asOperator('ana@example.org'), 'profile.get', {})).language;
  await ask(portal, `/i/${token}`, { headers: browser, form: signUp });
  expect(await languageNow()).toBe('de');

  const { cookies } = await ask(portal, '/sign-in', { form: { email: 'ana@example.org', password: signUp.password } });
  const headers = cookieHeader(cookies);
  await ask(portal, '/', { form: { language: 'en' }, headers });
  expect(await languageNow()).toBe('en');
  // whoever accepts once more reads what they chose themselves
  const other = await w.call('organizations.create', { name: 'Brightwater', owner });
  const again = await invite({ ...w, organizationId: other.organizationId }, 'ana@example.org');
  await ask(portal, `/i/${again.token}`, { headers: { ...headers, ...browser }, form: { account: 'signed-in' } });
  expect(await languageNow()).toBe('en');
});

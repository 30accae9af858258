import { expect, it } from 'vitest';
import { accept, dump, invite, member, newAccount } from '../../support/invitees.ts';
import { freshWorkspace, hour, owner, quickPasswords } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from './support.ts';

it('shows the sign-up page and changes nothing, by GET and by HEAD, however often', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org', { name: 'Ana Maria Silva' });
  const before = await dump(w);
  for (let i = 0; i < 3; i++) {
    const got = await ask(portal, `/i/${token}`);
    expect(got.status).toBe(200);
    expect(got.body).toContain('Join Example Logistics');
    expect(got.body).toMatch(/value="ana@example.org"[^>]* readonly/);
    expect(got.body).toMatch(/name="firstName"[^>]* value="Ana"/);
    expect(got.body).toMatch(/name="lastName"[^>]* value="Maria Silva"/);
    expect(got.setCookies).toEqual([]);
    const head = await ask(portal, `/i/${token}`, { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    for (const path of ['/sign-in', '/', '/style.css', '/nowhere']) await ask(portal, path);
  }
  expect(await dump(w)).toEqual(before);
});

it('takes a person from the link to the page that says who they are', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const accepted = await ask(portal, `/i/${token}`, { form: signUp });
  expect([accepted.status, accepted.headers.location]).toEqual([303, '/sign-in']);
  const signInPage = await ask(portal, '/sign-in', { headers: cookieHeader(accepted.cookies) });
  expect(signInPage.body).toContain('You have joined Example Logistics.');
  expect(signInPage.body).toMatch(/name="email"[^>]* value="ana@example.org"/);

  const wrong = await ask(portal, '/sign-in', { form: { email: 'ana@example.org', password: 'not this' } });
  expect([wrong.status, wrong.setCookies]).toEqual([422, []]);
  const signedIn = await ask(portal, '/sign-in', { form: { email: 'ana@example.org', password: signUp.password } });
  expect([signedIn.status, signedIn.headers.location]).toEqual([303, '/']);
  expect(signedIn.setCookies[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);

  const session = cookieHeader(signedIn.cookies);
  const home = await ask(portal, '/', { headers: session });
  expect(home.body).toContain('Siobhán Ní Mhurchú');
  expect(home.body).toContain('ana@example.org');
  expect(home.body).toContain('Member');
  expect((await ask(portal, '/sign-in', { headers: session })).headers.location).toBe('/');

  const out = await ask(portal, '/sign-out', { method: 'POST', headers: session });
  expect(out.headers.location).toBe('/sign-in');
  expect((await ask(portal, '/', { headers: session })).headers.location).toBe('/sign-in'); // the old token is dead
});

it('makes exactly one user of 64 simultaneous posts', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, { limits: { posts: 1000 } });
  const { token } = await invite(w, 'ana@example.org');
  const answers = await Promise.all(Array.from({ length: 64 }, () => ask(portal, `/i/${token}`, { form: signUp })));
  const statuses = answers.map((a) => a.status).sort();
  expect(statuses).toEqual([303, ...Array(63).fill(410)]);
  expect(answers.find((a) => a.status === 410)?.body).toContain('This invitation was accepted');
  const { active } = await w.call('users.counts', { organizationId: w.organizationId });
  expect(active).toBe(2);
});

it('says for each kind of dead link what happened and what to do', async () => {
  const w = await freshWorkspace();
  await w.call('organizations.update', { organizationId: w.organizationId, contact: 'help@example.com' });
  const portal = await openPortal(w);
  const [used, revoked, replaced, expired] = [
    await invite(w, 'a@example.org'),
    await invite(w, 'b@example.org'),
    await invite(w, 'c@example.org'),
    await invite(w, 'd@example.org'),
  ];
  await accept(w, used.token);
  await w.call('invitations.revoke', member(w, revoked.membershipId));
  await w.call('invitations.reinvite', member(w, replaced.membershipId));
  await w.call('invitations.copyLink', member(w, expired.membershipId));
  w.clock.advance(72 * hour);
  const cases = [
    [used, 'This invitation was accepted', 'That was on Fri 20 Nov 2026, 13:00 CET.', 'href="/sign-in"'],
    [revoked, 'This invitation was taken back', 'It was revoked on Fri 20 Nov 2026.', 'ask Olive Owner'],
    [replaced, 'There is a newer link', 'You were invited again on Fri 20 Nov 2026.', 'Look for the newest mail'],
    [expired, 'This link has expired', 'It was live until Mon 23 Nov 2026, 13:00 CET.', 'Ask Olive Owner'],
  ] as const;
  for (const [{ token, email }, ...words] of cases) {
    for (const asked of [{}, { form: signUp }]) {
      const answer = await ask(portal, `/i/${token}`, asked);
      expect(answer.status).toBe(410);
      for (const word of words) expect(answer.body).toContain(word);
      expect(answer.body).toContain('mailto:help@example.com');
      expect(answer.body).not.toContain(email);
    }
  }
});

it('answers every unknown or malformed link with the same page', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const links = [
    'x',
    '1.1.1',
    `${token}x`,
    token.replace('.', '.0'),
    'a'.repeat(150),
    'a'.repeat(201),
    'a'.repeat(5000),
    '%',
    '%zz',
    '%00',
    '%C3%A4',
    "'--",
    '..%2f',
  ];
  const pages = await Promise.all(links.map((link) => ask(portal, `/i/${link}`)));
  for (const page of pages) expect([page.status, page.body]).toEqual([404, pages[0]?.body]);
  expect(pages[0]?.body).toContain('This link does not work');
  expect(pages[0]?.body).not.toContain('Example Logistics');
  const posted = await ask(portal, '/i/x', { form: signUp });
  expect([posted.status, posted.body]).toEqual([404, pages[0]?.body]);
});

it('shows a refused form again with what was typed, but never a password', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const form = { ...signUp, firstName: ' ', lastName: '"><script>alert(1)</script>', passwordAgain: 'something else' };
  const answer = await ask(portal, `/i/${token}`, { form });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('2 things to correct');
  expect(answer.body).toContain('Fill in your first name.');
  expect(answer.body).toContain('The two passwords differ.');
  expect(answer.body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(answer.body).toContain('<option value="IE" selected>');
  expect(answer.body).toMatch(/id="firstName"[^>]*aria-describedby="firstName-error" aria-invalid="true"/);
  for (const secret of [form.password, form.passwordAgain]) expect(answer.body).not.toContain(secret);

  const cases = [
    [{ phone: 'call me' }, 'This cannot be read as a phone number.'],
    [{ password: 'password1', passwordAgain: 'password1' }, 'among the most used ones'],
    [{ password: 'short', passwordAgain: 'short' }, 'At least 8 characters.'],
  ] as const;
  for (const [change, words] of cases) {
    const again = await ask(portal, `/i/${token}`, { form: { ...signUp, ...change } });
    expect(again.status).toBe(422);
    expect(again.body).toContain(words);
  }
  expect((await ask(portal, `/i/${token}`, { body: '' })).status).toBe(422);
  expect((await ask(portal, `/i/${token}`, { form: signUp })).status).toBe(303);
});

it('escapes what operators and people wrote', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  await w.call('organizations.update', { organizationId: w.organizationId, name: '<b>&"Acme"' });
  const { token } = await invite(w, "o'neil@example.org", { name: '<img src=x> Ana' });
  const { body } = await ask(portal, `/i/${token}`);
  expect(body).toContain('Join &lt;b&gt;&amp;&quot;Acme&quot;');
  expect(body).toContain('o&#39;neil@example.org');
  expect(body).not.toMatch(/<b>|<img/);
});

it('shows control characters that were typed as a replacement sign, so that the page stays valid', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const { status, body } = await ask(portal, `/i/${token}`, { form: { ...signUp, firstName: 'A\0n\u001ba' } });
  expect(status).toBe(422);
  expect(body).toContain('value="A\ufffdn\ufffda"');
  expect(body).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
});

it('lets an existing account sign in and join, and ends the session that the browser came with', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  await accept(w, (await invite(w, 'ana@example.org')).token);
  const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
  const second = await invite({ ...w, organizationId }, 'ana@example.org');
  const page = await ask(portal, `/i/${second.token}`);
  expect(page.body).toContain('This address has an account already.');
  expect(page.body).not.toContain('new-password');

  const wrong = await ask(portal, `/i/${second.token}`, { form: { account: 'existing', password: 'not this one' } });
  expect([wrong.status, wrong.body.includes('This is not the password of your account.')]).toEqual([422, true]);
  const takeOver = await ask(portal, `/i/${second.token}`, { form: signUp });
  expect([takeOver.status, takeOver.body.includes('has an account already')]).toEqual([422, true]);

  const before = await ask(portal, '/sign-in', { form: { email: owner.email, password: owner.password } });
  const other = await ask(portal, `/i/${second.token}`, { headers: cookieHeader(before.cookies) });
  expect(other.body).toContain(`You are signed in as ${owner.email}. This invitation is for ana@example.org.`);
  const joined = await ask(portal, `/i/${second.token}`, {
    form: { account: 'existing', password: newAccount.password },
    headers: cookieHeader(before.cookies),
  });
  expect([joined.status, joined.headers.location]).toEqual([303, '/']);
  const home = await ask(portal, '/', { headers: cookieHeader(joined.cookies) });
  expect(home.body).toContain('Brightwater');
  expect(home.body).toContain('Example Logistics');
  expect(joined.cookies['portal-session']).not.toBe(before.cookies['portal-session']);
  expect((await ask(portal, '/', { headers: cookieHeader(before.cookies) })).status).toBe(303);
});

it('answers a defect with a page and a reference, and tells nothing else', async () => {
  let broken = false;
  const real = quickPasswords();
  const hash = (password: string) =>
    broken ? Promise.reject(new Error('a secret of the house')) : real.hash(password);
  const w = await freshWorkspace({ report: () => undefined, passwords: { ...real, hash } });
  broken = true;
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const answer = await ask(portal, `/i/${token}`, { form: signUp });
  expect(answer.status).toBe(500);
  expect(answer.body).toMatch(/this reference: [0-9a-f]{8}/);
  expect(answer.body).not.toContain('secret');
});

it('fills in the names and the phone that the inviter wrote, and keeps what the person types instead', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org', {
    name: 'Ana (Warehouse)',
    firstName: 'Ana',
    lastName: 'de Souza',
    phone: '01 555 0136',
    country: 'IE',
  });
  const { body } = await ask(portal, `/i/${token}`, { headers: { 'accept-language': 'de-DE' } });
  expect(body).toMatch(/name="firstName"[^>]* value="Ana"/);
  expect(body).toMatch(/name="lastName"[^>]* value="de Souza"/);
  expect(body).toMatch(/name="phone"[^>]* value="\+353 1 555 0136"/);
  expect(body.match(/<option value="[A-Z]*" selected>/g)).toEqual(['<option value="IE" selected>']);

  const typed = { firstName: 'Anna', lastName: 'Souza', phone: '030 1234567', country: 'DE' };
  const refused = await ask(portal, `/i/${token}`, { form: { ...signUp, ...typed, passwordAgain: 'another' } });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatch(/name="firstName"[^>]* value="Anna"/);
  expect(refused.body).toMatch(/name="phone"[^>]* value="030 1234567"/);
  expect(refused.body.match(/<option value="[A-Z]*" selected>/g)).toEqual(['<option value="DE" selected>']);

  const emptied = await ask(portal, `/i/${token}`, { form: { ...signUp, phone: '', passwordAgain: 'another' } });
  expect(emptied.body).toMatch(/name="phone"[^>]* value=""/);
});

it('accepts the form as it was filled in, once a password is typed', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token, membershipId } = await invite(w, 'ana@example.org', {
    firstName: 'Ana',
    lastName: 'Silva',
    phone: '+44 7700 900123',
  });
  const { body } = await ask(portal, `/i/${token}`);
  const begun = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(body)?.[1] ?? '';
  const country = /<option value="([A-Z]*)" selected>/.exec(body)?.[1] ?? '';
  expect(country).toBe('GB');
  const { password, passwordAgain } = signUp;
  const names = { firstName: begun('firstName'), lastName: begun('lastName') };
  const form = { account: 'new', ...names, phone: begun('phone'), country, password, passwordAgain };
  expect((await ask(portal, `/i/${token}`, { form })).status).toBe(303);
  const membership = await w.core.store.read
    .selectFrom('membership')
    .selectAll()
    .where('id', '=', membershipId)
    .executeTakeFirstOrThrow();
  expect(membership).toMatchObject({
    status: 'active',
    name: 'Ana Silva',
    first_name: 'Ana',
    last_name: 'Silva',
    phone: '+447700900123',
  });
});

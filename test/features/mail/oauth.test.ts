import { describe, expect, it } from 'vitest';
import { canaries, oauthHouse } from '../../support/oauth-house.ts';
import { json } from '../../support/token-endpoint.ts';

/** The same settings with nothing typed where a secret is stored. */
async function saved() {
  const h = await oauthHouse();
  await h.save(h.settings());
  const { refreshToken: _r, clientSecret: _s, ...plain } = h.oauth();
  const asStored = (more: object = {}) => h.settings({ oauth: { ...plain, ...more } });
  return { ...h, plain, asStored };
}

describe('mail settings for OAuth 2', () => {
  it('come back without their secrets, which are stored sealed and stay when left out', async () => {
    const h = await saved();
    const { organizationId, call, core } = h;
    const grant = () => core.store.read.selectFrom('mail_oauth').selectAll().executeTakeFirstOrThrow();
    const before = await grant();
    await h.save(h.asStored());
    expect(await grant()).toEqual(before);
    const { settings } = await call('mail.settings', { organizationId });
    expect(settings).toMatchObject({ auth: 'oauth2', login: 'it@example.com', hasPassword: false });
    expect(settings?.oauth).toEqual({ ...h.plain, hasClientSecret: true });
    expect(core.keys.unseal(before.client_secret_sealed ?? '')).toBe(canaries.clientSecret);
    expect(await h.storedToken()).toBe(canaries.refreshToken);
    // the secret belongs to one client; an empty one counts as none
    await h.save(h.asStored({ clientId: 'another' }));
    expect((await grant()).client_secret_sealed).toBeNull();
    await h.save(h.asStored({ clientId: 'another', clientSecret: 'new' }));
    await h.save(h.asStored({ clientId: 'another', clientSecret: '' }));
    expect((await grant()).client_secret_sealed).toBeNull();
  });

  it('hand stored secrets to no other endpoint, and their access tokens to no other mail server', async () => {
    const h = await saved();
    const { organizationId, call } = h;
    const elsewhere = [
      h.asStored({ endpoint: 'https://login.evil.example/token' }),
      h.asStored({ endpoint: h.endpoint.url.replace('127.0.0.1', 'localhost') }),
      { ...h.asStored(), host: 'localhost' },
    ];
    for (const settings of elsewhere)
      for (const operation of ['mail.save', 'mail.test'] as const)
        await expect(call(operation, { organizationId, ...settings })).rejects.toMatchObject({
          code: 'invalid-input',
          issues: [{ path: ['oauth', 'refreshToken'], code: 'refresh-token-needed' }],
        });
    expect(h.endpoint.asked).toEqual([]);
    // typed anew they may go there, without the client secret of the former endpoint
    await h.save(h.asStored({ endpoint: 'https://login.other.example/token', refreshToken: 'new' }));
    expect((await call('mail.settings', { organizationId })).settings?.oauth).toMatchObject({ hasClientSecret: false });
  });

  it('forget the secrets of one kind of login when another is chosen', async () => {
    const h = await saved();
    const { organizationId, call, core } = h;
    const { oauth: _, ...settings } = h.settings();
    await h.save({ ...settings, auth: 'password', password: 'sesame' });
    expect((await call('mail.settings', { organizationId })).settings).toMatchObject({
      auth: 'password',
      hasPassword: true,
      oauth: null,
    });
    expect(await core.store.read.selectFrom('mail_oauth').selectAll().execute()).toEqual([]);
    await h.save({ ...settings, auth: 'none' });
    expect((await call('mail.settings', { organizationId })).settings).toMatchObject({
      auth: 'none',
      login: '',
      hasPassword: false,
    });
  });

  it.each([
    ['an endpoint in clear', { oauth: { endpoint: 'http://login.example.com/token' } }, ['oauth', 'endpoint']],
    ['an endpoint with a password', { oauth: { endpoint: 'https://a:b@login.example.com/' } }, ['oauth', 'endpoint']],
    ['an endpoint that is not an address', { oauth: { endpoint: 'login.example.com' } }, ['oauth', 'endpoint']],
    ['no client id', { oauth: { clientId: ' ' } }, ['oauth', 'clientId']],
    ['no refresh token', { oauth: { refreshToken: ' ' } }, ['oauth', 'refreshToken']],
    ['no login', { login: '' }, ['login']],
    ['a login that ends the line', { login: 'it@example.com\u0001auth=' }, ['login']],
  ])('refuse %s, by the field', async (_what, change, at) => {
    const h = await oauthHouse();
    const { oauth, ...rest } = change as { oauth?: object };
    const settings = h.settings({ oauth: h.oauth(oauth), ...rest });
    await expect(h.save(settings)).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path: at }] });
  });
});

describe('a test of mail settings with OAuth 2', () => {
  it('gets a token before the login, saved or not, and says what went wrong there', async () => {
    const h = await oauthHouse();
    const { organizationId, call } = h;
    const test = () => call('mail.test', { organizationId, ...h.settings(), to: 'ana@example.org' });
    expect(await test()).toMatchObject({ ok: true, step: 'message' });
    expect(h.sink.messages).toHaveLength(1);
    const { host } = new URL(h.endpoint.url);
    const wrong = [
      [json(200, []), `No access token: the answer of ${host} is not a JSON object.`, 'TOKEN-MALFORMED'],
      [json(200, { access_token: 'a b' }), `the answer of ${host} holds no usable access token.`, 'TOKEN-MALFORMED'],
      [json(200, { access_token: 'a', token_type: 'mac' }), 'a token that is not a bearer token', 'TOKEN-MALFORMED'],
      [json(200, { access_token: 'a', expires_in: 'soon' }), 'how long the token lasts', 'TOKEN-MALFORMED'],
      [json(200, { access_token: 'a', refresh_token: 7 }), 'an unusable refresh token', 'TOKEN-MALFORMED'],
      [json(307, {}), `${host} answered with status 307.`, 'HTTP-307'],
      [json(404, {}), `${host} answered with status 404.`, 'HTTP-404'],
      [json(401, { error: 'invalid_client' }), 'client id or client secret is not right', 'invalid_client'],
      [json(400, { error: 'constructor' }), `The sign-in was refused. ${host} answered: constructor`, 'constructor'],
    ] as const;
    for (const [answer, words, code] of wrong) {
      h.endpoint.answer = answer;
      const answered = await test();
      expect(answered).toMatchObject({ ok: false, step: 'token', code });
      expect(answered.answer).toContain(words);
    }
    h.endpoint.answer = json(200, { access_token: 'canary.access-token.useless' });
    expect(await test()).toMatchObject({ ok: false, step: 'login', code: '535' });
    await h.endpoint.leave();
    expect(await test()).toMatchObject({ ok: false, step: 'token', code: 'ECONNREFUSED' });
  });

  it('keeps the refresh token that replaced the one it tried, for when that is saved', async () => {
    const h = await oauthHouse();
    const { organizationId, call } = h;
    const usable = new Set([canaries.refreshToken]);
    h.endpoint.answer = (response, form) => {
      // each works once
      if (!usable.delete(form.get('refresh_token') ?? '')) return json(400, { error: 'invalid_grant' })(response, form);
      const next = `${canaries.rotated}-${h.endpoint.asked.length}`;
      usable.add(next);
      return h.grant({ refresh_token: next })(response, form);
    };
    for (const _ of [1, 2])
      expect(await call('mail.test', { organizationId, ...h.settings() })).toMatchObject({ ok: true, step: 'login' });
    await h.save(h.settings());
    expect([...usable]).toEqual([await h.storedToken()]);
    await h.invite('ana@example.org');
    await h.startOutbox().idle();
    expect(h.sink.messages).toHaveLength(1);
    const { refreshToken: _, ...stored } = h.oauth();
    const again = await call('mail.test', { organizationId, ...h.settings({ oauth: stored }) });
    expect(again).toMatchObject({ ok: true, step: 'login' });
    expect([...usable]).toEqual([await h.storedToken()]);
  });

  it('asks for one token at a time in an organization', async () => {
    const h = await oauthHouse();
    const { organizationId, call } = h;
    await Promise.all([1, 2, 3].map(() => call('mail.test', { organizationId, ...h.settings() })));
    expect(h.endpoint.asked).toHaveLength(3);
    expect(h.endpoint.most).toBe(1);
  });
});

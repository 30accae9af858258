import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { selfSigned } from '../support/certificates.ts';
import { canaries, oauthHouse } from '../support/oauth-house.ts';
import { startScripted } from '../support/smtp-scripted.ts';
import { json } from '../support/token-endpoint.ts';

const people = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@example.org`);

describe('a queue that logs in by OAuth 2', () => {
  it('asks for one token as RFC 6749 says, and uses it for all connections until shortly before it expires', async () => {
    const h = await oauthHouse();
    await h.save(h.settings());
    await h.invite(...people(12));
    const outbox = h.startOutbox();
    await outbox.idle();
    expect(h.sink.messages).toHaveLength(12);
    expect(h.endpoint.asked.map((form) => Object.fromEntries(form))).toEqual([
      {
        grant_type: 'refresh_token',
        client_id: 'gatehouse-client',
        client_secret: canaries.clientSecret,
        refresh_token: canaries.refreshToken,
        scope: 'https://mail.example.com/ offline_access',
      },
    ]);
    expect(new Set(h.logins.map((l) => `${l.user} ${l.token}`))).toEqual(
      new Set([`it@example.com ${canaries.accessToken}1`]),
    );
    const sendOne = async (email: string) => {
      await outbox.close();
      await h.invite(email);
      const next = h.startOutbox();
      await next.idle();
      await next.close();
    };
    h.clock.advance(58 * 60_000);
    await sendOne('ana@example.org');
    expect(h.endpoint.asked).toHaveLength(1);
    h.clock.advance(90_000);
    await sendOne('ben@example.org');
    expect(h.endpoint.asked).toHaveLength(2);
    expect(h.logins.at(-1)?.token).toBe(`${canaries.accessToken}2`);
    expect(h.sink.messages).toHaveLength(14);
  });

  it('stores a refresh token that replaces the other at once, and uses it from then on', async () => {
    const h = await oauthHouse();
    h.endpoint.answer = (response, form) =>
      form.get('refresh_token') === canaries.refreshToken
        ? h.grant({ refresh_token: canaries.rotated, expires_in: 0 })(response, form)
        : h.grant()(response, form);
    await h.save(h.settings());
    await h.invite('ana@example.org');
    const outbox = h.startOutbox();
    await outbox.idle();
    expect(await h.storedToken()).toBe(canaries.rotated);
    await outbox.close();
    await h.invite('ben@example.org');
    await h.startOutbox().idle();
    expect(h.endpoint.asked.map((form) => form.get('refresh_token'))).toEqual([
      canaries.refreshToken,
      canaries.rotated,
    ]);
    expect(h.sink.messages).toHaveLength(2);
  });

  it('gets another access token, but only once, when the server refuses the one that was kept', async () => {
    const h = await oauthHouse();
    await h.save(h.settings());
    await h.invite('ana@example.org');
    const first = h.startOutbox();
    await first.idle();
    await first.close();
    h.valid.clear();
    await h.invite('ben@example.org');
    const second = h.startOutbox();
    await second.idle();
    expect(h.sink.messages).toHaveLength(2);
    expect(h.endpoint.asked).toHaveLength(2);
    await second.close();

    // the new ones are refused as well: no third is asked for
    h.valid.clear();
    h.endpoint.answer = json(200, { access_token: 'canary.access-token.useless', expires_in: 3600 });
    await h.invite('cem@example.org');
    await h.startOutbox().idle();
    expect(h.endpoint.asked).toHaveLength(3);
    const { pause } = await h.call('outbox.state', { organizationId: h.organizationId });
    expect(pause).toMatchObject({ reason: 'login' });
    expect(pause?.answer).toMatch(/^535 .*\(status: 401, schemes: bearer, scope: https:\/\/mail\.example\.com\/\)$/);
    expect(await h.row('cem@example.org')).toMatchObject({ state: 'queued', attempts: 0 });
  });

  it('pauses and keeps all mail when the refresh token has expired, and goes on with a new one', async () => {
    const h = await oauthHouse();
    h.endpoint.answer = json(400, { error: 'invalid_grant', error_description: 'AADSTS700082: It has expired.' });
    await h.save(h.settings());
    await h.invite(...people(5));
    const outbox = h.startOutbox();
    await outbox.idle();
    const state = () => h.call('outbox.state', { organizationId: h.organizationId });
    const { pause } = await state();
    expect(pause?.reason).toBe('login');
    expect(pause?.answer).toBe(
      'The sign-in was refused: the refresh token has expired or was revoked. Get a new one and type it in Settings. 127.0.0.1:' +
        `${new URL(h.endpoint.url).port} answered: invalid_grant: AADSTS700082: It has expired.`,
    );
    expect(h.endpoint.asked).toHaveLength(1);
    expect(new Set((await h.rows()).map((r) => `${r.state} ${r.attempts}`))).toEqual(new Set(['queued 0']));
    h.endpoint.answer = h.grant();
    await h.save(h.settings({ oauth: h.oauth({ refreshToken: canaries.rotated }) }));
    await outbox.idle();
    expect(await state()).toMatchObject({ pause: null, counts: { sent: 5 } });
    expect(h.endpoint.asked.at(-1)?.get('refresh_token')).toBe(canaries.rotated);
  });

  it('defers while the endpoint is away or in trouble, and sends when it is back', async () => {
    const h = await oauthHouse();
    await h.save(h.settings());
    await h.invite(...people(3));
    await h.endpoint.leave();
    const outbox = h.startOutbox();
    const { host } = new URL(h.endpoint.url);
    const answers = async () => {
      await outbox.idle();
      h.clock.advance(3_600_000);
      return new Set((await h.rows()).map((r) => `${r.state}: ${r.answer}`));
    };
    expect(await answers()).toEqual(
      new Set([`deferred: No access token from ${host}: ECONNREFUSED Nothing listens there.`]),
    );
    await h.endpoint.comeBack();
    h.endpoint.answer = (response) => response.writeHead(503).end('<h1>Sorry</h1>');
    expect(await answers()).toEqual(new Set([`deferred: No access token: ${host} answered with status 503.`]));
    h.endpoint.answer = json(400, { error: 'temporarily_unavailable' });
    expect(await answers()).toEqual(new Set([`deferred: ${host} answered: temporarily_unavailable`]));
    expect(await h.call('outbox.state', { organizationId: h.organizationId })).toMatchObject({ pause: null });
    h.endpoint.answer = h.grant();
    await outbox.idle();
    expect(h.sink.messages).toHaveLength(3);
  });

  it('says so when the server offers no login of that kind', async () => {
    const h = await oauthHouse();
    const server = await startScripted({}, { certificate: selfSigned(), login: true });
    await h.save({ ...h.settings(), port: server.port });
    await h.invite('ana@example.org');
    await h.startOutbox().idle();
    const { pause } = await h.call('outbox.state', { organizationId: h.organizationId });
    expect(pause?.answer).toBe('NO-XOAUTH2 The server offers no login by OAuth 2 (XOAUTH2).');
    expect(h.endpoint.asked).toEqual([]);
  });

  it('leaves no secret anywhere, whatever endpoint and server quote', async () => {
    const h = await oauthHouse();
    const server = await startScripted({}, { certificate: selfSigned() });
    server.extensions.push('AUTH XOAUTH2');
    const quoted: string[] = [];
    server.script = {
      AUTH: (line) => {
        quoted.push(line.slice(13));
        return `535 5.7.8 What is ${line} or ${Buffer.from(line.slice(13), 'base64').toString('latin1')}?`;
      },
    };
    let turn = 0;
    h.endpoint.answer = (response, form) => {
      turn += 1;
      if (turn === 1) return h.grant({ refresh_token: canaries.rotated })(response, form);
      return json(400, { error: 'invalid_grant', error_description: `Not ${form} ${[...form.values()]}` })(
        response,
        form,
      );
    };
    const settings = { ...h.settings(), port: server.port };
    await h.save(settings);
    await h.invite('ana@example.org');
    const outbox = h.startOutbox();
    await outbox.idle();
    expect(quoted).toHaveLength(1);
    const { organizationId } = h;
    const told: unknown[] = [await h.call('outbox.state', { organizationId })];
    await h.call('outbox.resume', { organizationId });
    await outbox.idle();
    h.clock.advance(3_600_000);
    await h.call('outbox.resume', { organizationId });
    await outbox.idle();
    const { refreshToken: _, ...stored } = h.oauth();
    const test = await h.call('mail.test', { organizationId, ...settings, oauth: stored });
    const typed = await h.call('mail.test', { organizationId, ...settings });
    expect([test, typed]).toMatchObject([
      { step: 'token', code: 'invalid_grant' },
      { step: 'token', code: 'invalid_grant' },
    ]);
    const { id } = await h.row('ana@example.org');
    const conversation = await h.call('outbox.conversation', { organizationId, id });
    told.push(test, typed, conversation, await h.call('mail.settings', { organizationId }), await h.rows());
    told.push(await h.call('audit.list', { organizationId }), await h.call('outbox.state', { organizationId }));
    expect(JSON.stringify(conversation)).toContain('AUTH XOAUTH2 ••••••••');
    expect(await h.storedToken()).toBe(canaries.rotated);

    const secrets = [canaries.clientSecret, canaries.refreshToken, canaries.rotated, canaries.accessToken];
    const forms = [...secrets, ...secrets.flatMap(codings), ...quoted, ...quoted.map((q) => q.replace(/=+$/, ''))];
    for (const form of forms) expect(JSON.stringify(told)).not.toContain(form);
    await outbox.close();
    const files = readdirSync(h.core.folder, { recursive: true, encoding: 'utf8' });
    expect(files).toContain('gatehouse.sqlite');
    for (const file of files) {
      const bytes = readFileSync(path.join(h.core.folder, file));
      for (const form of forms) expect(bytes.includes(form), `${file} holds a secret`).toBe(false);
    }
  });
});

const codings = (text: string): string[] => [
  encodeURIComponent(text),
  ...['base64', 'base64url', 'hex'].map((coding) =>
    Buffer.from(text)
      .toString(coding as BufferEncoding)
      .replace(/=+$/, '')
      .slice(0, -2),
  ),
];

import { expect, test } from 'vitest';
import { refused, run } from '../../support/command-line.ts';
import { canaries, oauthHouse } from '../../support/oauth-house.ts';
import { json } from '../../support/token-endpoint.ts';

test('OAuth 2 for the mail server is saved, tested and refused by `gatehouse call`, and no secret is printed', async () => {
  const h = await oauthHouse();
  h.clock.time = Date.now();
  h.endpoint.answer = (response, form) => h.grant({ refresh_token: canaries.rotated })(response, form);
  await run(h, 'mail.save', h.settings());
  const { refreshToken: _r, clientSecret: _s, ...stored } = h.oauth();
  const settings = h.settings({ oauth: stored });
  const tested = await run(h, 'mail.test', { ...settings, to: 'ana@example.org' });
  expect(tested).toMatchObject({ ok: true, step: 'message' });
  expect(await h.storedToken()).toBe(canaries.rotated);
  const shown = await run(h, 'mail.settings', {});
  expect(shown.settings).toMatchObject({ auth: 'oauth2', oauth: { ...stored, hasClientSecret: true } });
  const elsewhere = await refused(h, 'mail.save', { ...settings, host: 'smtp.evil.example' });
  expect(elsewhere).toMatchObject({
    code: 'invalid-input',
    issues: [{ path: ['oauth', 'refreshToken'], code: 'refresh-token-needed' }],
  });
  h.endpoint.answer = json(400, { error: 'invalid_grant', error_description: canaries.rotated });
  const stopped = await run(h, 'mail.test', settings);
  expect(stopped).toMatchObject({ ok: false, step: 'token', code: 'invalid_grant' });
  const printed = JSON.stringify([tested, shown, elsewhere, stopped]);
  for (const secret of Object.values(canaries)) expect(printed).not.toContain(secret);
});

import path from 'node:path';
import { expect, test } from '@playwright/test';
import { oauthPresets } from '#contract/vocabulary/mail-oauth.ts';
import { json, openTokenEndpoint } from '../support/token-endpoint.ts';
import { check } from './support/accessible.ts';
import { resize, startApp, temporaryFolder } from './support/app.ts';
import { login, startMailServer } from './support/mail-server.ts';
import { callCore, createOrganization, goTo, organizationIdOf, saveSettings, words } from './support/steps.ts';

const { settings: mail } = words.mail;
const { oauth } = mail;
const canary = { secret: 'canary of the client', refresh: 'canary-refresh-token', access: 'canary-access-token' };

test('OAuth 2 for the mail server is filled in from the provider, tested, saved without showing its secrets again, and used', async () => {
  test.setTimeout(120_000);
  const { folder, remove } = temporaryFolder();
  const expired = json(400, { error: 'invalid_grant', error_description: 'It was revoked.' });
  const [endpoint, server] = await Promise.all([
    openTokenEndpoint(expired),
    startMailServer({ tokens: new Set([canary.access]) }),
  ]);
  const running = await startApp(path.join(folder, 'profile'));
  const { page } = running;
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  try {
    await createOrganization(page, 'Example Logistics');
    const organizationId = await organizationIdOf(page);
    await goTo(page, '/settings/mail');

    // the kind of login and the provider by the keyboard; a provider fills in what is the same for everybody
    const kinds = page.getByRole('radiogroup', { name: mail.auth });
    await kinds.getByRole('radio', { name: mail.auths.password }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(oauth.hints.microsoft)).toBeVisible();
    await expect(field(mail.host)).toHaveValue(oauthPresets.microsoft.host);
    await expect(field(oauth.endpoint)).toHaveValue(oauthPresets.microsoft.endpoint);
    const providers = page.getByRole('radiogroup', { name: oauth.provider });
    await providers.getByRole('radio', { name: oauth.providers.microsoft }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(oauth.hints.google)).toBeVisible();
    await expect(field(mail.host)).toHaveValue(oauthPresets.google.host);
    await expect(field(oauth.scope)).toHaveValue(oauthPresets.google.scope);
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await resize(running, width, height);
      await check(running, `Settings → Mail with OAuth 2, ${width} × ${height}`);
    }
    await page.keyboard.press('ArrowRight');

    // what is missing or wrong is said at its field, and the first of them has the focus
    const sayAt = async (name: string, text: string) => {
      await page.getByRole('button', { name: words.settings.save }).click();
      await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(name)).toBeFocused();
      await expect(page.getByText(text)).toBeVisible();
    };
    await field(mail.host).fill('127.0.0.1');
    await field(mail.port).fill(String(server.port));
    await page.getByLabel(mail.acceptAny).check();
    await field(mail.sender).fill('it@example.com');
    await field(oauth.clientId).fill('gatehouse');
    await field(oauth.endpoint).fill('http://login.example.com/token');
    await sayAt(oauth.endpoint, words.errors.issues['not-a-token-endpoint'] ?? '');
    await field(oauth.endpoint).fill(endpoint.url);
    await sayAt(oauth.login, words.errors.issues.empty ?? '');
    await field(oauth.login).fill(login.user);
    await sayAt(oauth.refreshToken, words.errors.issues['refresh-token-needed'] ?? '');
    await field(oauth.refreshToken).fill(canary.refresh);
    await field(oauth.clientSecret).fill(canary.secret);

    const steps = page.getByRole('list', { name: mail.stepsLabel });
    const tryIt = () => page.getByRole('button', { name: mail.test, exact: true }).click();
    await tryIt();
    await expect(page.getByText(mail.testFailed(mail.steps.token))).toBeVisible();
    await expect(steps).toContainText(mail.advice.token);
    await expect(steps).toContainText(words.mail.token.reasons.invalid_grant);
    await check(running, 'a test that got no token');

    // the queue pauses at the same refusal and keeps the mail
    await callCore(page, 'invitations.send', {
      organizationId,
      entries: [{ email: 'ana@example.org', roles: ['Member'] }],
    });
    await saveSettings(page);
    await expect(page.getByText(/^The sign-in was refused: the refresh token has expired/).first()).toBeVisible();
    for (const secret of [oauth.clientSecret, oauth.refreshToken]) {
      await expect(field(secret)).toHaveValue('');
      await expect(field(secret)).toHaveAttribute('placeholder', mail.stored);
    }

    endpoint.answer = json(200, { access_token: canary.access, token_type: 'Bearer', expires_in: 3600 });
    await field(mail.testTo).fill('');
    await tryIt();
    await expect(page.getByText(mail.testOk)).toBeVisible();
    await field(mail.senderName).fill('Example IT');
    await saveSettings(page);
    await expect.poll(() => server.received.map((message) => message.to)).toEqual(['ana@example.org']);
    expect(endpoint.asked.at(-1)?.get('refresh_token')).toBe(canary.refresh);
    const shown = JSON.stringify(await callCore(page, 'mail.settings', { organizationId }));
    for (const secret of Object.values(canary)) {
      expect(shown).not.toContain(secret);
      expect(running.output()).not.toContain(secret);
    }
  } finally {
    await running.close();
    await Promise.all([server.close(), endpoint.leave()]);
    remove();
  }
});

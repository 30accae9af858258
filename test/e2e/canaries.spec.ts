import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { keyFile } from '../../src-main/core.ts';
import { recoveryKeyOf } from '../../src-main/kernel/key/recovery-key.ts';
import { foundBelow, foundIn } from '../support/canaries.ts';
import { json, openTokenEndpoint } from '../support/token-endpoint.ts';
import { killHard, startApp, temporaryFolder } from './support/app.ts';
import { linkIn, login, startMailServer } from './support/mail-server.ts';
import {
  callCore,
  clipboardText,
  closeToasts,
  createOrganization,
  goTo,
  organizationIdOf,
  owner,
  saveSettings,
  signIn,
  words,
} from './support/steps.ts';

const secrets = {
  signIn: owner.password,
  wrongSignIn: 'canary wrong password typed behind the lock',
  smtp: 'canary smtp password {"~} typed',
  clientSecret: 'canary+client/secret~of=four words',
  refreshToken: 'canary.refresh-token.typed~=',
  accessToken: 'canary.access-token.of.the.endpoint',
  passphrase: 'canary passphrase of backups %20',
};
const { settings: mail } = words.mail;
const { oauth } = mail;
const invitee = 'ana@example.org';

test('no secret that is typed, copied or mailed stays in the profile or is printed, in any form', async () => {
  test.setTimeout(240_000);
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const workspace = path.join(profile, 'workspace');
  const server = await startMailServer({ tokens: new Set([secrets.accessToken]) });
  const endpoint = await openTokenEndpoint(json(200, { access_token: secrets.accessToken, expires_in: 3600 }));
  let running = await startApp(profile);
  let printed = '';
  try {
    const { page } = running;
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await createOrganization(page, 'Example Logistics');
    const organizationId = await organizationIdOf(page);

    await goTo(page, '/settings/mail');
    const kinds = page.getByRole('radiogroup', { name: mail.auth });
    await kinds.getByText(mail.auths.oauth2).click();
    await page.getByRole('radiogroup', { name: oauth.provider }).getByText(oauth.providers.other).click();
    const typed: readonly [string, string][] = [
      [mail.host, '127.0.0.1'],
      [mail.port, String(server.port)],
      [mail.sender, 'it@example.com'],
      [oauth.clientId, 'gatehouse'],
      [oauth.endpoint, endpoint.url],
      [oauth.login, login.user],
      [oauth.refreshToken, secrets.refreshToken],
      [oauth.clientSecret, secrets.clientSecret],
    ];
    for (const [name, text] of typed) await field(name).fill(text);
    await page.getByLabel(mail.acceptAny).check();
    await saveSettings(page);
    const entries = [{ email: invitee, name: 'Ana Silva', roles: ['Member'] }];
    await callCore(page, 'invitations.send', { organizationId, entries });
    await expect.poll(() => server.received.length, { timeout: 30_000 }).toBe(1);
    const link = linkIn(server.received[0]?.mail ?? ({} as never));

    // a login that the server refuses: stored, used and reported
    await kinds.getByText(mail.auths.password).click();
    await field(mail.login).fill(login.user);
    await page.getByRole('textbox', { name: mail.password }).fill(secrets.smtp);
    await page.getByRole('button', { name: mail.test, exact: true }).click();
    await expect(page.getByText(mail.testFailed(mail.steps.login))).toBeVisible();
    await saveSettings(page);

    const { backups } = words;
    await goTo(page, '/settings/backups');
    await page.getByRole('switch', { name: backups.encrypt }).click();
    await page.getByRole('textbox', { name: backups.passphrase }).fill(secrets.passphrase);
    await saveSettings(page);
    await closeToasts(page);
    await page.getByRole('button', { name: backups.make }).click();
    await expect(page.getByText(backups.kinds['by-hand'])).toBeVisible();

    await goTo(page, '/users');
    await page
      .getByRole('row', { name: /Ana Silva/ })
      .getByRole('button', { name: words.users.actions.menu('Ana Silva') })
      .click();
    await page.getByRole('menuitem', { name: words.users.actions.copyLink }).click();
    await expect.poll(async () => (await clipboardText(running)) === link).toBe(true);

    await page.keyboard.press('Control+l');
    const password = page.getByRole('textbox', { name: words.session.signIn.password });
    await password.fill(secrets.wrongSignIn);
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.errors.table['wrong-credentials']({}))).toBeVisible();
    await password.fill(secrets.signIn);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: words.session.lock.title })).toHaveCount(0);

    const workspaceKey = readFileSync(keyFile(workspace), 'utf8').trim();
    const recoveryKey = recoveryKeyOf(Buffer.from(workspaceKey, 'base64url'));
    const [token = ''] = link.split('/').slice(-1);
    const all = { ...secrets, workspaceKey, recoveryKey, token };
    expect(Object.values(all).filter((secret) => secret.length < 20)).toEqual([]);
    const found = () => foundBelow(folder, all, [keyFile(workspace)]);

    // as a crash leaves it: the newest of everything is in logs and journals
    printed += running.output();
    await killHard(running);
    expect(found()).toEqual([]);
    running = await startApp(profile);
    await signIn(running.page);
    for (const place of ['/outbox', '/audit', '/settings/mail', '/users']) await goTo(running.page, place);
    await expect(running.page.getByText(invitee)).toBeVisible();
    printed += running.output();
    await running.close();
    expect(found()).toEqual([]);
    expect(foundIn(Buffer.from(printed), all)).toEqual([]);

    // all of them were there to be found, and the search goes everywhere
    expect(endpoint.asked[0]?.get('refresh_token')).toBe(secrets.refreshToken);
    expect(foundBelow(folder, { invitee }).join()).toContain('gatehouse.sqlite');
    const files = readdirSync(profile, { recursive: true }).map(String);
    for (const kept of ['Local Storage', 'Session Storage', 'Preferences', 'preferences'])
      expect(
        files.some((file) => file.startsWith(kept)),
        kept,
      ).toBe(true);
  } finally {
    await running.close();
    await Promise.all([server.close(), endpoint.leave()]);
    remove();
  }
});

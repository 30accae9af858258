import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { login, startMailServer } from './support/mail-server.ts';
import { callCore, fillMail, goTo, organizationIdOf, saveSettings, words } from './support/steps.ts';
import { withOrganization } from './support/with-organization.ts';

const { settings: mail } = words.mail;
const { banner } = words.desktop;

async function inviteThree(page: Page): Promise<void> {
  const organizationId = await organizationIdOf(page);
  const entries = ['ana', 'ben', 'cem'].map((name) => ({ email: `${name}@example.org`, roles: ['Member'] }));
  await callCore(page, 'invitations.send', { organizationId, entries });
}

test('mail waits while there is no server, the queue pauses at a wrong password, and everything leaves with the right one', async () => {
  const server = await startMailServer();
  try {
    await withOrganization(async ({ page, output }) => {
      await inviteThree(page);
      await page.getByRole('link', { name: words.desktop.navigation.outbox }).click();
      await expect(page.getByText(words.outbox.page.noServerHint(3))).toBeVisible();
      const queued = page.getByRole('grid').getByText(words.users.deliveryStates.queued, { exact: true });
      await expect(queued).toHaveCount(3);

      await fillMail(page, server.port, { password: 'of another server' });
      await saveSettings(page);
      const said = `${banner.reasons.login(banner.server('127.0.0.1'), login.user)} ${banner.kept(3)}`;
      await goTo(page, '/users');
      await expect(page.getByText(said)).toBeVisible();
      await expect(page.getByText(/^535 /)).toBeVisible();
      await page.getByRole('link', { name: words.desktop.header.paused }).click();
      await expect(page.getByText(said)).toBeVisible();
      await expect(queued).toHaveCount(3);

      await page.getByRole('link', { name: banner.fix.login }).click();
      await expect(page.getByRole('heading', { name: words.settings.pages.mail, exact: true })).toBeVisible();
      await page.getByRole('textbox', { name: mail.password }).fill(login.password);
      await saveSettings(page);
      await expect.poll(() => server.received.length, { timeout: 15_000 }).toBe(3);
      await expect(page.getByText(said)).toHaveCount(0);
      await goTo(page, '/outbox');
      await expect(page.getByRole('grid').getByText(words.users.deliveryStates.sent, { exact: true })).toHaveCount(3);
      expect(output()).not.toContain('of another server');
    });
  } finally {
    await server.close();
  }
});

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('testing the mail settings says precisely which step failed, or that all went well', async () => {
  const [server, clear, nowhere] = await Promise.all([
    startMailServer(),
    startMailServer({ clear: true }),
    closedPort(),
  ]);
  try {
    await withOrganization(async ({ page }) => {
      const trouble = [
        { port: 587, host: 'smtp.nowhere.invalid', step: 'look-up', says: /ENOTFOUND|EAI_AGAIN|EDNS/ },
        { port: nowhere, step: 'connect', says: /ECONNREFUSED/ },
        { port: clear.port, step: 'tls', says: /STARTTLS/ },
        { port: server.port, password: 'of another server', step: 'login', says: /535/ },
      ] as const;
      const steps = page.getByRole('list', { name: mail.stepsLabel });
      for (const { port, step, says, ...changes } of trouble) {
        await fillMail(page, port, changes);
        await page.getByRole('button', { name: mail.test, exact: true }).click();
        await expect(page.getByText(mail.testFailed(mail.steps[step]))).toBeVisible({ timeout: 20_000 });
        await expect(steps).toContainText(mail.advice[step]);
        await expect(steps).toContainText(says);
      }
      await fillMail(page, server.port);
      await page.getByRole('textbox', { name: mail.testTo }).fill('postmaster@example.com');
      await page.getByRole('button', { name: mail.test, exact: true }).click();
      await expect(page.getByText(mail.testSent)).toBeVisible();
      // saving the same settings changes nothing about them; others are not tested yet
      await saveSettings(page);
      await expect(page.getByText(mail.testSent)).toBeVisible();
      await page.getByRole('textbox', { name: mail.host }).fill('smtp.example.com');
      await expect(page.getByText(mail.testSent)).toHaveCount(0);
      expect(server.received.map((message) => message.to)).toEqual(['postmaster@example.com']);
    });
  } finally {
    await Promise.all([server.close(), clear.close()]);
  }
});

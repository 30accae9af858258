import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';
import { certificateIn } from './support/certificate.ts';
import { chooseThere, look } from './support/look.ts';
import {
  callCore,
  closeToasts,
  createOrganization,
  goTo,
  organizationIdOf,
  saveSettings,
  words,
} from './support/steps.ts';

const say = words.https;

test('the portal takes the certificate files that are chosen, says what is wrong with them, and when they no longer fit', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  const { page } = running;
  try {
    await createOrganization(page, 'Example Logistics');
    const organizationId = await organizationIdOf(page);
    const main = page.getByRole('main');
    const pair = certificateIn(folder, 'right', 'join.example.com', 90);
    const other = certificateIn(folder, 'other', 'other.example.com', 90);
    const choose = async (button: string, file: string) => {
      await chooseThere(running, file);
      await page.getByRole('button', { name: button }).click();
    };

    await goTo(page, '/settings/portal');
    const base = page.getByRole('textbox', { name: words.settings.portal.baseUrl });
    await base.fill('https://join.example.com');
    await expect(main.getByText(say.noProxy)).toBeVisible();
    await look(running, 'portal-proxy');
    await main.getByText(say.modes.own, { exact: true }).click();
    await expect(main.getByText(say.noProxy)).toHaveCount(0);
    await base.fill('http://join.example.com');
    await expect(main.getByText(say.needsHttps)).toBeVisible();
    await base.fill('https://join.example.com');

    // nothing chosen yet, then the key of another, then a certificate of another name
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(page.getByRole('textbox', { name: say.certificateFile })).toHaveAttribute('aria-invalid', 'true');
    await choose(say.chooseCertificate, pair.certificateFile);
    await choose(say.chooseKey, other.keyFile);
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(page.getByText(say.problem({ problem: 'mismatch', file: other.keyFile }))).toBeVisible();
    await choose(say.chooseCertificate, other.certificateFile);
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(page.getByText(/other\.example\.com\.$/).first()).toBeVisible();
    await choose(say.chooseCertificate, pair.certificateFile);
    await choose(say.chooseKey, pair.keyFile);
    const proxies = page.getByRole('textbox', { name: say.proxies });
    await proxies.fill('10.0.0.5 proxy.example.com');
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(proxies).toHaveAttribute('aria-invalid', 'true');
    await proxies.fill('10.0.0.5, 10.1.0.0/16');
    await saveSettings(page);
    await expect(main.getByText(say.until)).toBeVisible();
    await expect(main.getByRole('definition').getByText('join.example.com', { exact: true })).toBeVisible();
    const stored = await callCore(page, 'portal.settings', { organizationId });
    expect(stored).toMatchObject({ trustedProxies: ['10.0.0.5', '10.1.0.0/16'], certificate: pair });
    await closeToasts(page);
    await look(running, 'portal-https');

    // a page that was taken over cannot name a file of its own
    const named = callCore(page, 'portal.save', {
      ...{ organizationId, address: '127.0.0.1', port: 0, baseUrl: 'https://join.example.com' },
      certificate: { certificateFile: '/etc/passwd', keyFile: '/etc/passwd' },
    });
    await expect(named).rejects.toThrow('path-not-chosen');

    // the files are replaced by some that no longer fit: the overview says so by itself
    await goTo(page, '/overview');
    const item = page.getByRole('main').getByRole('listitem');
    certificateIn(folder, 'right', 'moved.example.com', 90);
    await expect(item.filter({ hasText: say.trouble.title })).toBeVisible({ timeout: 20_000 });
    await look(running, 'overview-certificate');
    await page.getByRole('link', { name: `${say.action}: ${say.trouble.title}` }).click();
    await expect(main.getByText(/moved\.example\.com\.$/)).toBeVisible();
    await main.getByText(say.modes.proxy, { exact: true }).click();
    await saveSettings(page);
    expect(await callCore(page, 'portal.settings', { organizationId })).toMatchObject({ certificate: null });
  } finally {
    await running.close();
    remove();
  }
});

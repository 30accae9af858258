import path from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { temporaryFolder } from '../e2e/support/app.ts';
import { createOrganization, words } from '../e2e/support/steps.ts';
import { isStandIn, packaged, start } from './support/packaged.ts';

const { desktop, updates } = words;

test('the package goes through a first start, up to the users of a new organization', async () => {
  const { folder, remove } = temporaryFolder();
  // only a build that is not packaged takes its update feed from the environment
  const env = { GATEHOUSE_TEST_UPDATES: JSON.stringify({ feed: 'http://127.0.0.1:9/', publicKey: 'none' }) };
  const app = start(packaged, ['--remote-debugging-port=0', `--user-data-dir=${path.join(folder, 'profile')}`], env);
  try {
    const [, address = ''] = await app.printed(/DevTools listening on ws:\/\/(127\.0\.0\.1:\d+)\//);
    await app.printed(/Workspace: /);
    const browser = await chromium.connectOverCDP(`http://${address}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('there is no window');
    expect(page.url()).toMatch(/^app:\/\/gatehouse\//);
    await createOrganization(page, 'Example Logistics');
    await page.getByRole('button', { name: desktop.header.account }).click();
    await page.getByRole('menuitem', { name: desktop.account.about }).click();
    const about = page.getByRole('dialog', { name: desktop.about.title });
    await expect(about).toContainText(updates.noFeedShort);
    const { standsInFor } = await page.evaluate(() => window.gatehouse.desktop.about());
    if (isStandIn()) await expect(about).toContainText(desktop.about.standIn(standsInFor ?? 'none'));
    else expect(standsInFor).toBeUndefined();
    const { GATEHOUSE_SHOTS: shots } = process.env;
    if (shots) await page.screenshot({ path: path.join(shots, 'about.png') });
    await browser.close();
    await app.close();
  } finally {
    app.process.kill('SIGKILL');
    remove();
  }
});

test('on the usual profile it opens no debugging port, whatever its arguments', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere the environment cannot say where the usual profile is');
  const { folder, remove } = temporaryFolder();
  const app = start(packaged, ['--remote-debugging-port=0'], { XDG_CONFIG_HOME: folder });
  try {
    const [, workspace = ''] = await app.printed(/Workspace: (.+)\n/);
    expect(workspace.startsWith(folder)).toBe(true);
    await app.printed(/Portal: /);
    expect(app.output()).not.toContain('DevTools listening');
    expect(await app.close()).toBe(0);
  } finally {
    app.process.kill('SIGKILL');
    remove();
  }
});

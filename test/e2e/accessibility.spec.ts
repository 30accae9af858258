import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type RunningApp, resize, startApp, temporaryFolder } from './support/app.ts';
import { callCore, closeToasts, createOrganization, goTo, organizationIdOf, signIn, words } from './support/steps.ts';

const { invitations: invite } = words;

/** What would keep somebody out, in both themes. */
async function scan(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // legacy: Electron opens no second page for axe to finish in
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    // the same elements: only the inks differ
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`)}`);
    expect(grave, `${what}, ${colorScheme}`).toEqual([]);
  }
}

/** Every control can be brought into the window and is not covered, and the page itself never scrolls. */
async function expectReachable(page: Page, what: string): Promise<void> {
  const hidden = await page.evaluate(() => {
    const layer = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body;
    const controls = layer.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [role="tab"]');
    const out: string[] = [];
    for (const control of controls) {
      if (control.matches('[aria-hidden="true"], [type="hidden"], [tabindex="-1"]') || !control.checkVisibility())
        continue;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      // shown only while it has the focus
      if (control.getBoundingClientRect().bottom < 0) control.focus();
      const { left, right, top, bottom, width } = control.getBoundingClientRect();
      if (width <= 1) continue;
      const inside = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const label = control.closest('label') ?? control.parentElement?.parentElement;
      const free = there !== null && (control.contains(there) || there.contains(control) || label?.contains(there));
      if (!inside || !free) out.push(control.outerHTML.slice(0, 160));
    }
    for (const root of [document.documentElement, document.body, document.querySelector('main')])
      if (root && (root.scrollLeft > 0 || root.scrollWidth > root.clientWidth + 1))
        out.push(`${root.tagName} scrolls sideways`);
    return out;
  });
  expect(hidden, what).toEqual([]);
}

async function check({ page }: RunningApp, what: string): Promise<void> {
  await scan(page, what);
  await expectReachable(page, what);
}

test('nobody is kept out: first start, sign-in, pages, dialogs and help, light and dark, at 900 × 600', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    await resize(running, 900, 600);
    await expect(running.page.getByRole('heading', { name: words.organizations.create.title })).toBeVisible();
    await check(running, 'first start');
    await createOrganization(running.page, 'Example Logistics');
    await check(running, 'only you');
    await running.close();
    running = await startApp(profile);
    const { page } = running;
    await resize(running, 900, 600);
    await expect(page.getByRole('heading', { name: words.session.signIn.title })).toBeVisible();
    await check(running, 'sign in');
    await signIn(page);

    const organizationId = await organizationIdOf(page);
    const entries = Array.from({ length: 14 }, (_, i) => ({
      email: `a.rather.long.address.of.person${i}@subsidiary.example.org`,
      name: `Maximiliane-Charlotte von und zu Beispielhausen ${i}`,
      roles: ['Member', 'Auditor'],
    }));
    await callCore(page, 'invitations.send', { organizationId, entries });
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await check(running, 'users');
    await page.getByRole('button', { name: words.users.add.button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(invite.fields.ofRow(invite.fields.email, 1)).fill('bob@gmail.com');
    await expect(dialog.getByText(invite.verdicts.refused('free e-mail provider'))).toBeVisible();
    await check(running, 'invite, rows');
    await dialog.getByText(invite.modes.paste, { exact: true }).click();
    const list = ['new@example.org', 'two@@example.org', 'NEW@example.org', entries[0]?.email, 'x@gmail.com', ''];
    await dialog.getByRole('textbox', { name: invite.paste.box }).fill(list.join('\n'));
    await expect(dialog.getByText(invite.facts.new(1))).toBeVisible();
    await check(running, 'invite, list');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('heading', { name: invite.result.title(1) })).toBeVisible();
    await check(running, 'result');
    await dialog.getByRole('button', { name: words.common.done, exact: true }).click();
    await expect(dialog).toHaveCount(0);

    await goTo(page, '/outbox');
    await expect(page.getByText(/^1–15 of/)).toBeVisible();
    await check(running, 'outbox');
    for (const place of ['organization', 'invitations', 'mail', 'portal'] as const) {
      await goTo(page, `/settings/${place}`);
      await expect(page.getByRole('heading', { name: words.settings.pages[place], level: 2 })).toBeVisible();
      await check(running, `settings, ${place}`);
    }
    await goTo(page, '/users');
    await page.getByRole('button', { name: words.desktop.header.help }).click();
    await expect(page.getByRole('dialog', { name: words.help.title })).toBeVisible();
    await check(running, 'help');
    await page.getByRole('tab', { name: words.help.tabs.guides }).click();
    await check(running, 'guides');
    await page.keyboard.press('Escape');
    await closeToasts(page);
  } finally {
    await running.close();
    remove();
  }
});

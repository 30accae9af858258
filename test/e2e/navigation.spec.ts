import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { resize, startApp, temporaryFolder } from './support/app.ts';
import { callCore, createOrganization, goTo, organizationIdOf, signIn, words } from './support/steps.ts';

const { navigation, account, header } = words.desktop;
const rail = (page: Page) => page.getByRole('navigation', { name: navigation.label, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true });
const place = (page: Page) => page.evaluate(() => location.hash.replace(/^#/, ''));

/** Every entry of the rail: its word, its keys, where it leads and the heading there. */
const entries = [
  [navigation.overview, 'go', '/overview', words.overview.title],
  [navigation.users, 'gu', '/users', words.users.title],
  [navigation.pending, 'gp', '/pending', navigation.pending],
  [navigation.guests, 'gg', '/guests', navigation.guests],
  [navigation.agents, 'gi', '/inbox-agents', navigation.agents],
  [navigation.teams, 'gt', '/teams', words.structure.titles.teams],
  [navigation.groups, 'gr', '/groups', words.structure.titles.groups],
  [navigation.roles, 'gl', '/roles', words.roles.title],
  [navigation.outbox, 'gm', '/outbox', words.outbox.page.title],
  [navigation.audit, 'ga', '/audit', words.audit.title],
] as const;

test('every page is one click or two keys away, and back, forward, links and a restart find it again', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    const { page } = running;
    await createOrganization(page, 'Example Logistics');
    const organizationId = await organizationIdOf(page);

    for (const [label, , to, title] of entries) {
      await rail(page).getByRole('link', { name: label, exact: true }).click();
      await expect(heading(page, title), label).toBeVisible();
      expect(await place(page), label).toBe(to);
      await expect(rail(page).getByRole('link', { name: label, exact: true })).toHaveAttribute('aria-current', 'page');
    }
    for (const [label, keys, to, title] of entries.toReversed()) {
      for (const key of keys) await page.keyboard.press(key);
      await expect(heading(page, title), label).toBeVisible();
      expect(await place(page), label).toBe(to);
    }
    // this is the overview, reached from the users
    await page.getByRole('button', { name: header.back }).click();
    await expect(heading(page, words.users.title)).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(heading(page, navigation.pending)).toBeVisible();
    await page.getByRole('button', { name: header.forward }).click();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(heading(page, words.overview.title)).toBeVisible();
    await expect(page.getByRole('button', { name: header.forward })).toBeDisabled();

    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: words.help.title });
    await help.getByRole('button', { name: words.help.pages.shortcuts }).click();
    for (const [label, keys] of entries) {
      const line = help.locator('dl > div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) });
      await expect(line.locator('kbd')).toHaveText([...keys].map((key) => key.toUpperCase()));
    }
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);

    await page.keyboard.press('Control+,');
    const pages = page.getByRole('navigation', { name: words.settings.navigation });
    for (const name of [words.settings.team, words.settings.allUsers]) {
      await pages.getByRole('link', { name, exact: true }).click();
      await expect(heading(page, words.users.title)).toBeVisible();
      expect(await place(page)).toBe('/users');
      await page.goBack();
    }
    await pages.getByRole('link', { name: words.settings.profile }).click();
    await expect(heading(page, words.profile.title)).toBeVisible();

    for (const [item, title] of [
      [account.users, words.users.title],
      [account.profile, words.profile.title],
      [account.settings, words.settings.title],
    ] as const) {
      await page.getByRole('button', { name: header.account }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(heading(page, title)).toBeVisible();
    }
    await page.getByRole('button', { name: header.account }).click();
    await page.getByRole('menuitem', { name: words.guests.invite.action }).click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: words.guests.invite.title })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: header.account })).toBeFocused();

    await expect(rail(page).getByText(words.seats.noLimit(1))).toBeVisible();
    await callCore(page, 'invitations.send', {
      organizationId,
      entries: [{ email: 'pat@example.org', name: 'Pat Pending', roles: ['Member'] }],
    });
    await callCore(page, 'organizations.update', { organizationId, seatLimit: 3 });
    await expect(rail(page).getByText(words.seats.of(2, 3))).toBeVisible();
    const parts = [words.seats.active(1), words.seats.pending(1), words.seats.free(1)];
    await expect(rail(page).getByText(parts.join(words.seats.separator), { exact: true })).toBeVisible();
    await expect(rail(page).getByRole('link', { name: new RegExp(`^${navigation.pending}`) })).toContainText(
      navigation.open(1),
    );
    await rail(page).getByRole('link', { name: words.seats.open }).click();
    await expect(page.getByRole('heading', { name: words.settings.pages.licences, level: 2 })).toBeVisible();
    await resize(running, 900, 600);
    await rail(page).getByRole('link', { name: words.seats.open }).hover();
    await expect(page.getByRole('tooltip')).toContainText(words.seats.of(2, 3));

    const { id } = await callCore<{ id: number }>(page, 'teams.create', { organizationId, name: 'Rotterdam' });
    await goTo(page, `/teams/${id}`);
    await expect(heading(page, 'Rotterdam')).toBeVisible();
    await goTo(page, '/lines');
    await expect(page.getByRole('heading', { name: words.settings.pages.products, level: 2 })).toBeVisible();
    await goTo(page, '/teams/4711');
    await expect(page.getByRole('heading', { name: words.structure.missing.title('teams') })).toBeVisible();
    await goTo(page, '/no/such/page');
    await expect(page.getByRole('heading', { name: words.desktop.unknownPage.title })).toBeVisible();
    await goTo(page, `/teams/${id}`);
    await expect(heading(page, 'Rotterdam')).toBeVisible();

    await running.close();
    running = await startApp(profile);
    await signIn(running.page);
    await expect(heading(running.page, 'Rotterdam')).toBeVisible();
    expect(await place(running.page)).toBe(`/teams/${id}`);
  } finally {
    await running.close();
    remove();
  }
});

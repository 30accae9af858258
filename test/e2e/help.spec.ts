import { expect, type Page, test } from '@playwright/test';
import { messagesIn } from '#contract/messages/index.ts';
import { look } from './support/look.ts';
import { goTo, words } from './support/steps.ts';
import { withOrganization } from './support/with-organization.ts';

const say = words.help;
const dialogIn = (page: Page, title: string = say.title) => page.getByRole('dialog', { name: title });
const shown = (page: Page, title: string) => dialogIn(page).getByRole('region', { name: title, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true });

test('by keyboard alone the help opens at the current page, is searched, and its links lead on', async () => {
  await withOrganization(async (running) => {
    const { page } = running;
    const help = dialogIn(page);
    for (const [place, title, keys] of [
      ['/pending', say.pages.pending, '?'],
      ['/settings/mail', say.pages.mail, 'F1'],
      ['/roles', say.pages.roles, '?'],
    ] as const) {
      await goTo(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.keyboard.press(keys);
      await expect(shown(page, title)).toBeFocused();
      await expect(help.getByRole('button', { name: title, exact: true })).toHaveAttribute('aria-current', 'page');
      await page.keyboard.press('Escape');
      await expect(help).toHaveCount(0);
    }

    // the arrows scroll at once; / goes to the search, and Enter to what it found first
    await goTo(page, '/users');
    await expect(heading(page, words.users.title)).toBeVisible();
    await page.keyboard.press('?');
    const users = shown(page, say.pages.users);
    await expect(users).toBeFocused();
    await look(running, 'help-users');
    await page.keyboard.press('End');
    await expect.poll(() => users.evaluate((section) => section.scrollTop)).toBeGreaterThan(100);
    await page.keyboard.press('/');
    const field = help.getByRole('textbox', { name: say.search.label });
    await expect(field).toBeFocused();
    await page.keyboard.type('when the queue');
    const found = help.getByRole('navigation', { name: say.search.results });
    await expect(found.getByRole('button').first()).toContainText('When the queue has paused');
    await expect(help.getByRole('status')).toHaveText(/\d+ places?/);
    await look(running, 'help-search');
    await page.keyboard.press('Enter');
    const mail = shown(page, say.pages.mail);
    await expect(mail).toBeFocused();
    await expect(mail.getByRole('heading', { name: 'When the queue has paused' })).toBeInViewport();
    await expect(mail.getByRole('heading', { name: say.pages.mail })).not.toBeInViewport();

    // a link within leads to its section, Alt+Left back
    const link = mail.getByRole('link', { name: say.pages.pending });
    await link.focus();
    await page.keyboard.press('Enter');
    const pending = shown(page, say.pages.pending);
    await expect(pending).toBeFocused();
    await expect(pending.getByRole('heading', { name: 'When mail comes back to your mailbox' })).toBeInViewport();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(mail).toBeFocused();

    // the first Escape leaves the search, a link into the window closes the help and goes there
    await field.focus();
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');
    await expect(help.getByRole('navigation', { name: say.contents })).toBeVisible();
    await mail.getByRole('link', { name: 'Settings → Mail' }).first().focus();
    await page.keyboard.press('Enter');
    await expect(help).toHaveCount(0);
    await expect(page.getByRole('heading', { name: words.settings.pages.mail, level: 2 })).toBeVisible();
    expect(await page.evaluate(() => location.hash)).toBe('#/settings/mail');
  });
});

test('the palette, the menus and the contents open it, and every page of it can be read', async () => {
  await withOrganization(async (running) => {
    const { page, app } = running;
    const help = dialogIn(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: words.palette.open }).fill('help guests');
    await expect(page.getByRole('option', { selected: true })).toHaveText(words.palette.help(say.pages.guests));
    await page.keyboard.press('Enter');
    await expect(shown(page, say.pages.guests)).toBeFocused();

    for (const title of Object.values(say.pages)) {
      await help.getByRole('button', { name: title, exact: true }).click();
      await expect(shown(page, title).getByRole('heading', { name: title, exact: true })).toBeVisible();
    }
    await look(running, 'help-command-line');
    await help.getByRole('button', { name: say.pages.shortcuts, exact: true }).click();
    await look(running, 'help-shortcuts');
    await help.getByRole('button', { name: say.pages.inviting, exact: true }).click();
    await look(running, 'help-inviting');
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);

    await page.getByRole('button', { name: words.desktop.header.help }).click();
    await expect(shown(page, say.pages.users)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: words.desktop.header.help })).toBeFocused();

    const { help: menu, helpPages } = words.desktop.menu;
    const clickMenu = () =>
      app.evaluate(
        ({ Menu }, [outer, inner]) => {
          const items = Menu.getApplicationMenu()?.items ?? [];
          const item = items.find(({ label }) => label === outer)?.submenu?.items.find(({ label }) => label === inner);
          item?.click();
          return item !== undefined;
        },
        [menu, helpPages],
      );
    expect(await clickMenu()).toBe(true);
    await expect(shown(page, say.pages.users)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);

    // over another dialog it stays away: what is typed there is not covered
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    expect(await clickMenu()).toBe(true);
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog').getByText(words.invitations.title, { exact: true })).toBeVisible();
    await expect(help).toHaveCount(0);
  });
});

test('in German it speaks German, with the same keys', async () => {
  const { help, desktop } = messagesIn('de');
  await withOrganization(async (running) => {
    const { page } = running;
    await page.evaluate(() => window.gatehouse.desktop.savePreferences({ language: 'de' }));
    await expect(heading(page, messagesIn('de').users.title)).toBeVisible();
    await goTo(page, '/settings/backups');
    await expect(page.getByRole('heading', { name: desktop.navigation.settings, level: 1 })).toBeVisible();
    await page.keyboard.press('?');
    const dialog = dialogIn(page, help.title);
    await expect(dialog.getByRole('region', { name: help.pages.backups })).toBeFocused();
    await expect(dialog.getByRole('heading', { name: 'Auf einen anderen Computer umziehen' })).toBeVisible();
    await look(running, 'help-german');
    await page.keyboard.press('/');
    await page.keyboard.type('kennwort vergessen');
    await page.keyboard.press('Enter');
    const portal = dialog.getByRole('region', { name: help.pages.portal });
    await expect(portal.getByRole('heading', { name: 'Wenn jemand das Kennwort vergessen hat' })).toBeInViewport();
  });
});

import { expect, type Page, test } from '@playwright/test';
import { look } from './support/look.ts';
import { callCore, clipboardText, goTo, organizationIdOf, words } from './support/steps.ts';
import { withOrganization } from './support/with-organization.ts';

const say = words.palette;
const { actions } = words.users;

const field = (page: Page) => page.getByRole('combobox', { name: say.open });
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const reached = (page: Page) => page.getByRole('option', { selected: true });
const place = (page: Page) => page.evaluate(() => location.hash.replace(/^#/, ''));

async function withPeople(page: Page): Promise<void> {
  const organizationId = await organizationIdOf(page);
  await callCore(page, 'teams.create', { organizationId, name: 'Workshop' });
  const entries = [
    { email: 'agnieszka@example.org', name: 'Agnieszka Wójcik', roles: ['Member'] },
    { email: 'wolfgang@example.org', name: 'Wolfgang Amsel', roles: ['Member'] },
    { email: 'bela@example.org', name: 'Béla Kovács', roles: ['Member'] },
  ];
  await callCore(page, 'invitations.send', { organizationId, entries });
}

test('one field finds people, what can be done with them, pages and actions, by keyboard alone', async () => {
  await withOrganization(async (running) => {
    const { page } = running;
    await withPeople(page);
    await goTo(page, '/overview');

    // from the keyboard, with a screen reader hearing where the arrows are
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused();
    await look(running, 'palette-empty');
    await field(page).fill('wo');
    await expect(option(page, /Agnieszka Wójcik/)).toBeVisible();
    await expect(option(page, /Wolfgang Amsel/)).toBeVisible();
    await expect(option(page, /Béla/)).toHaveCount(0);
    await expect(option(page, /^Workshop/)).toBeVisible();
    await expect(reached(page)).toHaveText(/Agnieszka Wójcik/);
    const active = await field(page).getAttribute('aria-activedescendant');
    await expect(reached(page)).toHaveAttribute('id', active ?? '');
    await expect(page.getByRole('group', { name: 'Agnieszka Wójcik' }).getByRole('option').first()).toHaveText(
      new RegExp(`^${actions.copyLink}`),
    );
    await look(running, 'palette-found');

    // these are the actions of the person reached, and they stay while one goes through them
    await page.keyboard.press('ArrowDown');
    await expect(reached(page)).toHaveText(/Wolfgang Amsel/);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('group', { name: 'Wolfgang Amsel' }).getByRole('option').first()).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText(/Wolfgang Amsel/).last()).toBeVisible(); // the toast of the copied link
    expect(await clipboardText(running)).toMatch(/^http/);

    // a person's page, a page of the settings, a team
    for (const [typed, key, at] of [
      ['bela kov', 'Enter', /^\/users\/\d+$/],
      ['wording', 'Enter', /^\/settings\/wording/],
      ['backups', 'Enter', /^\/settings\/backups/],
    ] as const) {
      await page.keyboard.press('Control+k');
      await field(page).fill(typed);
      await expect(reached(page)).toHaveText(new RegExp(typed.split(' ')[0] === 'bela' ? 'Béla' : typed, 'i'));
      await page.keyboard.press(key);
      await expect.poll(() => place(page)).toMatch(at);
    }

    // what is final asks first
    await page.keyboard.press('Control+k');
    await field(page).fill('amsel');
    await option(page, new RegExp(`^${actions.revoke}`)).click();
    const asked = page.getByRole('dialog');
    await expect(asked).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(asked).toHaveCount(0);

    // only actions; a dialog that one opens gives the focus back to where it was
    const button = page.getByRole('button', { name: say.open });
    await button.click();
    await field(page).fill('> guests');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: words.guests.invite.title })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();

    await page.keyboard.press('Control+k');
    await field(page).fill('> appearance dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

    await page.keyboard.press('Control+k');
    await field(page).fill('zzzz');
    await expect(page.getByText(say.nothing)).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('the palette leads to another organization, and finds nobody of the first one there', async () => {
  await withOrganization(async ({ page }) => {
    await withPeople(page);
    await callCore(page, 'organizations.add', {
      name: 'Second Harbour',
      timeZone: 'Europe/Berlin',
      linkLifeHours: 24,
    });
    await page.keyboard.press('Control+k');
    await field(page).fill('second');
    await option(page, say.switchTo('Second Harbour')).click();
    await expect(page).toHaveTitle(/^Second Harbour/);
    // nobody of the other organization is found here
    await page.keyboard.press('Control+k');
    await field(page).fill('agnieszka');
    await expect(page.getByText(say.nothing)).toBeVisible();
  });
});

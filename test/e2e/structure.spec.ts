import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';
import { callCore, closeToasts, createOrganization, goTo, organizationIdOf, words } from './support/steps.ts';

const say = words.structure;
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true });

async function create(page: Page, kind: 'teams' | 'groups' | 'products' | 'lines', name: string): Promise<void> {
  await page
    .getByRole('button', { name: say.new(kind), exact: true })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: say.dialog.create(kind) });
  await dialog.getByLabel(say.name).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row(page, name)).toBeVisible();
}

async function choose(page: Page, name: string, deed: string): Promise<void> {
  await page.getByRole('button', { name: say.actions.menu(name), exact: true }).click();
  await page.getByRole('menuitem', { name: deed }).click();
}

test('teams are made, renamed, filled, merged and archived; products are made, disabled and enabled, and lines made', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  const { page } = running;
  try {
    await createOrganization(page, 'Example Logistics');
    const organizationId = await organizationIdOf(page);
    const entries = ['Ana', 'Ben', 'Cleo'].map((name) => ({
      email: `${name.toLowerCase()}@example.org`,
      name: `${name} Example`,
      roles: ['Member'],
    }));
    await callCore(page, 'invitations.send', { organizationId, entries });
    await callCore(page, 'invitations.send', {
      organizationId,
      kind: 'inbox-agent',
      entries: [{ email: 'desk@example.org', name: 'Desk Agent', roles: [] }],
    });

    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { name: say.empty.title.teams })).toBeVisible();
    await create(page, 'teams', 'Rotterdam');
    await create(page, 'teams', 'Antwerpen');
    await create(page, 'teams', 'Zürich');

    // a twin differs at most in case and accents
    await page.getByRole('button', { name: say.new('teams'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: say.dialog.create('teams') });
    await dialog.getByLabel(say.name).fill('zurich');
    await dialog.getByRole('button', { name: say.dialog.createDeed('teams') }).click();
    await expect(
      dialog.getByText(words.errors.table['already-exists']({ what: 'teams', name: 'zurich' })),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    // the filter, by key and without accents
    await closeToasts(page);
    await page.keyboard.press('/');
    await page.keyboard.type('zurich');
    await expect(row(page, 'Rotterdam')).toHaveCount(0);
    await expect(row(page, 'Zürich')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(row(page, 'Rotterdam')).toBeVisible();

    // by keyboard alone: to the row, rename, open
    await row(page, 'Antwerpen').focus();
    await page.keyboard.press('F2');
    const rename = page.getByRole('dialog', { name: say.dialog.rename('teams') });
    await expect(rename.getByLabel(say.name)).toBeFocused();
    await page.keyboard.type('Antwerp');
    await page.keyboard.press('Enter');
    await expect(rename).toHaveCount(0);
    await expect(row(page, 'Antwerp')).toBeVisible();
    await expect(row(page, 'Antwerpen')).toHaveCount(0);
    await row(page, 'Antwerp').focus();
    await page.keyboard.press('ArrowDown');
    await expect(row(page, 'Rotterdam')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Rotterdam')).toBeVisible();

    // members, an inbox agent among them
    await expect(page.getByRole('heading', { name: say.members.emptyTitle('Rotterdam') })).toBeVisible();
    await page.getByRole('button', { name: say.members.add }).first().click();
    const add = page.getByRole('dialog', { name: say.addPeople.title('Rotterdam') });
    await expect(add.getByLabel(say.addPeople.search)).toBeFocused();
    await add.getByRole('checkbox', { name: /Desk Agent/ }).check();
    await add.getByLabel(say.addPeople.search).fill('example');
    await add.getByRole('checkbox', { name: /Ana Example/ }).check();
    await add.getByRole('checkbox', { name: /Ben Example/ }).check();
    await expect(add.getByText(say.addPeople.chosen(3))).toBeVisible();
    await add.getByRole('button', { name: say.addPeople.confirm(3) }).click();
    await expect(add).toHaveCount(0);
    await expect(page.getByText(say.addPeople.added(3, 'Rotterdam'))).toBeVisible();
    await expect(row(page, 'Desk Agent')).toContainText(words.users.kinds['inbox-agent']);
    await expect(page.getByText(words.common.people(3), { exact: true })).toBeVisible();

    await closeToasts(page);
    await choose(page, 'Ben Example', say.members.remove);
    await expect(row(page, 'Ben Example')).toHaveCount(0);
    await page.getByRole('button', { name: words.desktop.undo }).click();
    await expect(row(page, 'Ben Example')).toBeVisible();
    await row(page, 'Ana Example').focus();
    await page.keyboard.press('Delete');
    await expect(row(page, 'Ana Example')).toHaveCount(0);
    await closeToasts(page);

    await choose(page, 'Rotterdam', say.actions.showInUsers);
    await expect(heading(page, words.users.title)).toBeVisible();
    await expect(row(page, 'Ben Example')).toBeVisible();
    await expect(row(page, 'Cleo Example')).toHaveCount(0);
    await page.goBack();

    // archive, with a way back
    await choose(page, 'Rotterdam', say.actions.archive('teams'));
    await expect(page.getByText(say.members.archivedNotice('teams'))).toBeVisible();
    await expect(page.getByRole('button', { name: say.members.add }).first()).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('navigation', { name: words.desktop.navigation.where }).getByRole('link').click();
    await expect(row(page, 'Antwerp')).toBeVisible();
    await expect(row(page, 'Rotterdam')).toHaveCount(0);
    await page.getByRole('switch', { name: say.showArchived('teams', 1) }).click();
    await expect(row(page, 'Rotterdam')).toContainText(say.archived);
    await choose(page, 'Rotterdam', say.actions.restore('teams'));
    await expect(row(page, 'Rotterdam')).toContainText(say.active);

    // merge names how many move, and asks with the safe answer first
    await choose(page, 'Rotterdam', say.actions.merge);
    const merge = page.getByRole('dialog', { name: say.merge.title('teams') });
    await expect(merge.getByText(say.merge.text('Rotterdam', 2))).toBeVisible();
    await expect(merge.getByRole('button', { name: say.merge.keep })).toBeFocused();
    await expect(merge.getByRole('button', { name: say.merge.confirm(2) })).toBeDisabled();
    await merge.getByLabel(say.merge.into).click();
    await page.getByRole('option', { name: 'Antwerp' }).click();
    await merge.getByRole('button', { name: say.merge.confirm(2) }).click();
    await expect(page.getByText(say.done.merged(2, 'Antwerp'))).toBeVisible();
    await expect(row(page, 'Rotterdam')).toHaveCount(0);
    await expect(row(page, 'Antwerp').getByRole('cell').nth(2)).toHaveText('2');

    // products are enabled and disabled for the organization; lines stand below
    await closeToasts(page);
    await goTo(page, '/settings/products');
    await create(page, 'products', 'Tracking');
    await create(page, 'lines', 'Line 1');
    await choose(page, 'Tracking', say.actions.archive('products'));
    await expect(page.getByRole('heading', { name: say.empty.onlyArchived('products') })).toBeVisible();
    const offered = () =>
      callCore<{ rows: { name: string }[] }>(page, 'products.list', { organizationId }).then(({ rows }) =>
        rows.map(({ name }) => name),
      );
    expect(await offered()).toEqual([]);
    await page.getByRole('button', { name: say.showArchived('products', 1) }).click();
    await choose(page, 'Tracking', say.actions.restore('products'));
    await expect(row(page, 'Tracking')).toContainText(say.enabled);
    expect(await offered()).toEqual(['Tracking']);
    await row(page, 'Line 1').click();
    await expect(heading(page, 'Line 1')).toBeVisible();
    await page.getByRole('navigation', { name: words.desktop.navigation.where }).getByRole('link').click();
    await expect(page.getByRole('heading', { name: words.settings.pages.products, level: 2 })).toBeVisible();
  } finally {
    await running.close();
    remove();
  }
});

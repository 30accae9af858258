import path from 'node:path';
import { expect, test } from '@playwright/test';
import { check } from './support/accessible.ts';
import { resize, startApp, temporaryFolder } from './support/app.ts';
import { callCore, createOrganization, goTo, organizationIdOf, words } from './support/steps.ts';

const { structure, roles, settings } = words;
const long = 'Night desk of the Maasvlakte terminals, the inland depots and the ferries to the east coast';

test('overview, structure, roles, settings, profile, audit and their dialogs are accessible, light and dark, at 900 × 600', async () => {
  test.setTimeout(240_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  const { page } = running;
  try {
    await resize(running, 900, 600);
    await createOrganization(page, 'Example Logistics');
    const organizationId = await organizationIdOf(page);
    const make = async (kind: 'teams' | 'products' | 'lines', name: string) =>
      (await callCore<{ id: number }>(page, `${kind}.create`, { organizationId, name })).id;
    const team = await make('teams', long);
    await make('teams', 'Rotterdam');
    const archived = await make('products', 'Tracking');
    await callCore(page, 'products.archive', { organizationId, id: archived });
    await make('products', 'Billing');
    await make('lines', 'Line 1');
    const { id: role } = await callCore<{ id: number }>(page, 'roles.create', {
      organizationId,
      name: 'Depot manager',
      permissions: ['users:read', 'users:write'],
    });
    const entries = Array.from({ length: 12 }, (_, i) => ({
      email: `a.rather.long.address.of.person${i}@subsidiary.example.org`,
      name: `Maximiliane-Charlotte von und zu Beispielhausen ${i}`,
      roles: ['Depot manager', 'Auditor'],
      teams: i % 2 ? ['Rotterdam'] : [long],
    }));
    await callCore(page, 'invitations.send', { organizationId, entries });
    await callCore(page, 'organizations.update', { organizationId, seatLimit: 13, groupRequired: true });

    const heading = (name: string, level: number) => page.getByRole('heading', { name, level, exact: true });
    const visit = async (place: string, name: string, level = 1) => {
      await goTo(page, place);
      await expect(heading(name, level)).toBeVisible();
      await check(running, place);
    };
    const ask = async (name: string) => {
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      await check(running, name);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    };

    await visit('/overview', words.overview.title);
    await visit('/groups', structure.titles.groups);
    await visit('/teams', structure.titles.teams);
    await page.getByRole('button', { name: structure.new('teams') }).click();
    await ask(structure.dialog.create('teams'));
    await visit(`/teams/${team}`, long);
    await page.getByRole('button', { name: structure.members.add }).click();
    await expect(page.getByRole('checkbox', { name: /Beispielhausen 0/ })).toBeVisible();
    await ask(structure.addPeople.title(long));
    await page.getByRole('button', { name: structure.actions.menu(long) }).click();
    await page.getByRole('menuitem', { name: structure.actions.merge }).click();
    await ask(structure.merge.title('teams'));
    await visit(`/products/${archived}`, 'Tracking');
    await visit('/roles', roles.title);
    await visit(`/roles/${role}`, 'Depot manager', 2);
    await page.getByRole('button', { name: roles.remove, exact: true }).click();
    await ask(roles.removal.title);
    await visit('/settings/licences', settings.pages.licences, 2);
    await visit('/settings/products', settings.pages.products, 2);
    await visit('/profile', words.profile.title);
    await goTo(page, '/audit');
    await page.getByRole('button', { name: words.audit.show }).first().click();
    await expect(page.getByRole('definition').first()).toBeVisible();
    await check(running, 'audit');
  } finally {
    await running.close();
    remove();
  }
});

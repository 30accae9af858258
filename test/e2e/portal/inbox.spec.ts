import { expect, type Portal, test } from './fixture.ts';
import { looksRight, signUp, sizes, ways } from './looks.ts';

const products = ['Route planner', 'Yard management and dock appointments for cold storage', 'Customs'];

/** Once for the workspace, whichever test comes first. */
async function addProducts(portal: Portal) {
  const { organizationId } = portal;
  const { rows } = await portal.call<{ rows: unknown[] }>('products.list', { organizationId });
  if (rows.length > 0) return;
  for (const name of products) await portal.call('products.create', { organizationId, name });
}

for (const { size, colorScheme, javaScriptEnabled } of ways) {
  const key = `${size}-${colorScheme}`;
  const how = `at ${size} width in ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
  const options = { viewport: sizes[size], colorScheme, javaScriptEnabled };

  test(`somebody who joins as a user finds their products and the inbox ${how}`, async ({ browser, portal }) => {
    await addProducts(portal);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const { link } = await portal.invite(`user.${key}@halden.test`, { roles: ['Member', 'Auditor'], products });
    await signUp(page, link, 'Siobhán', 'Ní Mhurchú');

    await expect(page).toHaveURL(`${portal.url}/`);
    const place = page.getByRole('list').first().locator('> li');
    await expect(place).toHaveText(/Halden Logistics.*Auditor, Member/);
    await expect(page.getByRole('heading', { name: 'Products' })).toBeVisible();
    await expect(place.getByRole('listitem')).toHaveText(['Customs', 'Route planner', products[1] ?? '']);
    await looksRight(page, javaScriptEnabled);

    await page.getByRole('link', { name: 'Inbox 1 unread' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbox');
    await expect(page.getByText('You joined Halden Logistics.')).toBeVisible();
    await expect(page.getByText('Route planner')).toBeVisible();
    await looksRight(page, javaScriptEnabled);
    await page.getByRole('link', { name: 'Start' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siobhán Ní Mhurchú');
    await context.close();
  });

  test(`an inbox agent lands in the inbox and reaches nothing else ${how}`, async ({ browser, portal }) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const { organizationId } = portal;
    const email = `agent.${key}@halden.test`;
    const { invited } = await portal.call<{ invited: { membershipId: number }[] }>('invitations.send', {
      organizationId,
      kind: 'inbox-agent',
      entries: [{ email }],
    });
    await signUp(page, await portal.copyLink(invited[0]?.membershipId ?? 0), 'Ines', 'Almeida');

    await expect(page).toHaveURL(`${portal.url}/inbox`);
    await expect(page.getByRole('link', { name: 'Start' })).toHaveCount(0);
    await expect(page.getByText('1 unread notice')).toBeVisible();
    await looksRight(page, javaScriptEnabled);

    for (const path of ['/', '/organizations']) {
      const answer = await page.goto(`${portal.url}${path}`);
      expect(answer?.status()).toBe(403);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have access to the Inbox only');
      await looksRight(page, javaScriptEnabled);
    }
    await page.getByRole('link', { name: 'Open the Inbox' }).click();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await expect(page.getByText('Everything is read.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
    await expect(page.getByText('You joined Halden Logistics.')).toBeVisible();
    await looksRight(page, javaScriptEnabled);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(`${portal.url}/sign-in`);
    await context.close();
  });
}

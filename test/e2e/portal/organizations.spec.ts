import type { Page } from '@playwright/test';
import { expect, type Portal, password, test } from './fixture.ts';
import { looksRight, signInAs, signUp, sizes, ways } from './looks.ts';

const day = 24 * 3_600_000;
const names = [
  'Achterberg Legal',
  'Kaiyo Shipping and Cold Storage Holdings International',
  'Nordhavn Partners',
] as const;
const made = new Map<string, Promise<number>>();

/** Once for the workspace, whichever test comes first. */
function organization(portal: Portal, name: string): Promise<number> {
  const id = made.get(name) ?? portal.createOrganization(name);
  made.set(name, id);
  return id;
}

/** Invites a guest and returns their link. */
async function inviteGuest(portal: Portal, name: string, email: string, terms: object): Promise<string> {
  const organizationId = await organization(portal, name);
  const input = { organizationId, emails: [email], ...terms };
  const { invited } = await portal.call<{ invited: { membershipId: number }[] }>('guests.invite', input);
  return portal.copyLink(invited[0]?.membershipId ?? 0, organizationId);
}

const join = async (page: Page, link: string) => {
  await page.goto(link);
  await page.getByRole('button', { name: /^Join as/ }).click();
};

for (const { size, colorScheme, javaScriptEnabled } of ways) {
  const how = `at ${size} width in ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

  test(`a person sees where they belong, switches, invites and leaves ${how}`, async ({ browser, portal }) => {
    const context = await browser.newContext({ viewport: sizes[size], colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    const email = `guest.${size}-${colorScheme}@halden.test`;
    const [ended, long, managed] = names;

    const { link } = await portal.invite(email, { roles: ['Member', 'Auditor'] });
    await signUp(page, link, 'Siobhán', 'Ní Mhurchú');
    await join(page, await inviteGuest(portal, ended, email, { days: 1 }));
    await portal.advance(3 * day);
    await signInAs(page, portal, email);
    await join(page, await inviteGuest(portal, long, email, { days: 2 }));
    await join(page, await inviteGuest(portal, managed, email, { days: 90, accountManager: true }));

    await page.getByRole('link', { name: 'Organizations' }).click();
    const own = page.getByRole('table', { name: 'Your organizations' });
    await expect(own.getByRole('row').nth(1)).toContainText(/Halden Logistics\s*Current/);
    const guest = page.getByRole('table', { name: 'Guest organizations' });
    await expect(guest.getByRole('columnheader', { name: 'Expires' })).toHaveCount(1);
    const row = (name: string) => guest.getByRole('row').filter({ hasText: name });
    await expect(row(ended)).toContainText('Only a new invitation brings it back.');
    await expect(row(ended)).toContainText('Expired');
    await expect(row(ended).getByRole('button')).toHaveCount(0);
    await expect(row(long)).toContainText('2 days left');
    await expect(row(managed)).toContainText('Account manager');
    await expect(row(managed)).toContainText('90 days left');
    await looksRight(page, javaScriptEnabled);

    await page.getByRole('button', { name: `Switch to ${managed}` }).click();
    await expect(page).toHaveURL(`${portal.url}/`);
    await expect(page.locator('.organization')).toContainText(managed);
    await page.getByRole('link', { name: 'Invite guests' }).click();
    await page.getByLabel('E-mail addresses').fill(`new.${email}, nonsense\n${email}`);
    await page.getByLabel('Note to the guests').fill('See you at the yard.');
    await looksRight(page, javaScriptEnabled);
    await page.getByRole('button', { name: 'Check addresses' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'nonsense' })).toContainText('Refused');
    await looksRight(page, javaScriptEnabled);
    await page.getByRole('button', { name: 'Invite 1 guest' }).click();
    await expect(page.getByText('1 guest is invited')).toBeVisible();
    await expect(page.getByText('2 addresses were left out')).toBeVisible();
    await looksRight(page, javaScriptEnabled);

    await page.getByRole('link', { name: 'Organizations' }).click();
    await row(long).getByRole('link', { name: 'Leave' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Leave ${long}?`);
    await looksRight(page, javaScriptEnabled);
    await page.getByRole('button', { name: `Leave ${long}` }).click();
    await expect(page.getByRole('status')).toHaveText(`You have left ${long}.`);
    await expect(row(long)).toHaveCount(0);
    await looksRight(page, javaScriptEnabled);

    await context.close();
  });

  test(`a person changes name and password, and signs out everywhere ${how}`, async ({ browser, portal }) => {
    const context = await browser.newContext({ viewport: sizes[size], colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    const email = `profile.${size}-${colorScheme}@halden.test`;
    const { link } = await portal.invite(email);
    await signUp(page, link, 'Siobhán', 'Ní Mhurchú');
    await page.getByRole('link', { name: 'Profile' }).click();
    await looksRight(page, javaScriptEnabled);
    await page.getByLabel('First name').fill('Zoë');
    await page.getByLabel('Phone', { exact: false }).last().fill('call me');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText('This cannot be read as a phone number.');
    await looksRight(page, javaScriptEnabled);
    await page.locator('#phone').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status')).toHaveText('Your profile is saved.');
    const next = 'another sentence of my own';
    await page.locator('#current').fill('a sentence of somebody else');
    await page.locator('#next').fill(next);
    await page.locator('#nextAgain').fill(next);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.locator('#current')).toHaveAccessibleDescription('This is not your current password.');
    await looksRight(page, javaScriptEnabled);
    await page.locator('#current').fill(password);
    await page.locator('#next').fill(next);
    await page.locator('#nextAgain').fill(next);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByRole('status')).toContainText('Your password is changed.');
    await looksRight(page, javaScriptEnabled);
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(page.getByRole('status')).toHaveText('You are signed out everywhere.');
    await looksRight(page, javaScriptEnabled);
    await signInAs(page, portal, email, next);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoë Ní Mhurchú');
    await context.close();
  });
}

test('a guest whose access has ended is told so at the sign-in, and what brings it back', async ({ page, portal }) => {
  await page.setViewportSize(sizes.narrow);
  const email = 'only.guest@halden.test';
  await signUp(page, await inviteGuest(portal, names[0], email, { days: 1 }), 'Only', 'Guest');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Only Guest');
  await portal.advance(3 * day);
  await signInAs(page, portal, email);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your access has ended');
  await expect(page.getByText('Only a new invitation brings it back.')).toBeVisible();
  await looksRight(page, true);
});

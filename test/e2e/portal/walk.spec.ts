import { expect, type Portal, password, test } from './fixture.ts';
import { looksRight, signIn, sizes, ways } from './looks.ts';

async function deadLinks(portal: Portal, key: string) {
  const { organizationId } = portal;
  const revoked = await portal.invite(`revoked-${key}@halden.test`);
  await portal.call('invitations.revoke', { organizationId, membershipId: revoked.membershipId });
  const replaced = await portal.invite(`replaced-${key}@halden.test`);
  await portal.call('invitations.reinvite', { organizationId, membershipId: replaced.membershipId });
  return [
    [revoked.link, 'This invitation was taken back'],
    [replaced.link, 'There is a newer link'],
    [`${portal.url}/i/1.1.unknown`, 'This link does not work'],
    [`${portal.url}/nowhere`, 'There is no page here'],
  ] as const;
}

for (const { size, colorScheme, javaScriptEnabled } of ways) {
  const key = `${size}-${colorScheme}`;
  test(`a person signs up at ${size} width in ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    portal,
  }) => {
    const context = await browser.newContext({
      viewport: sizes[size],
      colorScheme,
      javaScriptEnabled,
      locale: 'en-IE',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/content security|refused|violat/i.test(message.text())) complaints.push(message.text());
    });
    const email = `siobhan.${key}@halden.test`;
    const { link } = await portal.invite(email, { name: 'Siobhán Ní Mhurchú' });

    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Join Halden Logistics');
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await expect(page.getByLabel('First name')).toHaveValue('Siobhán');
    await expect(page.getByLabel('Country of the phone number')).toHaveValue('IE');
    await looksRight(page, javaScriptEnabled);

    await page.locator('#phone').fill('01 555 0136');
    await page.locator('#password').fill(password);
    await page.locator('#passwordAgain').fill('something else entirely');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.locator('#summary')).toBeFocused();
    await expect(page.locator('#passwordAgain')).toHaveAccessibleDescription('The two passwords differ.');
    await expect(page.locator('#phone')).toHaveValue('01 555 0136');
    await expect(page.locator('#password')).toHaveValue('');
    await expect(page).toHaveTitle(/^Error: /);
    await looksRight(page, javaScriptEnabled);

    await page.locator('#password').fill(password);
    await page.locator('#passwordAgain').fill(password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page).toHaveURL(`${portal.url}/sign-in`);
    await expect(page.getByText('You have joined Halden Logistics.')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await looksRight(page, javaScriptEnabled);

    await signIn(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siobhán Ní Mhurchú');
    await expect(page.getByRole('listitem')).toHaveText(/Halden Logistics.*Member/);
    await looksRight(page, javaScriptEnabled);

    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This invitation was accepted');
    await looksRight(page, javaScriptEnabled);
    for (const [dead, title] of await deadLinks(portal, key)) {
      await page.goto(dead);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await looksRight(page, javaScriptEnabled);
    }

    await page.goto(portal.url);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(`${portal.url}/sign-in`);
    await page.goBack();
    await page.goto(portal.url);
    await expect(page).toHaveURL(`${portal.url}/sign-in`);
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test('somebody with an account joins a second organization with its password, or with one click when signed in', async ({
  page,
  portal,
}) => {
  const email = 'twice@halden.test';
  const first = await portal.invite(email, { name: 'Twice Known' });
  await page.goto(first.link);
  await page.locator('#password').fill(password);
  await page.locator('#passwordAgain').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();

  const long = await portal.createOrganization('Kestrel Shipping and Cold Storage Holdings International');
  const second = await portal.invite(email, { roles: ['Auditor', 'User manager'] }, long);
  await page.goto(second.link);
  await expect(page.getByText('This address has an account already.')).toBeVisible();
  await looksRight(page, true);
  await signIn(page);
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await looksRight(page, true);

  const third = await portal.invite(email, {}, await portal.createOrganization('Brightwater Audit'));
  await page.goto(third.link);
  await looksRight(page, true);
  await page.getByRole('button', { name: `Join as ${email}` }).click();
  await expect(page.getByRole('listitem')).toHaveCount(3);

  const stranger = await portal.invite('somebody.else@halden.test');
  await page.goto(stranger.link);
  await expect(
    page.getByText(`You are signed in as ${email}. This invitation is for somebody.else@halden.test.`),
  ).toBeVisible();
  await looksRight(page, true);
});

test('with JavaScript a password can be looked at, and a second click sends nothing twice', async ({
  page,
  portal,
}) => {
  const { link } = await portal.invite('eager@halden.test', { name: 'Eager Beaver' });
  await page.goto(link);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: 'Show password' }).first().click();
  await expect(page.locator('#password')).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide password' }).click();
  await expect(page.locator('#password')).toHaveAttribute('type', 'password');
  await page.locator('#passwordAgain').fill(password);
  await page.getByRole('button', { name: 'Create account' }).dblclick();
  await expect(page.getByText('You have joined Halden Logistics.')).toBeVisible();
});

test('a link says that it has expired once its time is over', async ({ page, portal }) => {
  await page.setViewportSize(sizes.narrow);
  const { link } = await portal.invite('late@halden.test');
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await portal.advance(72 * 3_600_000);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link has expired');
  await expect(page.getByRole('link', { name: 'Write to it-help@halden.test' })).toBeVisible();
  await looksRight(page, true);
});

import { expect, type Portal, test } from './fixture.ts';
import { looksRight, signUp, sizes, ways } from './looks.ts';

const made = new Map<string, Promise<number>>();

/** One for the workspace, whichever test comes first: its guests come from two domains only. */
function organization(portal: Portal): Promise<number> {
  const name = 'Skagen Partners';
  const id =
    made.get(name) ??
    portal.createOrganization(name).then(async (organizationId) => {
      await portal.call('organizations.update', { organizationId, partnerDomains: ['partner.test', 'halden.test'] });
      return organizationId;
    });
  made.set(name, id);
  return id;
}

async function guestLink(portal: Portal, email: string, terms: object): Promise<string> {
  const organizationId = await organization(portal);
  const input = { organizationId, emails: [email], ...terms };
  const { invited } = await portal.call<{ invited: { membershipId: number }[] }>('guests.invite', input);
  return portal.copyLink(invited[0]?.membershipId ?? 0, organizationId);
}

for (const { size, colorScheme, javaScriptEnabled } of ways) {
  const key = `${size}-${colorScheme}`;
  const how = `at ${size} width in ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

  test(`a guest who may invite others invites guests of partners; refused addresses stay, with the reason ${how}`, async ({
    browser,
    portal,
  }) => {
    const context = await browser.newContext({ viewport: sizes[size], colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    const link = await guestLink(portal, `host.${key}@halden.test`, { mayInviteGuests: true, days: 30 });
    await page.goto(link);
    await expect(page.locator('.lead')).toHaveText(
      'Tomasz Oyelaran invited you as Guest and Member. Your access lasts 30 days from the day you join.',
    );
    await looksRight(page, javaScriptEnabled);
    await signUp(page, link, 'Mira', 'Host');

    await page.getByRole('link', { name: 'Invite guests' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invite guests to Skagen Partners');
    const [good, strange] = [`ana.${key}@partner.test`, `bob.${key}@elsewhere.test`];
    await page.getByLabel('E-mail addresses').fill(`${good}; ${strange}\nnonsense`);
    await page.getByLabel('Days of access').fill('14');
    await page.getByLabel('Note to the guests').fill('See you at the yard.');
    await page.getByRole('button', { name: 'Check addresses' }).click();
    const checked = page.getByRole('list', { name: '3 addresses' });
    const entry = (text: string) => checked.getByRole('listitem').filter({ hasText: text });
    await expect(entry(good)).toContainText('New');
    await expect(entry(strange)).toContainText('elsewhere.test is not a partner’s domain');
    await expect(entry('nonsense')).toContainText('Refused');
    await looksRight(page, javaScriptEnabled);

    await page.getByRole('button', { name: 'Invite 1 guest' }).click();
    await expect(page.getByRole('status')).toHaveText(`1 guest is invited${good}`);
    await expect(page.getByText('2 addresses were left out')).toBeVisible();
    await expect(page.getByLabel('E-mail addresses')).toHaveValue(`${strange}\nnonsense`);
    await expect(page.getByLabel('Days of access')).toHaveValue('14');
    await expect(page.getByLabel('Note to the guests')).toHaveValue('See you at the yard.');
    await looksRight(page, javaScriptEnabled);

    const better = `bob.${key}@partner.test`;
    await page.getByLabel('E-mail addresses').fill(better);
    await page.getByRole('button', { name: 'Check addresses' }).click();
    await page.getByRole('button', { name: 'Invite 1 guest' }).click();
    await expect(page.getByRole('status')).toContainText(better);
    await expect(page.getByLabel('E-mail addresses')).toHaveValue('');
    await expect(page.getByLabel('Note to the guests')).toHaveValue('');
    const organizationId = await organization(portal);
    const { rows } = await portal.call<{ rows: { email: string; kind: string }[] }>('users.list', {
      organizationId,
      search: key,
      limit: 100,
    });
    const invited = rows.filter(({ email }) => !email.startsWith('host.') && !email.startsWith('quiet.'));
    expect(invited.map(({ email, kind }) => `${kind} ${email}`).sort()).toEqual([`guest ${good}`, `guest ${better}`]);
    await context.close();
  });

  test(`a guest who may not invite finds no way to it, and a plain refusal at its address ${how}`, async ({
    browser,
    portal,
  }) => {
    const context = await browser.newContext({ viewport: sizes[size], colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    await signUp(page, await guestLink(portal, `quiet.${key}@halden.test`, {}), 'Quiet', 'Guest');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quiet Guest');
    await expect(page.getByRole('link', { name: 'Invite guests' })).toHaveCount(0);
    const answer = await page.goto(`${portal.url}/guests/invite`);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You may not do this here');
    await looksRight(page, javaScriptEnabled);
    await page.getByRole('link', { name: 'Back to Start' }).click();
    await expect(page).toHaveURL(`${portal.url}/`);
    await context.close();
  });
}

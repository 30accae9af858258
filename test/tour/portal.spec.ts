import { test } from '../e2e/portal/fixture.ts';
import { signUp } from '../e2e/portal/looks.ts';
import { openBrowser } from '../e2e/support/chromium.ts';
import { words } from '../e2e/support/steps.ts';
import { picture } from './picture.ts';

const fourDays = 4 * 86_400_000;

test('the portal: the page to sign up, and the same link once it has expired', async ({ portal }) => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    const { link } = await portal.invite('ana.lima@halden.test', { name: 'Ana Lima', roles: ['Member'] });
    await page.goto(link);
    await page.getByLabel(words.portal.firstName).fill('Ana');
    await page.getByLabel(words.portal.lastName).fill('Lima');
    await picture(page, 'portal-accept-light');
    await portal.advance(fourDays);
    await page.reload();
    await page.getByRole('heading', { name: words.portal.dead.expired.title }).waitFor();
    await picture(page, 'portal-expired-light');
  } finally {
    await browser.close();
  }
});

test('the portal: a guest sees where they belong, and until when', async ({ portal }) => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    const email = 'elif.demir@osterhus.test';
    const { link } = await portal.invite(email, { name: 'Elif Demir', roles: ['Member'] });
    await signUp(page, link, 'Elif', 'Demir');
    for (const [name, days] of [
      ['Kaiyo Shipping', 12],
      ['Nordhavn Partners', 90],
    ] as const) {
      const organizationId = await portal.createOrganization(name);
      const input = { organizationId, emails: [email], days };
      const { invited } = await portal.call<{ invited: { membershipId: number }[] }>('guests.invite', input);
      await page.goto(await portal.copyLink(invited[0]?.membershipId ?? 0, organizationId));
      await page.getByRole('button', { name: /^Join as/ }).click();
    }
    await page.getByRole('link', { name: 'Organizations' }).click();
    await page.getByRole('table', { name: 'Guest organizations' }).waitFor();
    await picture(page, 'portal-organizations-light');
  } finally {
    await browser.close();
  }
});

import { expect, password, test } from './fixture.ts';

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 780 } };
test('shots', async ({ portal, browser }) => {
  const mk = async (n: string, e = {}) => portal.invite(n, { name: 'Siobhán Ní Mhurchú', ...e });
  const live = await mk('siobhan.nimhurchu@halden.test', { roles: ['Member', 'Auditor'] });
  const used = await mk('used@halden.test');
  const revoked = await mk('revoked@halden.test');
  await portal.call('invitations.revoke', {
    organizationId: portal.organizationId,
    membershipId: revoked.membershipId,
  });
  const replaced = await mk('replaced@halden.test');
  await portal.call('invitations.reinvite', {
    organizationId: portal.organizationId,
    membershipId: replaced.membershipId,
  });
  for (const scheme of ['light', 'dark'] as const)
    for (const [size, viewport] of Object.entries(sizes))
      for (const js of [true, false]) {
        if (!js && (scheme === 'dark' || size === 'wide')) continue;
        const context = await browser.newContext({
          viewport,
          colorScheme: scheme,
          javaScriptEnabled: js,
          locale: 'en-IE',
        });
        const page = await context.newPage();
        const shot = (n: string) =>
          page.screenshot({ path: `/tmp/shots/${n}-${size}-${scheme}${js ? '' : '-nojs'}.png`, fullPage: true });
        page.on('console', (m) => console.log(scheme, size, m.text()));
        await page.goto(live.link);
        await shot('join');
        await page.getByLabel('First name').fill('');
        await page
          .locator('form')
          .evaluate((f: HTMLFormElement) => {
            f.noValidate = true;
          })
          .catch(() => {});
        await page.getByLabel('Phone', { exact: false }).last().fill('call me');
        await page.locator('#password').fill('12345678');
        await page.locator('#passwordAgain').fill('1234567');
        await page.getByRole('button', { name: 'Create account' }).click();
        await shot('errors');
        await page.goto(replaced.link);
        await shot('replaced');
        await page.goto(revoked.link);
        await shot('revoked');
        await page.goto(`${portal.url}/i/1.1.xx`);
        await shot('unknown');
        await page.goto(`${portal.url}/nowhere`);
        await shot('nowhere');
        await page.goto(`${portal.url}/sign-in`);
        await shot('sign-in');
        if (size === 'wide' && scheme === 'light') {
          await page.goto(used.link);
          await page.locator('#password').fill(password);
          await page.locator('#passwordAgain').fill(password);
          await page.getByRole('button', { name: 'Create account' }).click();
          await shot('joined');
          await page.locator('#password').fill(password);
          await page.getByRole('button', { name: 'Sign in' }).click();
          const o2 = await portal.createOrganization('Kaiyo Shipping and Cold Storage Holdings International');
          const l = await portal.invite('used@halden.test', { roles: ['Auditor', 'User manager'] }, o2);
          await page.goto(l.link);
          await shot('signed-in-join');
          await context.clearCookies();
          await page.goto(l.link);
          await shot('existing');
          await page.locator('#password').fill('wrong one');
          await page.getByRole('button', { name: 'Sign in' }).click();
          await shot('existing-wrong');
          await page.locator('#password').fill(password);
          await page.getByRole('button', { name: 'Sign in' }).click();
        } else {
          await page.locator('#email').fill('used@halden.test');
          await page.locator('#password').fill(password);
          await page.getByRole('button', { name: 'Sign in' }).click();
        }
        await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
        await shot('home');
        await page.goto(live.link);
        await shot('other');
        await page.goto(used.link);
        await shot('used');
        await context.close();
      }
  await portal.advance(80 * 3600_000);
  const page = await browser.newPage({ viewport: sizes.narrow });
  await page.goto(live.link);
  await page.screenshot({ path: '/tmp/shots/expired.png' });
});

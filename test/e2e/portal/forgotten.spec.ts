import type { Page } from '@playwright/test';
import { login, type MailServer, startMailServer } from '../support/mail-server.ts';
import { expect, type Portal, password, test } from './fixture.ts';
import { looksRight, signInAs, signUp, sizes, ways } from './looks.ts';

const minute = 60_000;
const next = 'another sentence of my own';

let server: MailServer;
test.beforeAll(async ({ portal }) => {
  server = await startMailServer({ clear: true });
  await portal.call('mail.save', {
    organizationId: portal.organizationId,
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    sender: 'help@halden.test',
    login: login.user,
    password: login.password,
  });
});
test.afterAll(() => server.close());

/** The links that were mailed to an address for a new password, oldest first. */
const linksTo = (email: string) =>
  server.received
    .filter(({ to }) => to === email)
    .flatMap(({ mail }) => /https?:\/\/\S+\/reset\/\S+/.exec(mail.text ?? '')?.[0] ?? []);

/** Waits for the mail with that link of an address, by number. */
async function link(email: string, number = 1): Promise<string> {
  await expect.poll(() => linksTo(email)).toHaveLength(number);
  return linksTo(email)[number - 1] ?? '';
}

/** From the sign-in page, as somebody does who forgot. @returns what the page answers */
async function forgot(page: Page, portal: Portal, email: string): Promise<string> {
  await page.goto(`${portal.url}/sign-in`);
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail');
  return page.locator('main').innerText();
}

async function choose(page: Page, secret: string, again = secret) {
  await page.locator('#password').fill(secret);
  await page.locator('#passwordAgain').fill(again);
  await page.getByRole('button', { name: 'Set the password' }).click();
}

async function isDead(page: Page, address: string) {
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link no longer works');
  await expect(page.getByText('Your password stays as it is.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Send a new link' })).toHaveAttribute('href', '/forgot');
}

for (const { size, colorScheme, javaScriptEnabled } of ways) {
  const how = `at ${size} width in ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
  const options = { viewport: sizes[size], colorScheme, javaScriptEnabled };

  test(`somebody who forgot the password gets back in with a mail that only they get ${how}`, async ({
    browser,
    portal,
  }) => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    const email = `forgot.${size}-${colorScheme}@halden.test`;
    const stranger = `nobody.${size}-${colorScheme}@halden.test`;
    await signUp(other, (await portal.invite(email)).link, 'Siobhán', 'Ní Mhurchú');
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Siobhán Ní Mhurchú');

    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${portal.url}/forgot`);
    await looksRight(page, javaScriptEnabled);
    const unknown = await forgot(page, portal, stranger);
    await looksRight(page, javaScriptEnabled);
    expect(await forgot(page, portal, email)).toBe(unknown);
    const address = await link(email);
    expect(linksTo(stranger)).toEqual([]);
    await page.getByRole('link', { name: 'Back to the sign-in' }).click();
    await expect(page).toHaveURL(`${portal.url}/sign-in`);

    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a new password');
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await looksRight(page, javaScriptEnabled);
    for (const [typed, again, field, why] of [
      ['short', 'short', '#password', /At least 8 characters\./],
      ['password1', 'password1', '#password', /among the most used ones/],
      [next, password, '#passwordAgain', /The two passwords differ\./],
    ] as const) {
      await choose(page, typed, again);
      await expect(page.locator(field)).toHaveAccessibleDescription(why);
      await expect(page.locator('#summary')).toBeFocused();
      await expect(page.locator('#password')).toHaveValue('');
      await expect(page).toHaveURL(address);
    }
    await looksRight(page, javaScriptEnabled);

    await choose(page, next);
    await expect(page).toHaveURL(`${portal.url}/sign-in`);
    await expect(page.getByRole('status')).toHaveText('Your new password is set. Sign in with it.');
    await looksRight(page, javaScriptEnabled);
    await other.reload();
    await expect(other).toHaveURL(`${portal.url}/sign-in`);
    await signInAs(page, portal, email);
    await expect(page.getByRole('alert')).toHaveText('The e-mail or the password is not right.');
    await signInAs(page, portal, email, next);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siobhán Ní Mhurchú');

    await isDead(page, address);
    await looksRight(page, javaScriptEnabled);
    await page.getByRole('link', { name: 'Send a new link' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forgotten password');
    await context.close();
    await elsewhere.close();
  });
}

test('a link that was replaced, altered or has expired no longer works, and offers a new one', async ({
  page,
  portal,
}) => {
  await page.setViewportSize(sizes.narrow);
  const email = 'forgot.again@halden.test';
  await portal.invite(email).then(({ link }) => signUp(page, link, 'Ines', 'Almeida'));
  await page.getByRole('button', { name: 'Sign out' }).click();

  await forgot(page, portal, email);
  const first = await link(email);
  await portal.advance(6 * minute);
  await forgot(page, portal, email);
  const second = await link(email, 2);
  await isDead(page, first);
  for (const changed of [`${second}x`, second.slice(0, -1), `${second}%`, second + 'a'.repeat(300)])
    await isDead(page, changed);

  await page.goto(second);
  await expect(page.getByRole('button', { name: 'Set the password' })).toBeVisible();
  await page.locator('#password').fill(next);
  await page.locator('#passwordAgain').fill(next);
  await portal.advance(60 * minute);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link no longer works');
  await looksRight(page, true);
  await isDead(page, second);
  await signInAs(page, portal, email);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ines Almeida');
});

import path from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { linkIn, login, type MailServer, startMailServer } from './support/mail-server.ts';
import { messy, messyList } from './support/messy-list.ts';
import { createOrganization, owner, signIn } from './support/steps.ts';

let mail: MailServer;
let running: RunningApp | undefined;
// made by the tests, not while Playwright collects them: that would leave an empty one behind
let place: ReturnType<typeof temporaryFolder>;

test.beforeAll(async () => {
  place = temporaryFolder();
  mail = await startMailServer();
});
test.afterAll(async () => {
  await running?.close();
  await mail.close();
  place.remove();
});

async function setUpMail(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await page.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1');
  await page.getByRole('textbox', { name: 'Port' }).fill(String(mail.port));
  await page.getByRole('textbox', { name: 'Login' }).fill(login.user);
  await page.getByRole('textbox', { name: 'Password' }).fill(login.password);
  await page.getByRole('textbox', { name: 'Sender address' }).fill('it@example.com');
  await page.getByLabel(/any certificate/i).check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

async function acceptInBrowser(link: string, password: string): Promise<void> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.goto(link);
    await page.getByLabel('First name').fill('Given');
    await page.getByLabel('Last name').fill('Family');
    await page.getByLabel('Password', { exact: false }).first().fill(password);
    await page.getByLabel('Password again').fill(password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.getByLabel('Password', { exact: false }).first().fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Given Family' })).toBeVisible();
  } finally {
    await browser.close();
  }
}

const statusOf = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email });
async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Search users' }).fill(text);
}

test('a pasted list of two hundred messy lines becomes invitations, mails and active users, and survives a restart', async () => {
  test.setTimeout(240_000);
  const profile = path.join(place.folder, 'profile');
  running = await startApp(profile);
  const { page } = running;
  await createOrganization(page, 'Example Logistics');
  await setUpMail(page);

  // paste, and see line by line what would happen
  const pages = page.getByRole('navigation', { name: 'Pages', exact: true });
  await pages.getByRole('link', { name: 'Users', exact: true }).click();
  await page.keyboard.press('Control+i');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Addresses' }).fill(messyList(owner.email));
  await expect(dialog.getByText(`${messy.invitable} new`)).toBeVisible();
  await expect(dialog.getByText(`${messy.refused} to correct`)).toBeVisible();
  await expect(dialog.getByText(`${messy.alreadyThere + messy.duplicates} skipped`)).toBeVisible();
  await dialog.getByRole('button', { name: `To correct ${messy.refused}` }).click();
  await expect(dialog.getByText('Refused: free e-mail provider')).toHaveCount(8);
  await expect(dialog.getByText('Refused: two dots in the domain')).toBeVisible();
  await expect(dialog.getByText(/work on (this computer|it) only/)).toBeVisible();

  // send: what went is gone from the box, what was refused stays
  await dialog.getByRole('button', { name: `Invite ${messy.invitable} people` }).click();
  await expect(dialog.getByRole('heading', { name: `${messy.invitable} people invited` })).toBeVisible();
  await expect(dialog.getByText('promotions')).toBeVisible();
  await dialog.getByRole('button', { name: /Back to the/ }).click();
  const left = await dialog.getByRole('textbox', { name: 'Addresses' }).inputValue();
  expect(left).toContain('ivan.petrov@halden..test');
  expect(left).toContain('person7@gmail.com');
  expect(left).not.toContain('@example.org>');
  expect(left).not.toContain(owner.email);

  // every mail arrives once, over STARTTLS
  await expect.poll(() => mail.received.length, { timeout: 60_000 }).toBe(messy.invitable);
  expect(new Set(mail.received.map((r) => r.to)).size).toBe(messy.invitable);
  expect(mail.received.every((r) => r.secure)).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // three of them accept; the open window shows it without a reload
  await page.evaluate(() => {
    (window as unknown as { untouched: boolean }).untouched = true;
  });
  const three = ['p3@example.org', 'p50@example.org', 'p149@example.org'];
  await search(page, 'p3@example.org');
  await expect(statusOf(page, three[0] as string)).toContainText('Pending');
  for (const email of three) {
    const message = mail.received.find((r) => r.to === email);
    if (!message) throw new Error(`no mail to ${email}`);
    await acceptInBrowser(linkIn(message.mail), `the password of ${email}`);
    await search(page, email);
    await expect(statusOf(page, email)).toContainText('Active');
  }
  expect(await page.evaluate(() => (window as unknown as { untouched?: boolean }).untouched)).toBe(true);

  // after a restart it is still so
  await running.close();
  running = await startApp(profile);
  await signIn(running.page);
  await expect(running.page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
  for (const email of three) {
    await search(running.page, email);
    await expect(statusOf(running.page, email)).toContainText('Active');
  }
  await search(running.page, 'p4@example.org');
  await expect(statusOf(running.page, 'p4@example.org')).toContainText('Pending');
  expect(mail.received).toHaveLength(messy.invitable);
  expect(running.output()).not.toContain('/i/');
});

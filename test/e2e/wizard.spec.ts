import { expect, type Page, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import type { RunningApp } from './support/app.ts';
import { inBrowser } from './support/chromium.ts';
import { type Started, startWithOrganization } from './support/started.ts';
import { callCore, clipboardText, closeToasts, goTo, owner, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
const { wizard, invitations, users, common } = words;
const { details, groups, overview, added } = wizard;
let running: RunningApp;
let page: Page;
let organizationId: number;

test.beforeAll(async () => {
  started = await startWithOrganization();
  ({ running, page, organizationId } = started);
});
test.afterAll(async () => {
  await started?.close();
});

const dialog = () => page.getByRole('dialog').first();
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const field = (name: string) => dialog().getByRole('textbox', { name });
const email = () => field(details.email);
const next = () => button(wizard.next).click();
const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
const find = async (search: string, kinds: readonly string[] = ['user']) =>
  (await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, search, kinds })).rows;

async function open(): Promise<void> {
  await page.locator('main').focus();
  await page.keyboard.press('Shift+N');
  await expect(field(details.firstName)).toBeFocused();
}
async function gone(): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('the menu beside Add user has every way in, most with a key', async () => {
  await page.getByRole('button', { name: users.add.more }).click();
  const entries = page.getByRole('menuitem');
  await expect(entries).toHaveText([
    /^Add user\s*N$/,
    /^Invite users\s*Ctrl\s*I$/,
    /^Step by step\s*Shift\s*N$/,
    /^Import a file$/,
    /^Compare with a list$/,
  ]);
  await entries.nth(2).click();
  await expect(dialog().getByText(wizard.title.user, { exact: true })).toBeVisible();
  await expect(field(details.firstName)).toBeFocused();
  await page.keyboard.press('Escape');
  await gone();
  await expect(page.getByRole('button', { name: users.add.more })).toBeFocused();
});

test('what is required is said at its field, and the first wrong field has the focus', async () => {
  await open();
  await next();
  for (const text of [details.firstNameNeeded, details.lastNameNeeded, details.emailNeeded])
    await expect(dialog().getByText(text)).toBeVisible();
  await expect(field(details.firstName)).toBeFocused();
  await page.keyboard.type('Aisha');
  await expect(dialog().getByText(details.firstNameNeeded)).toHaveCount(0);
  await field(details.lastName).fill('Rahman');
});

test('an address that is taken is reported before anything is created, with a way to that user', async () => {
  await email().fill(owner.email);
  await page.keyboard.press('Tab');
  await expect(dialog().getByText(details.member(owner.email))).toBeVisible();
  await next();
  await expect(email()).toBeFocused();
  await expect(dialog().getByText(wizard.stepOf(1, 3))).toBeVisible();

  await email().fill('somebody@gmail.com');
  await next();
  await expect(dialog().getByText(/free e-mail provider/)).toBeVisible();
  await email().fill('two@example.org, three@example.org');
  await next();
  await expect(dialog().getByText(details.oneEmail)).toBeVisible();

  await email().fill(owner.email);
  await next();
  await dialog().getByRole('button', { name: details.openUser }).click();
  await gone();
  await expect(heading(owner.name)).toBeVisible();
  expect(await find('Rahman')).toHaveLength(0);
  // and what was typed is still there
  await open();
  await expect(field(details.firstName)).toHaveValue('Aisha');
  await expect(email()).toHaveValue(owner.email);
  await email().fill('aisha.rahman@example.org');
});

test('a phone number needs its country, found by name or dial code, and must be valid there', async () => {
  const phone = field(details.phone);
  await phone.fill('010 555 0142');
  await next();
  await expect(dialog().getByText(details.countryNeeded)).toBeVisible();
  const country = dialog().getByRole('combobox', { name: details.country });
  await country.click();
  await page.keyboard.type('nether');
  await expect(page.getByRole('option', { name: 'Netherlands (+31)' })).toBeVisible();
  await country.fill('+31');
  await page.getByRole('option', { name: 'Netherlands (+31)' }).click();
  await phone.fill('12');
  await next();
  await expect(dialog().getByText(details.phoneWrong)).toBeVisible();
  await expect(phone).toBeFocused();
  await phone.fill('010 555 0142');
});

test('without any group the step leads to where groups are made, and keeps what was typed', async () => {
  await next();
  await expect(dialog().getByText(groups.none, { exact: true })).toBeVisible();
  await next();
  await expect(dialog().getByText(wizard.stepOf(2, 3))).toBeVisible();
  await button(groups.toGroups).click();
  await gone();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/groups');
  for (let i = 1; i <= 120; i++) await callCore(page, 'groups.create', { organizationId, name: `Shift ${i}` });
  await callCore(page, 'groups.create', { organizationId, name: 'Zollabfertigung Süd' });
});

test('one of many groups is found by searching, and at least one is needed', async () => {
  await open();
  await expect(field(details.lastName)).toHaveValue('Rahman');
  await next();
  const search = field(groups.search(121));
  await expect(search).toBeFocused();
  await next();
  await expect(dialog().getByText(groups.needed)).toBeVisible();
  await search.fill('zollabfertigung sud');
  await expect(dialog().getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog().getByText(groups.needed)).toHaveCount(0);
  await expect(dialog().getByRole('button', { name: groups.remove('Zollabfertigung Süd') })).toBeVisible();

  await expect(search).toHaveValue('');
  await page.keyboard.press('ArrowDown');
  await expect(dialog().getByRole('listbox', { name: groups.list })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await dialog().getByLabel(groups.onlySelected(3)).check();
  await expect(dialog().getByRole('option')).toHaveCount(3);
  await dialog()
    .getByRole('button', { name: groups.remove('Shift 1') })
    .click();
  await expect(dialog().getByRole('option')).toHaveCount(2);
});

test('going back and forth keeps everything; closing asks first', async () => {
  await button(wizard.back).click();
  await expect(field(details.phone)).toHaveValue('010 555 0142');
  await dialog().getByRole('combobox', { name: invitations.fields.language }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await next();
  await expect(dialog().getByText(groups.onlySelected(2))).toBeVisible();
  const question = page.getByRole('dialog', { name: wizard.leave.title });
  await page.keyboard.press('Escape');
  await expect(question.getByRole('button', { name: invitations.leave.stay })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  await next();
  const facts = [
    /Aisha Rahman/,
    /aisha\.rahman@example\.org/,
    /\+31 10 555 0142/,
    /Zollabfertigung Süd/,
    /Member/,
    /Deutsch/,
  ];
  for (const fact of facts) await expect(dialog().locator('dd').filter({ hasText: fact }).first()).toBeVisible();
  await expect(dialog().getByText(overview.life(common.lives[72]))).toBeVisible();
  await dialog()
    .getByRole('button', { name: wizard.changeThis(overview.details) })
    .click();
  await expect(field(details.firstName)).toHaveValue('Aisha');
  await dialog().getByRole('button', { name: wizard.steps.overview }).click();
  await expect(button(wizard.add)).toBeFocused();
});

test('without a free seat nobody is added, the reason is given and everything stays typed', async () => {
  await callCore(page, 'organizations.update', { organizationId, seatLimit: 1 });
  await expect(dialog().getByText(overview.noSeat).first()).toBeVisible();
  await expect(button(wizard.add)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  expect(await find('rahman')).toHaveLength(0);
  await callCore(page, 'organizations.update', { organizationId, seatLimit: 5 });
  await expect(dialog().getByText(overview.seatOf(4))).toBeVisible();
});

test('Add invites once, offers a link that works, and leads to the details', async () => {
  await button(wizard.add).click();
  await expect(dialog().getByText(added.title('Aisha Rahman'))).toBeVisible();
  await expect(dialog().getByText(added.waits('aisha.rahman@example.org'))).toBeVisible();
  await expect(dialog().getByText(added.spam[1], { exact: true })).toBeVisible();
  await expect(dialog().getByText(added.spam[3], { exact: true })).toBeVisible();
  const [row, ...others] = await find('rahman');
  expect(others).toEqual([]);
  expect(row).toMatchObject({ name: 'Aisha Rahman', status: 'pending', kind: 'user' });
  expect(row?.groups.map(({ name }) => name).sort()).toEqual(['Shift 99', 'Zollabfertigung Süd']);
  expect(row?.roles.map(({ name }) => name)).toEqual(['Member']);
  const { rows: mails } = await callCore<OutputOf<'outbox.list'>>(page, 'outbox.list', {
    organizationId,
    search: 'aisha',
  });
  const mail = await callCore<OutputOf<'outbox.show'>>(page, 'outbox.show', { organizationId, id: mails[0]?.id });
  expect(mail.subject).toContain('lädt Sie zu Example Logistics ein');

  await button(added.copyLink).click();
  await expect(page.getByText(new RegExp(`^${invitations.result.copied}`))).toBeVisible();
  const link = await clipboardText(running);
  const about = await page.evaluate(() => window.gatehouse.desktop.about());
  expect(link.startsWith(about.portalUrl ?? 'no portal')).toBe(true);
  const title = await inBrowser(link, (portal) => portal.getByRole('heading', { level: 1 }).innerText());
  expect(title).toBe(words.portal.join.title('Example Logistics'));
  await closeToasts(page);

  await expect(button(common.close).last()).toBeVisible();
  await button(added.view).click();
  await gone();
  await expect(heading('Aisha Rahman')).toBeVisible();
  await expect(page.getByText('+31 10 555 0142')).toBeVisible();
});

test('an inbox agent is added without role and seat; the wizard begins and ends empty', async () => {
  await open();
  await expect(field(details.firstName)).toHaveValue('');
  await field(details.firstName).fill('Ida');
  await field(details.lastName).fill('Inbox');
  await email().fill('ida@example.org');
  await dialog().getByText(details.kinds['inbox-agent'], { exact: true }).click();
  await expect(dialog().getByText(details.kindHint)).toBeVisible();
  await expect(dialog().getByText(invitations.fields.roles)).toHaveCount(0);
  await next();
  await dialog()
    .getByRole('option', { name: /^Shift 1\b/ })
    .first()
    .click();
  await next();
  await expect(dialog().getByText(overview.seatNone)).toBeVisible();
  // where nothing is sent at the moment, nothing is said to be on its way
  await callCore(page, 'mail.save', {
    organizationId,
    ...{ host: 'smtp.example.test', port: 587, security: 'starttls', sender: 'it@example.com' },
  });
  await callCore(page, 'outbox.pause', { organizationId });
  await expect(dialog().getByText(overview.held('ida@example.org'))).toBeVisible();
  await button(wizard.add).click();
  await expect(dialog().getByText(added.title('Ida Inbox'))).toBeVisible();
  await expect(dialog().getByText(added.held('ida@example.org'))).toBeVisible();
  const [row] = await find('ida@example.org', ['inbox-agent']);
  expect(row).toMatchObject({ kind: 'inbox-agent', roles: [] });
  await button(added.another).click();
  await expect(field(details.firstName)).toHaveValue('');
  await page.keyboard.press('Escape');
  await gone();
  await goTo(page, '/pending');
  await page.getByRole('row').filter({ hasText: 'Ida Inbox' }).focus();
  await page.keyboard.press('r');
  await expect(page.getByText(words.users.done.reinvited('Ida Inbox', true))).toBeVisible();
});

import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { accept } from './support/accept.ts';
import { check, scan } from './support/accessible.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { callCore, closeToasts, createOrganization, expectOff, goTo, owner, signIn, words } from './support/steps.ts';

const { organizations: say, desktop, users } = words;
const first = 'Example Logistics';
const second = 'Brightwater Audit';
/** In everything of the first organization, and nothing of the second. */
const word = 'Rotterdam';

let folder: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
let page: Page;

const start = async () => {
  running = await startApp(path.join(folder.folder, 'profile'));
  ({ page } = running);
};
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = temporaryFolder();
  await start();
  await createOrganization(page, first);
});
test.afterAll(async () => {
  await running.close();
  folder.remove();
});

const switcher = (name: string) =>
  page.getByRole('button', { name: `${desktop.navigation.organization}: ${name}`, exact: true });
const openMenu = async (name: string) => {
  await switcher(name).click();
  await expect(page.getByRole('menu')).toBeVisible();
};
const entry = (name: string) => page.getByRole('menuitemradio', { name });
const switchTo = async (from: string, to: string) => {
  await openMenu(from);
  await entry(to).click();
  await expect(switcher(to)).toBeVisible();
};
const places = async () =>
  (await callCore<{ places: { id: number; name: string }[] }>(page, 'session.state', {})).places;
const idOf = async (name: string) => (await places()).find((place) => place.name === name)?.id ?? 0;

/** Notes what the window shows of the first organization, even for a moment, while it says that it shows the second. */
const watch = () =>
  page.evaluate(
    ([sought, shown]) => {
      const seen = { looks: 0, sightings: [] as string[] };
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (!document.querySelector(`button[title="${shown}"]`)) return;
        seen.looks += 1;
        if (document.body.innerText.includes(sought)) seen.sightings.push(location.hash);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    },
    [word, second] as const,
  );
async function sightings(): Promise<string[]> {
  const seen = await page.evaluate(() => (window as unknown as { seen: { looks: number; sightings: string[] } }).seen);
  expect(seen.looks).toBeGreaterThan(0);
  return seen.sightings;
}

test('the first organization is filled: a person, a team, a role, a product, a view, mail', async () => {
  const organizationId = await idOf(first);
  for (const kind of ['teams', 'groups', 'products', 'lines'])
    await callCore(page, `${kind}.create`, { organizationId, name: `${word} ${kind}` });
  await callCore(page, 'roles.create', { organizationId, name: `${word} role`, permissions: ['users:read'] });
  const sent = (kind: string, roles: string[]) =>
    callCore(page, 'invitations.send', {
      organizationId,
      kind,
      entries: [{ email: `${kind}@rotterdam.test`, name: `${word} ${kind}`, roles, teams: [`${word} teams`] }],
    });
  await sent('user', ['Member']);
  await sent('inbox-agent', []);
  await callCore(page, 'guests.invite', { organizationId, emails: ['Rotterdam.guest@example.org'] });
  await callCore(page, 'views.save', { organizationId, name: `${word} view`, query: { filter: {} } });
  await expect(page.getByText(`${word} user`)).toBeVisible();
});

test('a new organization is refused a taken name at its field, and opens with a page that explains how to begin', async () => {
  await openMenu(first);
  await expect(entry(first)).toHaveAttribute('aria-checked', 'true');
  await scan(page, 'menu of organizations');
  await page.getByRole('menuitem', { name: say.add.action }).click();
  const dialog = page.getByRole('dialog', { name: say.add.title });
  const name = dialog.getByRole('textbox', { name: say.create.name });
  await expect(name).toBeFocused();
  const zone = dialog.getByRole('combobox', { name: say.create.timeZone });
  await expect(zone).toHaveValue(/^Europe\/Amsterdam/);
  await dialog.getByRole('button', { name: say.create.submit }).click();
  await expect(dialog.getByText(words.errors.issues.empty ?? '', { exact: true })).toBeVisible();
  await name.fill(first.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(
    dialog.getByText(words.errors.table['already-exists']({ what: 'organization', name: first.toLowerCase() })),
  ).toBeVisible();
  await expect(name).toHaveValue(first.toLowerCase());
  await expect(name).toBeFocused();
  await check(running, 'new organization');
  await page.emulateMedia({ colorScheme: 'light' });
  await name.fill(second);
  await page.keyboard.press('Enter');
  await expect(switcher(second)).toBeVisible();
  await expect(page.getByText(say.add.done(second))).toBeVisible();
  await expect(page.getByRole('heading', { name: users.empty.title })).toBeVisible();
  await expect(page.getByText(users.empty.pasteText)).toBeVisible();
  await expect(page.locator('#content')).toBeFocused();
  const organizationId = await idOf(second);
  expect(await callCore(page, 'organizations.get', { organizationId })).toMatchObject({ timeZone: 'Europe/Amsterdam' });
});

test('people are invited there at once, and the first organization does not show them', async () => {
  await page.keyboard.press('Control+i');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('ana@brightwater.test');
  const send = dialog.getByRole('button', { name: words.invitations.send.action(1) });
  await send.click();
  // while it is sent, Escape closes nothing
  await expect(dialog.getByRole('heading', { name: words.invitations.result.title(1) })).toBeVisible();
  await expect(send).toHaveCount(0);
  await expect(dialog.getByText('ana@brightwater.test').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'ana@brightwater.test' })).toBeVisible();
  await closeToasts(page);
  await switchTo(second, first);
  await expect(page.getByText(`${word} user`)).toBeVisible();
  await expect(page.getByText('ana@brightwater.test')).toHaveCount(0);
});

test('no page of the rail shows anything of the other organization, not even for a moment', async () => {
  const list = ['/overview', '/users', '/pending', '/guests', '/inbox-agents', '/teams', '/groups', '/roles'];
  for (const place of [...list, '/outbox', '/audit', '/settings', '/settings/products']) {
    // a place that has been read is cached, and would be there in no time
    await goTo(page, place);
    const shows = place !== '/overview' && place !== '/settings';
    if (shows)
      await expect(
        page
          .getByRole('main')
          .getByText(/rotterdam/i)
          .first(),
      ).toBeVisible();
    await openMenu(first);
    await watch();
    await entry(second).click();
    await expect(switcher(second)).toBeVisible();
    await expect(page).toHaveURL(
      new RegExp(`#${place === '/settings/products' ? '/settings' : place}(/organization)?$`),
    );
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
    await expect(page.getByText(/rotterdam/i)).toHaveCount(0);
    expect(await sightings(), place).toEqual([]);
    await switchTo(second, first);
  }
});

test('search, selection and views stay behind, and Back to a person of the other one finds nobody', async () => {
  await goTo(page, '/users?q=rotterdam');
  const row = page.getByRole('row').filter({ hasText: 'user@rotterdam.test' });
  await row.getByRole('checkbox').check();
  await expect(page.getByText(`${word} view`)).toBeVisible();
  await row
    .getByRole('button', { name: `${word} user` })
    .or(row.getByRole('link'))
    .first()
    .click();
  await expect(page.getByRole('heading', { name: `${word} user`, level: 1 })).toBeVisible();
  await switchTo(first, second);
  await expect(page.getByRole('row').filter({ hasText: 'ana@brightwater.test' })).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await watch();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByText(words.user.unknown.title)).toBeVisible();
  expect(await sightings()).toEqual([]);
});

test('unsaved changes are asked about, and a restart comes back to the organization', async () => {
  await goTo(page, '/settings');
  const contact = page.getByRole('textbox', { name: words.settings.organization.contact });
  await contact.fill('help@example.com');
  await openMenu(second);
  await entry(first).click();
  const question = page.getByRole('dialog', { name: words.settings.leave.title });
  await question.getByRole('button', { name: words.settings.leave.stay }).click();
  await expect(switcher(second)).toBeVisible();
  await expect(contact).toHaveValue('help@example.com');
  await openMenu(second);
  await entry(first).click();
  await question.getByRole('button', { name: words.settings.leave.discard }).click();
  await expect(switcher(first)).toBeVisible();
  await expect(question).toHaveCount(0);
  await switchTo(first, second);
  await running.close();
  await start();
  await signIn(page);
  await expect(switcher(second)).toBeVisible();
});

test('by keyboard: G W opens the menu, arrows choose, and the help lists the keys', async () => {
  await goTo(page, '/users');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: words.help.title });
  await help.getByRole('button', { name: words.help.pages.shortcuts }).click();
  await expect(help.getByText(words.help.keys.organization)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await expect(page.getByRole('menu')).toBeVisible();
  for (let i = 0; i < 4 && !(await entry(first).evaluate((e) => e === document.activeElement)); i++)
    await page.keyboard.press('ArrowDown');
  await expect(entry(first)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(switcher(first)).toBeVisible();
  await expect(page.locator('#content')).toBeFocused();
});

test('renaming keeps the organization on screen, whatever its place in the order', async () => {
  await openMenu(first);
  await page.getByRole('menuitem', { name: say.rename.action }).click();
  const dialog = page.getByRole('dialog', { name: say.rename.title });
  const name = dialog.getByRole('textbox', { name: say.create.name });
  await expect(name).toHaveValue(first);
  await name.fill(second.toUpperCase());
  // what is typed stays when somebody else renames it meanwhile
  const organizationId = await idOf(first);
  await callCore(page, 'organizations.update', { organizationId, name: 'Meanwhile Ltd' });
  await expect(page.getByTitle('Meanwhile Ltd', { exact: true })).toBeAttached();
  await expect(name).toHaveValue(second.toUpperCase());
  await dialog.getByRole('button', { name: say.rename.confirm }).click();
  await expect(dialog.getByText(/already/)).toBeVisible();
  const long = 'Zeeland and Rotterdam Harbour Logistics, Cold Storage and Customs Services International';
  await name.fill(long);
  await dialog.getByRole('button', { name: say.rename.confirm }).click();
  await expect(switcher(long)).toBeVisible();
  await expect(switcher(long)).toHaveAttribute('title', long);
  expect((await places()).map((place) => place.name)).toEqual([second, long]);
  await closeToasts(page);
  await openMenu(long);
  await scan(page, 'menu with a long name');
  await page.keyboard.press('Escape');
  await callCore(page, 'organizations.update', { organizationId: await idOf(long), name: first });
});

test('somebody who owns no organization finds adding and renaming off, with the reason', async () => {
  const organizationId = await idOf(first);
  const entries = [{ email: 'audrey@example.com', name: 'Audrey Auditor', roles: ['Auditor'] }];
  const { invited } = await callCore<{ invited: { membershipId: number }[] }>(page, 'invitations.send', {
    organizationId,
    entries,
  });
  const membershipId = invited[0]?.membershipId;
  const { link } = await callCore<{ link: string }>(page, 'invitations.copyLink', { organizationId, membershipId });
  await accept(link, 'Audrey', 'Auditor', owner.password);
  await callCore(page, 'session.signOut', {});
  await page.reload();
  await page.getByLabel(words.session.signIn.email).fill('audrey@example.com');
  await page.getByRole('textbox', { name: words.session.signIn.password }).fill(owner.password);
  await page.getByRole('button', { name: words.session.signIn.submit }).click();
  await openMenu(first);
  await expect(page.getByRole('menuitemradio')).toHaveCount(1);
  await expectOff(page, page.getByRole('menuitem', { name: say.add.action }), say.add.ownersOnly);
  const lacking = desktop.denied.item(words.errors.rights['settings:write']);
  await expectOff(page, page.getByRole('menuitem', { name: say.rename.action }), lacking);
});

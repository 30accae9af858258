import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { messagesIn } from '#contract/messages/index.ts';
import { type RunningApp, resize, startApp, temporaryFolder } from './support/app.ts';
import { englishOn } from './support/foreign-words.ts';
import { look } from './support/look.ts';
import { startMailServer } from './support/mail-server.ts';
import {
  callCore,
  createOrganization,
  words as en,
  fillMail,
  goTo,
  organizationIdOf,
  owner,
  saveSettings,
} from './support/steps.ts';
import { withOrganization } from './support/with-organization.ts';

const de = messagesIn('de');
const { navigation, account, header, menu } = de.desktop;

/** Names of built-in roles are data: the organization was founded in English. */
const data = Object.values(en.common.roles);

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

/** Chooses a language, reading the one that the window speaks now. */
async function choose(page: Page, say: typeof en, name: string): Promise<void> {
  await goTo(page, '/profile');
  await page.getByRole('combobox', { name: say.profile.thisComputer.language }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

/** The labels of the native menu. */
const menuOf = ({ app }: RunningApp) =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((item) => [
      item.label,
      ...(item.submenu?.items ?? []).filter((inner) => inner.type !== 'separator').map((inner) => inner.label),
    ]),
  );

/** Buttons whose words do not fit into them. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], a[href]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .flatMap((control) => {
        const inner = [control, ...control.querySelectorAll<HTMLElement>('.mantine-Button-label, span')];
        // names that people gave may be as long as they like
        const cut = inner.some(
          (part) =>
            part.scrollWidth > part.clientWidth + 1 &&
            part.clientWidth > 1 &&
            getComputedStyle(part).overflowX === 'hidden' &&
            // what is only drawn is told in words beside
            !part.matches('.gh-ellipsis, .gh-hidden, [aria-hidden="true"]'),
        );
        return cut ? [control.outerHTML.slice(0, 200)] : [];
      }),
  );

async function fill(page: Page): Promise<{ organizationId: number; person: number }> {
  const organizationId = await organizationIdOf(page);
  // what mails say is in the language of the organization
  await callCore(page, 'organizations.update', { organizationId, language: 'de' });
  for (const name of ['Nachtdienst', 'Rotterdam']) await callCore(page, 'teams.create', { organizationId, name });
  await callCore(page, 'groups.create', { organizationId, name: 'Lager' });
  const { invited } = await callCore<{ invited: { membershipId: number }[] }>(page, 'invitations.send', {
    organizationId,
    entries: ['ana', 'jon', 'kim'].map((name) => ({
      email: `${name}@example.org`,
      name: `${name} Beispiel`,
      roles: ['Member', 'Auditor'],
      teams: ['Rotterdam'],
    })),
  });
  await callCore(page, 'guests.invite', { organizationId, emails: ['gast@partner.example'] });
  await callCore(page, 'invitations.reinvite', { organizationId, membershipId: invited[0]?.membershipId });
  return { organizationId, person: invited[0]?.membershipId ?? 0 };
}

test('the window speaks German on every page, keeps its place and session, and remembers the language', async () => {
  test.setTimeout(420_000);
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    const { page } = running;
    await createOrganization(page, 'Example Logistics');
    expect(await languageOf(page)).toBe('en');
    const { person } = await fill(page);

    // what is not saved is asked about, and staying keeps the language
    await goTo(page, '/profile');
    await page.getByLabel(en.profile.firstName).fill('Olivia');
    await choose(page, en, 'Deutsch');
    const leave = page.getByRole('dialog', { name: en.settings.leave.title });
    await leave.getByRole('button', { name: en.settings.leave.stay }).click();
    await expect(page.getByLabel(en.profile.firstName)).toHaveValue('Olivia');
    expect(await languageOf(page)).toBe('en');
    await page.getByRole('button', { name: en.settings.undo }).click();

    await choose(page, en, 'Deutsch');
    await expect(page.getByRole('heading', { name: de.profile.title, level: 1 })).toBeVisible();
    expect(await languageOf(page)).toBe('de');
    expect(await menuOf(running)).toEqual(expect.arrayContaining([menu.file, menu.edit, menu.copy, menu.zoomIn]));

    const rail = page.getByRole('navigation', { name: navigation.label, exact: true });
    const seen = async (name: string) => {
      await look(running, `de-${name}`);
      expect(await languageOf(page), name).toBe('de');
      expect(await englishOn(page, 'de', data), name).toEqual([]);
      expect(await cutOff(page), name).toEqual([]);
      await resize(running, 900, 600);
      expect(await cutOff(page), `${name} at 900`).toEqual([]);
      await resize(running, 1280, 800);
    };
    for (const [label, title, name] of [
      [navigation.overview, de.overview.title, 'overview'],
      [navigation.users, de.users.title, 'users'],
      [navigation.pending, navigation.pending, 'pending'],
      [navigation.guests, navigation.guests, 'guests'],
      [navigation.agents, navigation.agents, 'agents'],
      [navigation.teams, de.structure.titles.teams, 'teams'],
      [navigation.groups, de.structure.titles.groups, 'groups'],
      [navigation.roles, de.roles.title, 'roles'],
      [navigation.outbox, de.outbox.page.title, 'outbox'],
      [navigation.audit, de.audit.title, 'audit'],
    ] as const) {
      await rail.getByRole('link', { name: label }).first().click();
      await expect(page.getByRole('heading', { name: title, level: 1, exact: true })).toBeVisible();
      await seen(name);
    }
    for (const [name, label] of Object.entries(de.settings.pages)) {
      await goTo(page, `/settings/${name}`);
      // Wording opens its first mail
      const title = name === 'wording' ? de.wording.kinds.invitation.name : label;
      await expect(page.getByRole('heading', { name: title, level: 2, exact: true })).toBeVisible();
      await seen(`settings-${name}`);
    }
    await goTo(page, `/users/${person}`);
    await expect(page.getByRole('heading', { name: 'ana Beispiel', level: 1 })).toBeVisible();
    await seen('user');
    await goTo(page, '/profile');
    await seen('profile');

    await goTo(page, '/users');
    await page.getByRole('button', { name: de.users.add.more }).click();
    await expect(page.getByRole('menuitem', { name: de.users.add.wizard })).toBeVisible();
    await page.getByRole('menuitem', { name: de.users.add.paste }).click();
    const invite = page.getByRole('dialog', { name: de.invitations.title });
    await invite
      .getByRole('textbox', { name: de.invitations.paste.box })
      .fill('neu@example.org\nkaputt\nana@example.org');
    await expect(invite.getByText(de.invitations.verdicts.refused(de.addresses.problems['no-at']))).toBeVisible();
    await seen('invite');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: de.invitations.leave.discard }).click();
    await page.getByRole('button', { name: header.account }).click();
    await expect(page.getByRole('menuitem', { name: account.shortcuts })).toBeVisible();
    await page.getByRole('menuitem', { name: account.shortcuts }).click();
    await expect(page.getByRole('dialog', { name: de.help.title })).toBeVisible();
    await seen('help');
    await page.keyboard.press('Escape');

    await running.close();
    running = await startApp(profile);
    await expect(running.page.getByRole('heading', { name: de.session.signIn.title })).toBeVisible();
    expect(await languageOf(running.page)).toBe('de');
    expect(await englishOn(running.page, 'de')).toEqual([]);
  } finally {
    await running.close();
    remove();
  }
});

test('the window begins in the language of the system', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), [], 'de_DE.UTF-8');
  try {
    await expect(running.page.getByRole('heading', { name: de.organizations.create.title })).toBeVisible();
    expect(await languageOf(running.page)).toBe('de');
    expect(await englishOn(running.page, 'de')).toEqual([]);
    await look(running, 'de-first-start');
  } finally {
    await running.close();
    remove();
  }
});

test('the first start and the sign-in offer the other language, and ask before dropping what is typed', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    const { page } = running;
    const name = page.getByRole('textbox', { name: en.organizations.create.name });
    const language = (say: typeof en, own: string) =>
      page
        .getByRole('group', { name: say.profile.thisComputer.language })
        .getByRole('button', { name: own, exact: true });
    await expect(name).toBeFocused();
    await expect(language(en, 'English')).toHaveAttribute('aria-pressed', 'true');
    await look(running, 'first-start-language');
    await name.fill('Example Logistics');
    await language(en, 'Deutsch').click();
    const leave = page.getByRole('dialog', { name: en.settings.leave.title });
    await expect(leave.getByRole('button', { name: en.settings.leave.stay })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(leave).toHaveCount(0);
    await expect(name).toHaveValue('Example Logistics');
    expect(await languageOf(page)).toBe('en');

    // with nothing typed nothing is asked; it is one step back from the first field
    await name.fill('');
    await name.focus();
    await page.keyboard.press('Shift+Tab');
    await expect(language(en, 'Deutsch')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: de.organizations.create.title })).toBeVisible();
    expect(await languageOf(page)).toBe('de');
    expect(await englishOn(page, 'de', ['English'])).toEqual([]);
    await expect(language(de, 'Deutsch')).toHaveAttribute('aria-pressed', 'true');
    expect(await cutOff(page)).toEqual([]);

    // the organization that is founded speaks it too, and the window when it opens again
    const { create } = de.organizations;
    await page.getByRole('textbox', { name: create.name }).fill('Beispiel Logistik');
    await page.getByRole('textbox', { name: create.ownerName, exact: true }).fill(owner.name);
    await page.getByRole('textbox', { name: create.email }).fill(owner.email);
    await page.getByRole('textbox', { name: create.password }).fill(owner.password);
    await page.getByRole('button', { name: create.submit }).click();
    await expect(page.getByRole('heading', { name: de.recovery.keep.title })).toBeVisible();
    const { places } = await callCore<{ places: { language: string }[] }>(page, 'session.state', {});
    expect(places).toMatchObject([{ language: 'de' }]);
    await running.close();

    running = await startApp(profile);
    const again = running.page;
    await expect(again.getByRole('heading', { name: de.session.signIn.title })).toBeVisible();
    await look(running, 'sign-in-language');
    await again.getByRole('button', { name: 'English', exact: true }).click();
    await expect(again.getByRole('heading', { name: en.session.signIn.title })).toBeVisible();
    expect(await languageOf(again)).toBe('en');
  } finally {
    await running.close();
    remove();
  }
});

test('invitations are mailed in the language of the organization, or in the one that is chosen for them', async () => {
  const server = await startMailServer();
  try {
    await withOrganization(async ({ page }) => {
      await fillMail(page, server.port);
      await saveSettings(page);
      await goTo(page, '/settings/organization');
      await page.getByRole('combobox', { name: en.settings.organization.language }).click();
      await page.getByRole('option', { name: 'Deutsch' }).click();
      await saveSettings(page);

      const invite = async (email: string, language?: string) => {
        await goTo(page, '/users');
        await page.getByRole('button', { name: en.users.add.more }).click();
        await page.getByRole('menuitem', { name: en.users.add.paste }).click();
        const dialog = page.getByRole('dialog', { name: en.invitations.title });
        const choice = dialog.getByRole('combobox', { name: en.invitations.fields.language });
        await expect(choice).toHaveValue(en.invitations.life.organization('Deutsch'));
        if (language) {
          await choice.click();
          await page.getByRole('option', { name: language, exact: true }).click();
        }
        await dialog.getByRole('textbox', { name: en.invitations.paste.box }).fill(email);
        await dialog.getByRole('button', { name: en.invitations.send.action(1) }).click();
        await expect(page.getByRole('dialog', { name: en.invitations.result.title(1) })).toBeVisible();
        await page.keyboard.press('Escape');
        const mail = () => server.received.find(({ to }) => to === email)?.mail;
        await expect.poll(mail, { timeout: 20_000 }).toBeDefined();
        return mail();
      };
      const german = await invite('ana@example.org');
      expect(german?.subject).toBe(`${owner.name} lädt Sie zu Example Logistics ein`);
      expect(german?.text).toContain(de.mail.letters.links.invitation.openLink);
      const english = await invite('jon@example.org', 'English');
      expect(english?.subject).toBe(`${owner.name} invites you to Example Logistics`);
    });
  } finally {
    await server.close();
  }
});

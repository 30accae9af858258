import { expect, type Page, test } from '@playwright/test';
import type { UserRow } from '#contract/users.ts';
import type { UserStatus } from '#contract/vocabulary/user-filter.ts';
import { resize } from '../e2e/support/app.ts';
import { type MailServer, startMailServer } from '../e2e/support/mail-server.ts';
import {
  callCore,
  closeToasts,
  createOrganization,
  fillMail,
  goTo,
  organizationIdOf,
  saveSettings,
  words,
} from '../e2e/support/steps.ts';
import { hideLinks, picture, shine } from './picture.ts';
import { least, usual, withApp } from './with-app.ts';

const { invitations: invite } = words;

async function peopleWho(page: Page, status: UserStatus): Promise<readonly UserRow[]> {
  const organizationId = await organizationIdOf(page);
  return (await callCore<{ rows: UserRow[] }>(page, 'users.list', { organizationId, statuses: [status] })).rows;
}

/** A list with every verdict. */
async function everyVerdict(page: Page): Promise<string> {
  const [member] = await peopleWho(page, 'active');
  const [invited] = await peopleWho(page, 'pending');
  const [expired] = await peopleWho(page, 'expired');
  if (!member || !invited || !expired) throw new Error('the demo lacks somebody');
  return [
    'Ana Lima <ana.lima@halden.example.com>; Jonas Weber <jonas.weber@halden.example.com>',
    '"Berg, Astrid" <astrid.berg@halden.example.com>',
    `${member.name} <${member.email}>`,
    'mailto:kwame.mensah@nordkai.example.org',
    'Lucía Ferreira (Reefer control) <lucia.ferreira@halden.example.com>',
    invited.email,
    'Ana.Lima@halden.example.com',
    'sven.dahl@gmail.com',
    'ivan.petrov@halden..example.com',
    'Noor Aydın\tnoor.aydin@halden.example.com',
    expired.email,
    'bob@',
    'hana.kovar@osterhus.test, elif.demir@osterhus.test',
    'fatou.diallo@b\u0443rcher.example.org',
    'Greta Lindqvist <greta.lindqvist@halden.example.com>',
  ].join('\n');
}

test('the demo: users, inviting, the outbox, the caught mail and the help', async () => {
  await withApp(['--demo'], async (running) => {
    const { page } = running;
    const row = page.getByRole('row').nth(1);
    await expect(row).toBeVisible();
    await expect(page.getByText(/^1–50 of/)).toBeVisible();
    await picture(page, 'users-light');
    await shine(page, 'dark');
    await goTo(page, '/users?view=pending');
    await expect(page.getByRole('tab', { name: /^Pending/, selected: true })).toBeVisible();
    await expect(page.getByText(/^1–50 of \d\d$/)).toBeVisible();
    await picture(page, 'users-dark');
    await resize(running, ...least);
    await picture(page, 'users-narrow-dark');
    await resize(running, ...usual);
    await shine(page, 'light');

    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: words.users.add.button, exact: true }).click();
    const email = (n: number) => dialog.getByLabel(invite.fields.ofRow(invite.fields.email, n));
    const people = [
      ['ana.lima@halden.example.com', 'Ana Lima'],
      ['jonas.weber@halden.example.com', 'Jonas Weber'],
      ['sven.dahl@gmail.com', 'Sven Dahl'],
    ] as const;
    for (const [i, [address, name]] of people.entries()) {
      if (i > 0) await dialog.getByRole('button', { name: invite.rows.add, exact: true }).click();
      await email(i + 1).fill(address);
      await dialog.getByLabel(invite.fields.ofRow(invite.fields.name, i + 1)).fill(name);
    }
    await dialog.getByRole('combobox', { name: invite.fields.ofRow(invite.fields.teams, 2) }).click();
    await page.getByRole('option', { name: 'Night shift' }).click();
    await dialog.getByText(invite.title, { exact: true }).click();
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(dialog.getByText(invite.facts.new(2))).toBeVisible();
    await picture(page, 'invite-rows-light');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: invite.leave.discard, exact: true }).click();
    await expect(dialog).toHaveCount(0);

    await page.keyboard.press('Control+i');
    const box = dialog.getByRole('textbox', { name: invite.paste.box });
    await box.fill(await everyVerdict(page));
    await expect(dialog.getByText(invite.paste.checking, { exact: true })).toHaveCount(0);
    await expect(dialog.getByText(invite.verdicts.mixedScript)).toBeVisible();
    await picture(page, 'invite-paste-light');
    await shine(page, 'dark');
    await resize(running, ...least);
    await picture(page, 'invite-paste-narrow-dark');
    await resize(running, ...usual);
    await shine(page, 'light');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('heading', { name: /invited$/, level: 2 })).toBeVisible();
    await expect(dialog.getByText(/^\d+ mails sent\./)).toBeVisible({ timeout: 30_000 });
    await picture(page, 'invite-result-light');
    await dialog.getByRole('button', { name: words.common.done, exact: true }).click();

    await goTo(page, '/demo');
    await page.getByRole('button', { name: /ana\.lima/ }).click();
    await expect(page.frameLocator('iframe').getByText('Ana Lima')).toBeVisible();
    await hideLinks(page);
    await expect(page.frameLocator('iframe').getByText('/i/…')).toBeVisible();
    await closeToasts(page);
    await picture(page, 'demo-mail-light');

    await goTo(page, '/outbox');
    await expect(page.getByText(/^1–50 of/)).toBeVisible();
    const troubled = page.getByRole('row').filter({ hasText: '550' }).first();
    await troubled.click();
    await expect(page.getByRole('article')).toContainText('550');
    await picture(page, 'outbox-light');

    await goTo(page, '/users');
    await page.getByRole('button', { name: words.desktop.header.help }).click();
    await expect(page.getByRole('dialog', { name: words.help.title })).toBeVisible();
    await picture(page, 'help-light');
  });
});

test('the demo: overview, a user, reinviting many at once, roles, teams, seats and the wizard', async () => {
  await withApp(['--demo'], async (running) => {
    const { page } = running;
    const title = (name: string) => page.getByRole('heading', { name, level: 1, exact: true });
    await goTo(page, '/overview');
    await expect(title(words.overview.title)).toBeVisible();
    await expect(
      page.getByRole('heading', { name: new RegExp(`^${words.overview.attention}`), level: 2 }),
    ).toBeVisible();
    await expect(page.getByText(/could not be delivered/)).toBeVisible();
    await picture(page, 'overview-light');

    const [pending] = await peopleWho(page, 'pending');
    if (!pending) throw new Error('the demo lacks somebody');
    await goTo(page, `/users/${pending.membershipId}`);
    await expect(title(pending.name)).toBeVisible();
    await expect(page.getByRole('heading', { name: words.user.activity.title, level: 2 })).toBeVisible();
    await picture(page, 'user-light');
    await shine(page, 'dark');
    await resize(running, ...least);
    await picture(page, 'user-narrow-dark');
    await resize(running, ...usual);
    await shine(page, 'light');

    await goTo(page, '/users?view=pending&sort=changed&desc=1');
    await expect(page.getByText(/^1–50 of \d\d$/)).toBeVisible();
    await page.locator('tbody tr').first().focus();
    await page.keyboard.press('Control+Shift+A');
    const selected = page.getByRole('region', { name: words.views.selection.label });
    await expect(selected).toBeVisible();
    await picture(page, 'users-selected-light');
    await selected.getByRole('button', { name: words.views.deeds.reinvite, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Reinvite/ }).click();
    await expect(dialog.getByRole('tab', { selected: true })).toBeVisible({ timeout: 30_000 });
    await expect(dialog.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
    await picture(page, 'job-light');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await closeToasts(page);

    for (const [place, name, file] of [
      ['/roles', words.roles.title, 'roles-light'],
      ['/teams', words.structure.titles.teams, 'teams-light'],
      ['/settings/licences', words.settings.title, 'settings-seats-light'],
    ] as const) {
      await goTo(page, place);
      await expect(title(name)).toBeVisible();
      await expect(page.getByText(/\d+ members?$|^\d+ of \d+$/).first()).toBeVisible();
      await picture(page, file);
    }

    await goTo(page, '/users');
    await page.getByRole('button', { name: words.users.add.more }).click();
    await page.getByRole('menuitem', { name: new RegExp(words.users.add.wizard) }).click();
    await dialog.getByRole('textbox', { name: words.wizard.details.firstName }).fill('Ana');
    await dialog.getByRole('textbox', { name: words.wizard.details.lastName }).fill('Lima');
    await dialog.getByRole('textbox', { name: words.wizard.details.email }).fill('ana.lima@halden.example.com');
    await picture(page, 'wizard-light');
  });
});

test('a new organization: the first start, and a mail server that refuses the login', async () => {
  const server: MailServer = await startMailServer();
  try {
    await withApp([], async (running) => {
      const { page } = running;
      await page.getByLabel(words.organizations.create.name).fill('Halden Marine Logistics');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ingrid Halvorsen');
      await page.getByLabel(words.organizations.create.email).fill('ingrid@halden.example.com');
      await page.getByRole('textbox', { name: 'Password' }).fill('nine boats leave at dawn');
      await picture(page, 'first-start-light');
      await createOrganization(page, 'Halden Marine Logistics');

      await fillMail(page, server.port, { password: 'not the right one' });
      await page.getByRole('button', { name: words.mail.settings.test, exact: true }).click();
      await expect(page.getByText(words.mail.settings.testFailed(words.mail.settings.steps.login))).toBeVisible();
      await page.getByText(words.mail.settings.advice.login).scrollIntoViewIfNeeded();
      await picture(page, 'settings-mail-light');
      await saveSettings(page);

      const organizationId = await organizationIdOf(page);
      const names = ['Ana Lima', 'Jonas Weber', 'Astrid Berg', 'Kwame Mensah', 'Elif Demir', 'Greta Lindqvist'];
      const entries = names.map((name) => ({
        name,
        email: `${name.toLowerCase().replace(' ', '.')}@halden.example.com`,
        roles: ['Member'],
      }));
      await callCore(page, 'invitations.send', { organizationId, entries });
      await goTo(page, '/outbox');
      await expect(page.getByRole('link', { name: words.desktop.banner.fix.login })).toBeVisible();
      await closeToasts(page);
      await picture(page, 'outbox-paused-light');
    });
  } finally {
    await server.close();
  }
});

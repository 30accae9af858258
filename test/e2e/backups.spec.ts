import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';
import { inBrowser } from './support/chromium.ts';
import { chooseThere, look } from './support/look.ts';
import { linkIn, startMailServer } from './support/mail-server.ts';
import {
  callCore,
  closeToasts,
  createOrganization,
  fillMail,
  goTo,
  organizationIdOf,
  saveSettings,
  signIn,
  words,
} from './support/steps.ts';

const say = words.backups;
const passphrase = 'a passphrase for backups';

const invite = async (page: Page, email: string) =>
  callCore(page, 'invitations.send', {
    organizationId: await organizationIdOf(page),
    entries: [{ email, name: 'Kim', roles: ['Member'] }],
  });
const rows = (page: Page) => page.getByRole('table', { name: say.table }).getByRole('row');
const dialogOf = (page: Page) => page.getByRole('dialog', { name: say.preview.title });

/** Types the word and waits until the restored workspace asks for the password. */
async function confirm(page: Page): Promise<void> {
  const dialog = dialogOf(page);
  const restore = dialog.getByRole('button', { name: say.preview.confirm, exact: true });
  const word = dialog.getByRole('textbox', { name: say.preview.type(say.preview.word) });
  if (await word.count()) {
    await expect(restore).toBeDisabled();
    await word.fill('restore');
  }
  await restore.click();
  await expect(page.getByRole('heading', { name: words.session.signIn.title })).toBeVisible({ timeout: 30_000 });
}

async function typePassphrase(page: Page): Promise<void> {
  const dialog = dialogOf(page);
  const field = dialog.getByRole('textbox', { name: say.preview.passphrase });
  await field.fill('not this passphrase');
  await dialog.getByRole('button', { name: say.preview.open }).click();
  await expect(dialog.getByText(words.errors.table['backup-passphrase-wrong']({}))).toBeVisible();
  await field.fill(passphrase);
  await field.press('Enter');
}

/** The sign-up page of an invitation that is open. */
const expectOpen = (link: string) =>
  inBrowser(link, (visitor) => expect(visitor.getByLabel(words.portal.firstName)).toBeVisible());

test('a backup is made, previewed and restored; its links stay valid and nothing is mailed twice, here and on a second computer', async () => {
  test.setTimeout(240_000);
  const { folder, remove } = temporaryFolder();
  const server = await startMailServer();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    const { page } = running;
    await createOrganization(page, 'Example Logistics');
    await fillMail(page, server.port);
    await saveSettings(page);
    await invite(page, 'ana@example.org');
    await expect.poll(() => server.received.length).toBe(1);
    const link = linkIn(server.received[0]?.mail ?? ({} as never));
    await expectOpen(link);

    await goTo(page, '/settings/backups');
    await expect(rows(page).filter({ hasText: say.kinds.daily })).toHaveCount(1); // by itself
    await look(running, 'backups');
    await page.getByRole('switch', { name: say.encrypt }).click();
    const typed = page.getByRole('textbox', { name: say.passphrase });
    await typed.fill('too short');
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(typed).toHaveAttribute('aria-invalid', 'true');
    await typed.fill(passphrase);
    await saveSettings(page);
    await expect(typed).toHaveValue('');
    await closeToasts(page);
    await page.getByRole('button', { name: say.make }).click();
    await expect(page.getByText(say.made(2))).toBeVisible();
    const made = rows(page).filter({ hasText: say.kinds['by-hand'] });
    await expect(made).toContainText(say.yes);
    const [name = ''] = readdirSync(path.join(profile, 'workspace', 'backups')).filter((f) => f.includes('by-hand'));
    await closeToasts(page);

    await invite(page, 'bo@example.org');
    await expect.poll(() => server.received.length).toBe(2);
    const dialog = dialogOf(page);
    const held = dialog.getByRole('table', { name: say.preview.table }).getByRole('row');
    // the answer about one that was left again is not shown for the next: it is encrypted, and opens more slowly
    await made.getByRole('button').click();
    await expect(dialog.getByText(say.preview.reading)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await rows(page).filter({ hasText: say.kinds.daily }).getByRole('button').click();
    await expect(dialog.getByText(say.preview.keys.fits)).toBeVisible();
    await callCore(page, 'backups.inspect', { file: { name } });
    await expect(dialog.getByText(say.preview.keys.fits)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    await made.getByRole('button').click();
    // the stored passphrase opens what is listed
    await expect(held.filter({ hasText: say.preview.inBackup })).toHaveText(/Example Logistics.*2\s*1\s*0$/);
    await expect(held.filter({ hasText: say.preview.now })).toHaveText(/3\s*2\s*0$/);
    await expect(dialog.getByText(say.preview.keys.inside)).toBeVisible();
    await look(running, 'backups-preview');
    await confirm(page);

    await signIn(page);
    await goTo(page, '/users');
    await expect(page.getByText('ana@example.org')).toBeVisible();
    await expect(page.getByText('bo@example.org')).toHaveCount(0);
    await expect(page.getByText(say.queueHint)).toBeVisible();
    await goTo(page, '/overview');
    await expect(page.getByText(say.queue)).toBeVisible();
    await expectOpen(link);
    await invite(page, 'cy@example.org');
    await goTo(page, '/outbox');
    await look(running, 'backups-paused');
    expect(server.received).toHaveLength(2);
    await page.getByRole('button', { name: words.outbox.page.resume }).click();
    await expect(page.getByText(say.queueHint)).toHaveCount(0);
    await expect
      .poll(() => server.received.map(({ to }) => to))
      .toEqual([...['ana@example.org', 'bo@example.org', 'cy@example.org']]);
    expect(readdirSync(path.join(profile, 'workspace')).filter((f) => f.startsWith('replaced-'))).toHaveLength(1);

    // the second computer: nothing but the file and the passphrase
    const brought = path.join(folder, name);
    renameSync(path.join(profile, 'workspace', 'backups', name), brought);
    await running.close();
    running = await startApp(path.join(folder, 'other'));
    const other = running.page;
    await chooseThere(running, brought);
    await other.getByRole('button', { name: say.firstStart }).click();
    const asked = dialogOf(other).getByRole('textbox', { name: say.preview.passphrase });
    await asked.fill('a part of it');
    // what is typed stays, even when the page behind is rendered again
    await other.getByLabel(words.organizations.create.name).fill('Example Retail');
    await expect(asked).toHaveValue('a part of it');
    await typePassphrase(other);
    await expect(dialogOf(other).getByText('Example Logistics')).toBeVisible();
    await confirm(other);
    await signIn(other);
    await goTo(other, '/users');
    await expect(other.getByText('ana@example.org')).toBeVisible();
    await expect(other.getByText(say.queueHint)).toBeVisible();
    await expectOpen(link);
    expect(server.received).toHaveLength(3);
  } finally {
    await running.close();
    await server.close();
    remove();
  }
});

test('when the database is damaged, the last good backup takes its place', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const workspace = path.join(profile, 'workspace');
  let running = await startApp(profile);
  try {
    await createOrganization(running.page, 'Example Logistics');
    await callCore(running.page, 'backups.make', {});
    await running.close();
    writeFileSync(path.join(workspace, 'gatehouse.sqlite'), 'This was a database once.');
    running = await startApp(profile);
    const { page } = running;
    await expect(page.getByText(say.damaged.text)).toBeVisible();
    await look(running, 'backups-damaged');
    await page.getByRole('button', { name: say.damaged.latest('').slice(0, 22) }).click();
    await expect(dialogOf(page).getByText('Example Logistics')).toBeVisible();
    await confirm(page);
    await signIn(page);
    const [kept = ''] = readdirSync(workspace).filter((f) => f.startsWith('replaced-'));
    expect(readdirSync(path.join(workspace, kept))).toContain('gatehouse.sqlite');
  } finally {
    await running.close();
    remove();
  }
});

test('a failed backup is reported on the overview and on its page until one succeeds', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const stick = path.join(folder, 'stick');
  mkdirSync(stick);
  let running = await startApp(profile);
  try {
    await createOrganization(running.page, 'Example Logistics');
    await chooseThere(running, stick);
    await goTo(running.page, '/settings/backups');
    await running.page.getByRole('button', { name: say.choose }).click();
    await expect(running.page.getByRole('textbox', { name: say.folder })).toHaveValue(stick);
    await saveSettings(running.page);
    await expect(rows(running.page).filter({ hasText: say.kinds.daily })).toHaveCount(1);
    await running.close();
    rmSync(stick, { recursive: true });
    running = await startApp(profile);
    const { page } = running;
    await signIn(page);
    await goTo(page, '/overview');
    await expect(page.getByText(say.attention.title)).toBeVisible();
    await page.getByRole('link', { name: `${say.attention.action}: ${say.attention.title}` }).click();
    await expect(page.getByText(/The last automatic backup failed/)).toBeVisible();
    await look(running, 'backups-failed');
    await page.getByRole('button', { name: say.useUsual }).click();
    await saveSettings(page);
    await expect(page.getByText(/The last automatic backup failed/)).toHaveCount(0);
    await expect(rows(page).filter({ hasText: say.kinds.daily })).not.toHaveCount(0);

    // a page cannot name a file by itself
    const named = callCore(page, 'backups.inspect', { file: { path: path.join(profile, 'workspace/workspace.key') } });
    await expect(named).rejects.toThrow('path-not-chosen');
  } finally {
    await running.close();
    remove();
  }
});

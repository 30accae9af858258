import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { messagesIn } from '#contract/messages/index.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { inBrowser } from './support/chromium.ts';
import { callByCommandLine } from './support/command-line.ts';
import { englishOn } from './support/foreign-words.ts';
import { type Desktop, forgetKeyring, startKeyring } from './support/keyring.ts';
import { chooseThere, look, saveTo } from './support/look.ts';
import { callCore, closeToasts, createOrganization, goTo, organizationIdOf, signIn, words } from './support/steps.ts';

const say = words.key;
const { lost } = say;

/** The link of an invitation that is made now. */
async function invitedLink({ page }: RunningApp): Promise<string> {
  const organizationId = await organizationIdOf(page);
  const { invited } = await callCore<{ invited: { membershipId: number }[] }>(page, 'invitations.send', {
    organizationId,
    entries: [{ email: 'ana@example.org', name: 'Ana', roles: ['Member'] }],
  });
  const { link } = await callCore<{ link: string }>(page, 'invitations.copyLink', {
    organizationId,
    membershipId: invited[0]?.membershipId,
  });
  return link;
}
const expectOpen = (link: string) =>
  inBrowser(link, (visitor) => expect(visitor.getByLabel(words.portal.firstName)).toBeVisible());
const expectDead = (link: string) =>
  inBrowser(link, (visitor) => expect(visitor.getByLabel(words.portal.firstName)).toHaveCount(0));
const keysIn = (workspace: string) =>
  readdirSync(workspace)
    .filter((name) => name.startsWith('workspace.key'))
    .sort();

test('with a real keyring the key moves into it, is read from it, comes back by its recovery key, and is replaced when lost', async () => {
  test.skip(
    process.platform !== 'linux',
    'only Linux can have a keyring of its own; the others ask the person at the screen',
  );
  test.setTimeout(420_000);
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const workspace = path.join(profile, 'workspace');
  const recovery = path.join(folder, 'recovery.txt');
  const keyringFolder = path.join(folder, 'desktop');
  let desktop: Desktop = await startKeyring(keyringFolder);
  const start = (system?: string) => startApp(profile, [], system, desktop.chromium);
  let running = await start();
  const again = async (system?: string) => {
    await running.close();
    running = await start(system);
  };
  try {
    await createOrganization(running.page, 'Example Logistics');
    const link = await invitedLink(running);
    const secret = readFileSync(path.join(workspace, 'workspace.key'), 'utf8').trim();
    await goTo(running.page, '/settings/security');
    await expect(running.page.getByText(say.places.file)).toBeVisible();
    await look(running, 'key-file');
    await saveTo(running, recovery);
    await running.page.getByRole('button', { name: say.toKeyring }).click();
    await expect(running.page.getByRole('dialog', { name: say.move.keyringTitle })).toBeVisible();
    await look(running, 'key-move');
    await running.page.getByRole('button', { name: say.move.keyringConfirm }).click();
    await expect(running.page.getByText(say.places.keyring(say.keyrings.gnome_libsecret))).toBeVisible();
    await closeToasts(running.page);
    await look(running, 'key-keyring');
    expect(keysIn(workspace)).toEqual(['workspace.key.sealed']);
    expect(readFileSync(path.join(workspace, 'workspace.key.sealed'), 'utf8')).not.toContain(secret);

    await again();
    await signIn(running.page);
    await expectOpen(link);
    // the command line has no keyring, and takes the file with the recovery key
    await expect(callByCommandLine(workspace, 'audit.verify', { organizationId: 1 })).rejects.toMatchObject({
      stdout: expect.stringContaining('key-in-keyring'),
    });
    process.env.GATEHOUSE_KEY_FILE = recovery;
    const verified = await callByCommandLine<{ faults: unknown[] }>(workspace, 'audit.verify', { organizationId: 1 });
    delete process.env.GATEHOUSE_KEY_FILE;
    expect(verified.faults).toEqual([]);

    // another keyring: the window starts, says so, and takes the recovery key
    await running.close();
    await desktop.close();
    forgetKeyring(keyringFolder);
    desktop = await startKeyring(keyringFolder);
    running = await start();
    await expect(running.page.getByText(lost.again)).toBeVisible();
    await look(running, 'key-lost');
    const typed = running.page.getByRole('textbox', { name: lost.recovery });
    await typed.fill('0000-1111');
    await running.page.getByRole('button', { name: lost.use }).click();
    await expect(running.page.getByText(say.errors.recoveryWrong)).toBeVisible();
    const [recoveryKey = ''] = /^(?:\w{4}-){13}\w{4}$/m.exec(readFileSync(recovery, 'utf8')) ?? [];
    await typed.fill(recoveryKey);
    await running.page.getByRole('button', { name: lost.use }).click();
    await signIn(running.page);
    await expectOpen(link);
    await goTo(running.page, '/settings/security');
    await expect(running.page.getByText(say.places.keyring(say.keyrings.gnome_libsecret))).toBeVisible();
    expect(keysIn(workspace)).toEqual(['workspace.key.sealed']);

    // the key is lost for good: a word is asked for, links die, and the audit says what happened
    await running.close();
    await desktop.close();
    forgetKeyring(keyringFolder);
    desktop = await startKeyring(keyringFolder);
    running = await start('de_DE.UTF-8');
    const german = messagesIn('de').key.lost;
    await expect(running.page.getByText(german.again)).toBeVisible();
    expect(await englishOn(running.page, 'de', [])).toEqual([]);
    await again();
    await running.page.getByRole('button', { name: lost.begin }).click();
    const dialog = running.page.getByRole('dialog', { name: lost.beginTitle });
    const confirm = dialog.getByRole('button', { name: lost.confirm });
    await expect(confirm).toBeDisabled();
    await look(running, 'key-begin');
    await dialog.getByRole('textbox', { name: lost.type(lost.word) }).fill(lost.word.toLowerCase());
    await confirm.click();
    await signIn(running.page);
    await expectDead(link);
    await goTo(running.page, '/audit');
    await expect(running.page.getByText(say.audit.began)).toBeVisible();
  } finally {
    await running.close();
    await desktop.close();
    remove();
  }
});

test('without a keyring the window says so and what it means, and the key from an encrypted backup opens the workspace again', async () => {
  test.setTimeout(240_000);
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const workspace = path.join(profile, 'workspace');
  const key = path.join(workspace, 'workspace.key');
  const passphrase = 'a passphrase for backups';
  let running = await startApp(profile, [], undefined, { switches: ['--password-store=basic'] });
  try {
    await createOrganization(running.page, 'Example Logistics');
    const link = await invitedLink(running);
    await goTo(running.page, '/settings/security');
    await expect(running.page.getByText(say.lacking['basic-text'])).toBeVisible();
    await expect(running.page.getByRole('button', { name: say.toKeyring })).toHaveCount(0);
    await look(running, 'key-no-keyring');
    const moving = callCore(running.page, 'key.move', { to: 'keyring', recoveryFile: path.join(folder, 'r.txt') });
    await expect(moving).rejects.toThrow('keyring-missing');
    await callCore(running.page, 'backups.saveSettings', { automatic: true, folder: null, passphrase });
    const { name } = await callCore<{ name: string }>(running.page, 'backups.make', {});
    await running.close();

    writeFileSync(key, 'scratched');
    running = await startApp(profile, [], undefined, { switches: ['--password-store=basic'] });
    await expect(running.page.getByText(lost.intro)).toBeVisible();
    await chooseThere(running, path.join(workspace, 'backups', name));
    await running.page.getByRole('button', { name: lost.backup }).click();
    const dialog = running.page.getByRole('dialog', { name: lost.backupTitle });
    await dialog.getByRole('textbox', { name: lost.passphrase }).fill('not this one, surely');
    await dialog.getByRole('button', { name: lost.take }).click();
    await expect(dialog.getByText(words.errors.table['backup-passphrase-wrong']({}))).toBeVisible();
    await look(running, 'key-from-backup');
    await dialog.getByRole('textbox', { name: lost.passphrase }).fill(passphrase);
    await dialog.getByRole('button', { name: lost.take }).click();
    await signIn(running.page);
    await expectOpen(link);
    expect(existsSync(key)).toBe(true);
    expect(keysIn(workspace)[1]).toMatch(/^workspace\.key\.lost-/);
  } finally {
    await running.close();
    remove();
  }
});

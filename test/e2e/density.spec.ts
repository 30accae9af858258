import { expect, type Locator, test } from '@playwright/test';
import type { RunningApp } from './support/app.ts';
import { look } from './support/look.ts';
import { startDemo } from './support/started.ts';
import { closeToasts, goTo, words } from './support/steps.ts';

const { thisComputer } = words.profile;

/** How high a row of a windowed list is; the next one begins where it ends. */
async function rowPitch(rows: Locator): Promise<number> {
  await expect(rows.nth(1)).toBeVisible();
  const [first, second] = [await rows.nth(0).boundingBox(), await rows.nth(1).boundingBox()];
  if (!first || !second) throw new Error('two rows are in sight');
  expect(second.y - first.y).toBe(first.height);
  return first.height;
}

/** The row heights of lists in dialogs: what pasted lines come to, and groups to tick. */
async function pitchesInDialogs(running: RunningApp, name: string): Promise<{ lines: number; groups: number }> {
  const { page } = running;
  const { invitations, wizard } = words;
  await goTo(page, '/users');
  await page.locator('main').focus();
  await page.keyboard.press('Control+i');
  const invite = page.getByRole('dialog', { name: invitations.title });
  await invite.getByRole('textbox', { name: invitations.paste.box }).fill('new@example.org\nother@example.org\nbroken');
  const lines = await rowPitch(invite.getByRole('grid', { name: invitations.paste.list }).getByRole('row'));
  await look(running, `paste-${name}`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: invitations.leave.discard }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Shift+N');
  const dialog = page.getByRole('dialog').first();
  await dialog.getByRole('textbox', { name: wizard.details.firstName }).fill('Aisha');
  await dialog.getByRole('textbox', { name: wizard.details.lastName }).fill('Rahman');
  await dialog.getByRole('textbox', { name: wizard.details.email }).fill('aisha.rahman@example.org');
  await dialog.getByRole('button', { name: wizard.next, exact: true }).click();
  const groups = await rowPitch(dialog.getByRole('listbox', { name: wizard.groups.list }).getByRole('option'));
  await look(running, `groups-${name}`);
  await page.keyboard.press('Escape');
  await page
    .getByRole('dialog', { name: wizard.leave.title })
    .getByRole('button', { name: invitations.leave.discard })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return { lines, groups };
}

test('compact lists are closer, at once and after a reload', async () => {
  const { running, close } = await startDemo();
  const { page } = running;
  // a row of a person: while people are read, rows of bones stand for them
  const row = page.locator('main tbody tr[tabindex]').nth(1);
  const rowHeight = async () => (await row.boundingBox())?.height ?? 0;
  try {
    await goTo(page, '/users');
    await expect(row).toBeVisible({ timeout: 20_000 });
    const comfortable = await rowHeight();
    expect(await pitchesInDialogs(running, 'comfortable')).toEqual({ lines: 30, groups: 36 });
    await goTo(page, '/profile');
    await page
      .getByRole('radiogroup', { name: thisComputer.density })
      .getByText(thisComputer.densities.compact)
      .click();
    await closeToasts(page);
    await look(running, 'profile-compact');
    await goTo(page, '/users');
    await expect.poll(rowHeight).toBeGreaterThan(0);
    await expect.poll(rowHeight).toBeLessThan(comfortable - 4);
    const compact = await rowHeight();
    await look(running, 'users-compact');
    expect(await pitchesInDialogs(running, 'compact')).toEqual({ lines: 26, groups: 30 });
    await goTo(page, '/settings/mail');
    await expect(page.getByRole('textbox', { name: words.mail.settings.host })).toBeVisible();
    await look(running, 'settings-compact');
    await page.reload();
    await goTo(page, '/users');
    await expect.poll(rowHeight).toBe(compact);
  } finally {
    await close();
  }
});

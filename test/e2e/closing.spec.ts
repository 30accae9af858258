import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { check } from './support/accessible.ts';
import { closeWindow, type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { look } from './support/look.ts';
import { closeToasts, createOrganization, goTo, words } from './support/steps.ts';

const say = words.desktop.closing;
const { invitations, settings } = words;

const question = (page: Page) => page.getByRole('dialog', { name: say.title });
const chooseInMenu = ({ app }: RunningApp, id: string) =>
  app.evaluate(({ Menu }, wanted) => void Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);

let place: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
let page: Page;

test.beforeEach(async () => {
  place = temporaryFolder();
  running = await startApp(path.join(place.folder, 'profile'));
  page = running.page;
  await createOrganization(page, 'Example Logistics');
});
test.afterEach(async () => {
  await running.close();
  place.remove();
});

test('a window with an unsent list asks before it closes, by its corner and by the menu', async () => {
  await page.keyboard.press('Control+i');
  const box = page.getByRole('dialog').getByRole('textbox').first();
  await box.click();
  await page.keyboard.type('ana@example.org');
  await closeWindow(running);
  await expect(question(page)).toBeVisible();
  await expect(question(page).getByRole('button', { name: say.stay })).toBeFocused();
  await check(running, 'closing the window');
  await look(running, 'closing');
  await page.keyboard.press('Enter');
  await expect(question(page)).toHaveCount(0);
  await expect(box).toHaveValue('ana@example.org');

  // kept with its dialog closed, it would be lost all the same
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: invitations.leave.keep }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await chooseInMenu(running, 'quit');
  await expect(question(page)).toBeVisible();
  const closed = running.app.waitForEvent('close');
  // the window goes with the click
  await question(page)
    .getByRole('button', { name: say.close })
    .click()
    .catch(() => {});
  await closed;
});

test('it asks about unsaved changes of a form as well, but not when the page is reloaded', async () => {
  await goTo(page, '/settings/organization');
  const name = page.getByRole('textbox', { name: settings.organization.name });
  await name.click();
  await page.keyboard.type(' and Sons');
  await closeWindow(running);
  await question(page).getByRole('button', { name: say.stay }).click();
  await expect(name).toHaveValue(/ and Sons/);
  await page.reload();
  await expect(name).toHaveValue('Example Logistics');
  await expect(question(page)).toHaveCount(0);
  await name.click();
  await page.keyboard.type(', Ltd');
  await page.getByRole('button', { name: settings.save }).click();
  await expect(page.getByText(settings.saved, { exact: true })).toBeVisible();
  await closeToasts(page);
  // nothing is left to lose
  const closed = running.app.waitForEvent('close');
  await closeWindow(running);
  await closed;
});

test('ending the application from outside asks nothing', async () => {
  await page.keyboard.press('Control+i');
  await page.getByRole('dialog').getByRole('textbox').first().click();
  await page.keyboard.type('ana@example.org');
  const closed = running.app.waitForEvent('close');
  running.app.process().kill('SIGTERM');
  await closed;
});

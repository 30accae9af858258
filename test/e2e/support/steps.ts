import { expect, type Locator, type Page } from '@playwright/test';
import type { Outcome } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { RunningApp } from './app.ts';
import { login } from './mail-server.ts';

/** Every word that the window shows. */
export const words = messagesIn('en');

export const owner = { name: 'Olive Owner', email: 'olive@example.com', password: 'a sentence that nobody guesses' };

/** Fills the first start as a new admin would; the recovery code is on screen then. */
export async function fillFirstStart(page: Page, name: string): Promise<void> {
  await page.getByLabel('Organization name').fill(name);
  await page.getByText('3 days', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Create organization' }).click();
  await expect(page.getByRole('heading', { name: words.recovery.keep.title })).toBeVisible();
}

/** Goes through the first start, to the list of users. */
export async function createOrganization(page: Page, name: string): Promise<void> {
  await fillFirstStart(page, name);
  await page.getByRole('button', { name: words.recovery.keep.kept }).click();
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: words.desktop.navigation.label, exact: true })).toBeVisible();
}

/** Asks the core directly, past the pages, as the signed-in operator. */
export async function callCore<T>(page: Page, name: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(([n, i]) => window.gatehouse.call(n as string, i), [name, input]);
  const outcome = JSON.parse(answer) as Outcome;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value as T;
}

/** The organization that the signed-in operator sees. */
export async function organizationIdOf(page: Page): Promise<number> {
  const { places } = await callCore<{ places: { id: number }[] }>(page, 'session.state', {});
  const [place] = places;
  if (!place) throw new Error('nobody is signed in');
  return place.id;
}

/** Opens a page of the window by its path in the hash, as a deep link does. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

const { settings: mailWords } = words.mail;

/** Fills Settings → Mail; what is not named is what the mail server of `mail-server.ts` wants. */
export async function fillMail(page: Page, port: number, changes: { host?: string; password?: string } = {}) {
  await goTo(page, '/settings/mail');
  await page.getByRole('textbox', { name: mailWords.host }).fill(changes.host ?? '127.0.0.1');
  await page.getByRole('textbox', { name: mailWords.port }).fill(String(port));
  await page.getByRole('textbox', { name: mailWords.login, exact: true }).fill(login.user);
  await page.getByRole('textbox', { name: mailWords.password }).fill(changes.password ?? login.password);
  await page.getByRole('textbox', { name: mailWords.sender }).fill('it@example.com');
  await page.getByLabel(mailWords.acceptAny).check();
}

export async function saveSettings(page: Page): Promise<void> {
  await closeToasts(page);
  await page.getByRole('button', { name: words.settings.save }).click();
  await expect(page.getByText(words.settings.saved, { exact: true })).toBeVisible();
}

/** What the system's clipboard holds: it may be a usable link, so it is compared or opened, never printed. */
export const clipboardText = ({ app }: RunningApp) => app.evaluate(({ clipboard }) => clipboard.readText());

/** Closes the toasts: they go by themselves only after some seconds. */
export async function closeToasts(page: Page): Promise<void> {
  const toasts = page.locator('.mantine-Notification-root');
  // all at once: one that is about to go by itself cannot be waited for
  await toasts.getByRole('button', { name: words.common.close }).evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLElement).click();
  });
  await expect(toasts).toHaveCount(0);
}

/** The control stays in reach, says that it is off, and why. */
export async function expectOff(page: Page, control: Locator, why: string): Promise<void> {
  await expect(control).toHaveAttribute('aria-disabled', 'true');
  // the one before may still be fading
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await control.hover();
  await expect(page.getByRole('tooltip').filter({ hasText: why })).toBeVisible();
}

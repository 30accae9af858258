import { type Page, test } from '@playwright/test';

/**
 * Keeps what a window shows with its test, as a screen reader would read it. `npm test` prints it below the name of a
 * test that failed: on the computer of somebody else, nobody can look at the window any more.
 */
export async function keepOnScreen(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const body = await page
    .locator('body')
    .ariaSnapshot({ timeout: 2000 })
    .catch((error: Error) => error.message); // it hangs, or is gone: that is worth reading too
  await test.info().attach('on screen', { body, contentType: 'text/plain' });
}

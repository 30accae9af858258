import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const executablePath = places.find((file) => file && existsSync(file));

/** The system's Chromium, as an invitee has one; elsewhere the one of Playwright. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-gpu'] });

/** Opens a page in a browser of its own, for as long as `visit` takes. */
export async function inBrowser<T>(link: string, visit: (page: Page) => Promise<T>): Promise<T> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(link);
    return await visit(page);
  } finally {
    await browser.close();
  }
}

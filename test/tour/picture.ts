import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { smallerPng } from './smaller-png.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/images');
mkdirSync(folder, { recursive: true });

/** The part of an address that would open an invitation. */
const token = /\/i\/[\w.~-]{8,}/g;

/** Takes the usable part out of every link in the mail that is shown, also where only the target of a link has it. */
export async function hideLinks(page: Page): Promise<void> {
  await page.evaluate((pattern) => {
    const usable = new RegExp(pattern, 'g');
    for (const frame of document.querySelectorAll('iframe')) frame.srcdoc = frame.srcdoc.replace(usable, '/i/…');
  }, token.source);
  for (const frame of page.frames().slice(1)) await frame.waitForLoadState();
}

/** Writes docs/images/NAME.png. @throws when a usable link is anywhere in what it shows */
export async function picture(page: Page, name: string): Promise<void> {
  for (const frame of page.frames()) {
    const shown = await frame.locator('body').innerText();
    if (shown.search(token) >= 0) throw new Error(`${name} would show a usable link`);
  }
  await page.mouse.move(0, 0);
  const png = await page.screenshot({
    scale: 'css',
    caret: 'hide',
    animations: 'disabled',
  });
  writeFileSync(path.join(folder, `${name}.png`), smallerPng(png));
}

/** Light or dark, whatever the computer prefers. */
export const shine = (page: Page, colorScheme: 'light' | 'dark') =>
  page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectReachable } from './support/accessible.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { closeToasts, goTo } from './support/steps.ts';

const shots = process.env.GATEHOUSE_SHOTS;
const pages = [
  ...['/overview', '/users', '/pending', '/guests', '/inbox-agents', '/teams', '/groups', '/roles'],
  ...['/outbox', '/audit', '/settings/organization', '/settings/mail', '/settings/backups', '/profile'],
];

/** As somebody presses Ctrl and + five times. */
const double = ({ app }: RunningApp) =>
  app.evaluate(({ Menu }) => {
    for (let n = 0; n < 5; n += 1) Menu.getApplicationMenu()?.getMenuItemById('zoom-in')?.click();
  });

async function shown(page: Page, place: string): Promise<void> {
  await goTo(page, place);
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  await closeToasts(page);
}

test('at 200 % every page of a window of 1280 × 800 keeps all within reach, and scrolls one way only', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  try {
    await goTo(page, '/overview');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 20_000 });
    await double(running);
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 400]);
    for (const place of pages) {
      await shown(page, place);
      if (shots)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: path.join(shots, `zoom${place.replaceAll('/', '-')}-${colorScheme}.png`) });
        }
      await expect.soft(expectReachable(page, place)).resolves.toBeUndefined();
    }
  } finally {
    await running.close();
    remove();
  }
});

test('who asked the system for less motion sees none: nothing fades, slides or turns', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  /** Of each that is under way: how long it takes, in milliseconds. */
  const motions = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .map((animation) => Number(animation.effect?.getComputedTiming().duration))
        .filter((duration) => duration > 0),
    );
  /** What could move by its style. */
  const styled = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')].flatMap((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        const long = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0);
        return long(transitionDuration) || (animationName !== 'none' && long(animationDuration))
          ? [`${element.tagName} ${element.className}`]
          : [];
      }),
    );
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const place of ['/overview', '/users', '/settings/mail', '/profile']) {
      await shown(page, place);
      expect(await styled(), place).toEqual([]);
    }
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await motions()).toEqual([]);
    expect(await styled()).toEqual([]);
  } finally {
    await running.close();
    remove();
  }
});

test('whatever Tab reaches shows that it has the focus', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  /** The element with the focus, and the ring around it or around what stands for it. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const ringed = (at: Element) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(at);
        return (
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) ||
          (at !== element && boxShadow !== 'none' && borderColor !== '')
        );
      };
      const stands = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
      return {
        what: element.outerHTML.slice(0, 120),
        ring: stands.some((at) => at && ringed(at)),
        seen: element.getBoundingClientRect().width > 0,
      };
    });
  try {
    for (const place of ['/overview', '/users', '/outbox', '/settings/mail', '/profile']) {
      await shown(page, place);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const without: string[] = [];
      let reached = 0;
      for (let n = 0; n < 60; n += 1) {
        await page.keyboard.press('Tab');
        const at = await focused();
        if (!at) break;
        reached += 1;
        if (!at.ring || !at.seen) without.push(at.what);
      }
      expect(without, place).toEqual([]);
      expect(reached, place).toBeGreaterThan(15);
    }
  } finally {
    await running.close();
    remove();
  }
});

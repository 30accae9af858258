import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectReachable } from './support/accessible.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { closeToasts, createOrganization, goTo, words } from './support/steps.ts';

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

/** Playwright's own pictures of a zoomed page show a quarter of it. */
const picture = async ({ app }: RunningApp) =>
  Buffer.from(
    await app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return image?.toPNG().toString('base64') ?? '';
    }),
    'base64',
  );

async function shown(page: Page, place: string): Promise<void> {
  await goTo(page, place);
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 20_000 });
  // the demo takes a while to be made
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached({ timeout: 30_000 });
  await closeToasts(page);
}

test('at 200 % every page of a window of 1280 × 800 keeps everything within reach, and scrolls in one direction only', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  try {
    await goTo(page, '/overview');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
    await double(running);
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 400]);
    for (const place of pages) {
      await shown(page, place);
      if (shots)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          writeFileSync(
            path.join(shots, `zoom${place.replaceAll('/', '-')}-${colorScheme}.png`),
            await picture(running),
          );
        }
      await expectReachable(page, place);
    }
  } finally {
    await running.close();
    remove();
  }
});

test('at 200 % whatever invites people keeps all within reach, down to the smallest window', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { app, page } = running;
  const { invitations, drafts, imports, guests, wizard } = words;
  const dialog = page.getByRole('dialog');
  const seen = async (name: string) => {
    if (shots) writeFileSync(path.join(shots, `zoom-${name}.png`), await picture(running));
    await expectReachable(page, name);
  };
  const discard = async (leave: { readonly discard: string } | { readonly close: string }) => {
    await page.keyboard.press('Escape');
    const answer = 'discard' in leave ? leave.discard : leave.close;
    await page.getByRole('button', { name: answer, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  const file = path.join(folder, 'staff.csv');
  writeFileSync(file, 'E-mail,Name,Team\nada@example.org,Ada,\nbob@example.org,Bob,Nowhere\n');
  try {
    await goTo(page, '/users');
    await expect(page.getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 });
    await double(running);
    for (const [width, height] of [
      [640, 400],
      [450, 300],
    ] as const) {
      await app.evaluate(
        ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w * 2, h * 2),
        [width, height] as const,
      );
      await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
      await closeToasts(page);

      await goTo(page, '/users');
      await expect(page.getByRole('heading', { level: 1, name: words.users.title })).toBeVisible();
      await expect(page.locator('tr[tabindex]').first()).toBeVisible();
      for (const name of [new RegExp(`^${words.desktop.header.account}`), words.desktop.header.help])
        await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
      await page.locator('main').focus();
      await page.keyboard.press('Control+i');
      const box = dialog.getByRole('textbox', { name: invitations.paste.box });
      await box.fill('Ana Silva <ana@example.org>\nbad\nbo@example.org');
      await expect(dialog.getByText(invitations.facts.new(2))).toBeVisible();
      await seen(`paste-${width}`);
      expect((await box.boundingBox())?.height).toBeGreaterThan(100);
      await dialog.getByText(invitations.modes.rows, { exact: true }).click();
      await seen(`rows-${width}`);
      await dialog.getByText(invitations.modes.paste, { exact: true }).click();
      // the menu's entry is gone when its question is closed
      await page.getByRole('button', { name: drafts.more }).click();
      await page.getByRole('menuitem', { name: drafts.ways.draft }).click();
      await expect(page.getByRole('textbox', { name: drafts.keep.name })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: drafts.more })).toBeFocused();
      await discard(invitations.leave);

      await page.locator('main').focus();
      await page.keyboard.press('Shift+N');
      await expect(dialog.getByRole('textbox', { name: wizard.details.firstName })).toBeFocused();
      await seen(`wizard-${width}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);

      await page.getByRole('button', { name: words.users.add.more }).click();
      await page.getByRole('menuitem', { name: words.users.add.import }).click();
      await expect(page.getByRole('menu')).toHaveCount(0);
      await seen(`import-${width}`);
      await dialog.locator('input[type=file]').setInputFiles(file);
      const next = dialog.getByRole('button', { name: imports.columns.next, exact: true });
      await expect(next).toBeVisible();
      await seen(`columns-${width}`);
      await next.click();
      await expect(dialog.getByRole('button', { name: invitations.send.action(1) })).toBeVisible();
      await seen(`check-${width}`);
      await discard(imports.leave);

      await goTo(page, '/guests');
      await page.getByRole('button', { name: guests.invite.action }).focus();
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('textbox', { name: guests.invite.addresses })).toBeFocused();
      await seen(`guests-${width}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  } finally {
    await running.close();
    remove();
  }
});

test('with reduced motion nothing fades, slides or turns', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  /** How long each running animation takes, in milliseconds. */
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

test('Tab begins at the top, and whatever it reaches shows that it has the focus', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  const skip = page.getByRole('button', { name: words.desktop.navigation.skip });
  /** The element with the focus, and whether a ring is drawn around it. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      // switches and segments are drawn by what stands beside a field without a size
      const drawn = [element, element.nextElementSibling].filter((at) => {
        if (!at) return false;
        const { width, height } = at.getBoundingClientRect();
        return width > 1 && height > 1 && getComputedStyle(at).opacity !== '0';
      }) as Element[];
      const ringed = (at: Element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      };
      // the mail in a preview is a document of its own, within which Chromium draws the ring
      const within = element instanceof HTMLIFrameElement;
      return { what: element.outerHTML.slice(0, 120), ring: within || drawn.some(ringed) };
    });
  try {
    for (const place of [
      ...['/overview', '/users', '/pending', '/guests', '/inbox-agents', '/teams', '/roles', '/outbox', '/audit'],
      ...['/profile', '/settings/organization', '/settings/mail', '/settings/wording', '/settings/portal'],
      ...['/settings/backups', '/settings/security'],
    ]) {
      await goTo(page, place);
      await page.reload();
      await shown(page, place);
      await page.keyboard.press('Tab');
      await expect(skip, place).toBeFocused();
      const without: string[] = [];
      let reached = 0;
      // once around, to the first again, or for sixty steps at most
      for (let again = false; !again && reached < 60; reached += 1) {
        const at = await focused();
        if (!at?.ring) without.push(at?.what ?? `nothing, ${reached} steps on`);
        const here = await page.evaluateHandle(() => document.activeElement);
        await page.keyboard.press('Tab');
        // from the last to the first it goes by way of the window around the page, and stays on the last for a moment
        const moved = () =>
          here.evaluate((before) => {
            const now = document.activeElement;
            // within a preview it goes on from link to link
            return now !== document.body && (now !== before || now instanceof HTMLIFrameElement);
          });
        await expect.poll(moved, `${place}, from ${at?.what}`).toBe(true);
        await here.dispose();
        again = await skip.evaluate((button) => button === document.activeElement);
      }
      expect(without, place).toEqual([]);
      expect(reached, place).toBeGreaterThan(15);
    }
  } finally {
    await running.close();
    remove();
  }
});

test('Tab in a hurry passes by the list of a field that is closing', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  const { page } = running;
  const { timeZone, twoFactor } = words.settings.organization;
  try {
    await createOrganization(page, 'Hurry');
    await shown(page, '/settings/organization');
    const zone = page.getByRole('combobox', { name: timeZone });
    const last = page.getByRole('switch', { name: twoFactor });
    await expect(zone).toBeVisible();
    await page.evaluate(() => {
      const reached: string[] = [];
      Object.assign(window, { reached });
      addEventListener('focusin', ({ target }) => {
        if (target instanceof Element && target.closest('[role="listbox"]'))
          reached.push(target.outerHTML.slice(0, 120));
      });
    });
    for (let time = 0; time < 5; time += 1) {
      await zone.focus();
      await expect(page.getByRole('option').first()).toBeVisible();
      // the language, the contact, the switch, and around the page: faster than the list fades
      for (let step = 0; step < 5; step += 1) await page.keyboard.press('Tab');
      await expect(last).not.toBeFocused();
      await expect(page.getByRole('listbox')).toHaveCount(0);
      await expect(page.locator('body')).not.toBeFocused();
    }
    expect(await page.evaluate(() => (window as unknown as { reached: string[] }).reached)).toEqual([]);
  } finally {
    await running.close();
    remove();
  }
});

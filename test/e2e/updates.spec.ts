import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { messagesIn } from '#contract/messages/index.ts';
import { type FeedServer, feedText, startFeed } from '../support/update-feed.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { look } from './support/look.ts';
import { createOrganization, goTo, words } from './support/steps.ts';

const say = words.updates;
const name = 'gatehouse_0.2.0_linux-x86_64.AppImage';

test.skip(process.platform !== 'linux', 'what is replaced is an AppImage');

interface House {
  readonly running: RunningApp;
  readonly page: Page;
  readonly feed: FeedServer;
  /** The file that stands for the AppImage that runs. */
  readonly appImage: string;
  /** What starts it at login. */
  readonly loginEntry: string;
  /** Where downloads lie. */
  readonly pending: string;
  /** The new version, a program that notes that it was started. */
  readonly program: Buffer;
  readonly mark: string;
  readonly start: () => Promise<RunningApp>;
}

/** The window with a feed on the loopback address, as an AppImage in a folder of its own. */
async function withFeed(walk: (house: House) => Promise<void>, appImageEnv = true): Promise<void> {
  const { folder, remove } = temporaryFolder();
  const feed = await startFeed();
  const configFile = path.join(folder, 'app-update.yml');
  writeFileSync(configFile, 'updaterCacheDirName: gatehouse-updater\n');
  const appImage = path.join(folder, 'programs', 'gatehouse_0.1.0_linux-x86_64.AppImage');
  mkdirSync(path.dirname(appImage));
  writeFileSync(appImage, 'the old one');
  const loginEntry = path.join(folder, 'config', 'autostart', 'gatehouse.desktop');
  const mark = path.join(folder, 'started');
  const program = Buffer.from(`#!/bin/sh\necho "$0" > '${mark}'\n${'# weight\n'.repeat(300_000)}`);
  const { address, publicKey } = feed;
  const env = {
    GATEHOUSE_TEST_UPDATES: JSON.stringify({ feed: address, publicKey, configFile }),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    ...(appImageEnv ? { APPIMAGE: appImage } : {}),
  };
  const start = () => startApp(path.join(folder, 'profile'), [], undefined, { env });
  const running = await start();
  const pending = path.join(folder, 'cache', 'gatehouse-updater', 'pending');
  try {
    await createOrganization(running.page, 'Example Logistics');
    await walk({ running, page: running.page, feed, appImage, loginEntry, pending, program, mark, start });
  } finally {
    await running.close().catch(() => {});
    await feed.close();
    remove();
  }
}

const section = (page: Page) => page.getByRole('region', { name: say.title });
const button = (page: Page, label: string) => section(page).getByRole('button', { name: label });
const notes = ['- Lists open twice as fast.', '- <b>Plain text</b>, whatever it says.'].join('\n');

test('a build without a feed says that it looks for nothing, and offers nothing to press', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  const { page } = running;
  try {
    await createOrganization(page, 'Example Logistics');
    await goTo(page, '/profile');
    await expect(section(page)).toContainText(say.noFeed);
    await expect(section(page).getByRole('button')).toHaveCount(0);
    await expect(section(page).getByRole('switch')).toHaveCount(0);
    expect((await page.evaluate(() => window.gatehouse.desktop.lookForUpdates())).at).toBe('rest');
  } finally {
    await running.close();
    remove();
  }
});

test('updates are off until somebody looks; what is found is announced, downloaded, cancelled, and installed when asked', async () => {
  await withFeed(async ({ running, page, feed, appImage, loginEntry, pending, program, mark }) => {
    feed.release({ version: '0.2.0', name, content: program, notes });
    await goTo(page, '/profile');
    await expect(section(page).getByRole('switch', { name: say.byItself })).not.toBeChecked();
    await expect(section(page)).toContainText(say.byItselfHint(new URL(feed.address).host));
    await expect(section(page)).toContainText(say.never);
    expect(feed.asked).toEqual([]);

    await button(page, say.look).click();
    await expect(section(page)).toContainText(say.found('0.2.0'));
    // text, not markup
    await expect(section(page)).toContainText('<b>Plain text</b>');
    expect(feed.asked.map(({ path: asked }) => asked)).toEqual([feed.feedName, `${feed.feedName}.sig`]);
    for (const { headers } of feed.asked) {
      expect(headers['user-agent']).toBe('Gatehouse');
      expect(Object.keys(headers).filter((header) => /staging|cookie|auth|^x-|^sec-ch/.test(header))).toEqual([]);
    }
    await button(page, say.download).scrollIntoViewIfNeeded();
    await look(running, 'update-found');
    const account = page.getByRole('button', { name: words.desktop.header.account });
    await account.click();
    await expect(page.getByRole('menuitem', { name: say.found('0.2.0') })).toBeVisible();
    await page.getByRole('menuitem', { name: words.desktop.account.about }).click();
    await expect(page.getByRole('dialog')).toContainText(say.off(new URL(feed.address).host));
    await look(running, 'update-about');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    // half of it comes, then it is cancelled
    await running.app.evaluate(({ BrowserWindow }) => {
      const bars: number[] = [];
      Object.assign(globalThis, { bars });
      const [window] = BrowserWindow.getAllWindows();
      if (window) window.setProgressBar = (value) => void bars.push(value);
    });
    const lastBar = () => running.app.evaluate(() => (globalThis as unknown as { bars: number[] }).bars.at(-1));
    let half: ServerResponse | undefined;
    let gone = false;
    feed.answers.set(name, (response) => {
      half = response;
      response.on('close', () => {
        gone = true;
      });
      response.writeHead(200, { 'content-length': program.length });
      response.write(program.subarray(0, 1_000_000));
    });
    await button(page, say.download).click();
    let sent = 1_000_000;
    await expect
      .poll(async () => {
        half?.write(program.subarray(sent, sent + 1000));
        sent += 1000;
        return lastBar();
      })
      .toBeGreaterThan(0.3);
    await expect(section(page)).toContainText(words.backups.size(program.length));
    await expect(section(page).getByRole('progressbar')).toBeVisible();
    await look(running, 'update-downloading');
    await button(page, say.cancel).click();
    await expect(button(page, say.download)).toBeVisible();
    await expect.poll(() => gone).toBe(true);
    expect(readdirSync(pending)).toEqual([]);
    expect(await lastBar()).toBe(-1);

    feed.answers.delete(name);
    await button(page, say.download).click();
    await expect(section(page)).toContainText(say.ready('0.2.0'));
    expect(readdirSync(pending)).toContain(name);
    expect(readFileSync(appImage, 'utf8')).toBe('the old one');
    await button(page, say.restart).scrollIntoViewIfNeeded();
    await look(running, 'update-ready');
    await button(page, say.restart).click();
    const asking = page.getByRole('dialog', { name: say.ask.title });
    await expect(asking).toContainText(say.ask.text);
    await expect(asking).not.toContainText(words.desktop.closing.text);
    await look(running, 'update-asking');
    await asking.getByRole('button', { name: say.ask.keep }).click();
    await expect(asking).toBeHidden();
    // an unsent list would be lost with the window
    await page.keyboard.press('Control+i');
    await expect(page.getByRole('textbox', { name: words.invitations.paste.box })).toBeFocused();
    await page.keyboard.type('ana@example.org');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.invitations.leave.keep }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await button(page, say.restart).click();
    await expect(asking).toContainText(words.desktop.closing.text);
    await look(running, 'update-asking-unsaved');
    await asking.getByRole('button', { name: say.ask.keep }).click();
    await expect(asking).toBeHidden();
    await page.getByRole('switch', { name: words.profile.thisComputer.startAtLogin }).click();
    await expect.poll(() => existsSync(loginEntry) && readFileSync(loginEntry, 'utf8')).toContain(appImage);
    await button(page, say.restart).click();
    const closed = running.app.waitForEvent('close');
    await asking.getByRole('button', { name: say.restart }).click();
    await closed;
    // the new one is in the place of the old one, was started from there, and is what a login starts
    const updated = path.join(path.dirname(appImage), name);
    await expect.poll(() => existsSync(mark) && readFileSync(mark, 'utf8')).toBe(`${updated}\n`);
    expect(readdirSync(path.dirname(appImage))).toEqual([name]);
    expect(readFileSync(updated)).toEqual(program);
    expect(readFileSync(loginEntry, 'utf8')).toContain(updated);
    expect(running.output()).not.toContain('Error');
  });
});

test('once a day: switched on it looks at once, and a restart does not look again', async () => {
  await withFeed(async ({ running, page, feed, start, program }) => {
    feed.release({ version: '0.1.0', name, content: program });
    await goTo(page, '/profile');
    await section(page).getByRole('switch', { name: say.byItself }).click();
    await expect(section(page)).toContainText(say.upToDate);
    expect(feed.asked).toHaveLength(2);
    await running.close();
    const again = await start();
    try {
      await expect
        .poll(() => again.page.evaluate(() => window.gatehouse.desktop.preferences()))
        .toMatchObject({ updates: true });
      const state = await again.page.evaluate(() => window.gatehouse.desktop.updates());
      expect([state.at, state.lookedAt !== null, feed.asked.length]).toEqual(['rest', true, 2]);
    } finally {
      await again.close();
    }
  });
});

test('an update that is forged, altered, redirected or missing is refused, and the window says why', async () => {
  await withFeed(async ({ running, page, feed, appImage, pending, program }) => {
    await goTo(page, '/profile');
    const lookNow = async (told: string) => {
      await button(page, say.look).click();
      await expect(section(page)).toContainText(told);
    };
    await lookNow(say.trouble['not-found']());

    feed.release({ version: '0.2.0', name, content: program });
    feed.files.set(feed.feedName, Buffer.from(feedText({ version: '0.9.0', name, content: program })));
    await lookNow(say.trouble.unsigned());
    await button(page, say.look).scrollIntoViewIfNeeded();
    await look(running, 'update-refused');

    for (const elsewhere of [
      'http://updates.example.test/latest-linux.yml',
      `${feed.address.replace('/updates/', '/other/')}x`,
    ]) {
      feed.answers.set(feed.feedName, (response) => void response.writeHead(302, { location: elsewhere }).end());
      await lookNow(say.trouble.elsewhere());
    }
    feed.answers.delete(feed.feedName);
    feed.release({ version: '0.2.0', name, content: program });
    await lookNow(say.found('0.2.0'));

    // the file is sent from elsewhere
    feed.answers.set(name, (response) => {
      const location = feed.address.replace('/updates/', '/other/') + name;
      response.writeHead(302, { location }).end();
    });
    await button(page, say.download).click();
    await expect(section(page)).toContainText(say.trouble.elsewhere());
    expect(feed.asked.filter(({ path: asked }) => asked.includes('other'))).toEqual([]);
    feed.answers.delete(name);
    // or altered
    feed.files.set(name, Buffer.concat([program.subarray(0, -1), Buffer.from('!')]));
    await button(page, say.download).click();
    await expect(section(page)).toContainText(say.trouble.checksum());
    expect(readdirSync(pending)).toEqual([]);
    // or cannot be put in place
    feed.files.set(name, program);
    await button(page, say.download).click();
    await expect(section(page)).toContainText(say.ready('0.2.0'));

    await running.page.reload();
    await goTo(page, '/profile');
    await expect(section(page)).toContainText(say.ready('0.2.0'));
    expect(readFileSync(appImage, 'utf8')).toBe('the old one');
    rmSync(appImage);
    await button(page, say.restart).click();
    await page.getByRole('dialog').getByRole('button', { name: say.restart }).click();
    await expect(section(page)).toContainText(say.trouble['no-write']());
    await expect(button(page, say.restart)).toBeEnabled();
  });
});

test('a copy that does not replace itself announces a newer version, and says where to get it', async () => {
  await withFeed(async ({ running, page, feed, program }) => {
    feed.release({ version: '0.2.0', name, content: program });
    await goTo(page, '/profile');
    await button(page, say.look).click();
    await expect(section(page)).toContainText(say.hand);
    await expect(button(page, say.download)).toHaveCount(0);
    expect((await page.evaluate(() => window.gatehouse.desktop.downloadUpdate())).at).toBe('found');
    expect(feed.asked).toHaveLength(2);
    await feed.close();
    await button(page, say.look).click();
    await expect(section(page)).toContainText(say.trouble.offline());

    const german = messagesIn('de').updates;
    await page.evaluate(() => window.gatehouse.desktop.savePreferences({ language: 'de' }));
    const theirs = page.getByRole('region', { name: german.title });
    await expect(theirs).toContainText(german.hand);
    await theirs.getByRole('button', { name: german.look }).scrollIntoViewIfNeeded();
    await look(running, 'update-german');
  }, false);
});

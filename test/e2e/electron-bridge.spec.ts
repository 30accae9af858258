import { expect, type Page, test } from '@playwright/test';
import { type Started, startDemo } from './support/started.ts';
import { goTo, words } from './support/steps.ts';

// Electron's security checklist: what the page gets of Electron, who may ask, and what the system is given.

let started: Started;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  started = await startDemo();
});
test.afterAll(() => started?.close());

async function openFirstMail(page: Page): Promise<void> {
  await goTo(page, '/demo');
  await page
    .getByRole('button', { name: /invites you to/ })
    .first()
    .click();
}

test('the page has no Node and no Electron, only the functions of the bridge', async () => {
  const found = await started.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter((n) => n in window),
    bridge: Object.keys(window.gatehouse).sort(),
    desktop: Object.values(window.gatehouse.desktop).every((method) => typeof method === 'function'),
  }));
  expect(found).toEqual({
    globals: [],
    bridge: ['call', 'cancel', 'desktop', 'language', 'onAsked', 'onChange', 'onUpdates'],
    desktop: true,
  });
});

test('changing the page’s built-in functions changes none of the preload script’s', async () => {
  const answer = await started.page.evaluate(async () => {
    const { map } = Array.prototype;
    const { parse } = JSON;
    const seen: string[] = [];
    Array.prototype.map = function spy(this: unknown[], ...given) {
      // the page's own files may draw meanwhile
      const stack = String(new Error().stack);
      if (!stack.includes('app://gatehouse/')) seen.push(stack);
      return map.apply(this, given as never);
    } as typeof map;
    const listen = Promise.prototype.then;
    await window.gatehouse.desktop.about();
    Array.prototype.map = map;
    return { seen, same: JSON.parse === parse && Promise.prototype.then === listen };
  });
  expect(answer).toEqual({ seen: [], same: true });
});

test('each window is closed in: sandbox, context isolation, no Node, web security', async () => {
  const { app } = started.running;
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const of = (contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }).getLastWebPreferences();
      return [
        of.sandbox,
        of.contextIsolation,
        of.webSecurity,
        of.nodeIntegration,
        of.nodeIntegrationInWorker ?? false,
        of.nodeIntegrationInSubFrames,
        of.webviewTag,
        of.allowRunningInsecureContent,
        of.experimentalFeatures,
        of.enableBlinkFeatures ?? '',
      ];
    }),
  );
  expect(preferences).toEqual([[true, true, true, false, false, false, false, false, false, '']]);
});

test('a page from elsewhere gets no answer, even with the preload script', async () => {
  const { app } = started.running;
  const answers = await app.evaluate(
    async ({ app: main, BrowserWindow }, addresses) => {
      const preload = `${main.getAppPath()}/out/preload/index.cjs`;
      const all: unknown[] = [];
      for (const address of addresses) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, contextIsolation: true },
        });
        await window.loadURL(address).catch(() => undefined);
        all.push(
          await window.webContents.executeJavaScript(`(async () => {
          const { gatehouse } = window;
          const how = (promise) => promise.then(() => 'answered', (error) => error.message.includes('refused'));
          return [gatehouse.language, await how(gatehouse.call('session.state', {})), await how(gatehouse.desktop.preferences())];
        })()`),
        );
        window.destroy();
      }
      return all;
    },
    ['data:text/html,elsewhere', 'about:blank', 'app://gatehouse.other/'],
  );
  expect(answers).toEqual(Array.from({ length: 3 }, () => [null, true, true]));
});

test('frames within the page are cut off from it, and a previewed mail runs and opens nothing', async () => {
  const { page } = started;
  await openFirstMail(page);
  const mail = page.frameLocator('iframe').getByRole('link').first();
  await expect(mail).toBeVisible();
  expect(await mail.evaluate((link) => getComputedStyle(link).borderRadius)).toBe('8px');
  const frame = await page.evaluate(() => {
    const element = document.querySelector('iframe');
    return { sandbox: element?.getAttribute('sandbox'), reachable: element?.contentDocument !== null };
  });
  expect(frame).toEqual({ sandbox: '', reachable: false });
  const refused = page.waitForEvent('console', (message) => message.text().includes('Blocked opening'));
  await mail.click();
  await refused;
  expect(page.frames().map((one) => one.url())).toEqual([page.url(), 'about:srcdoc']);
  await expect(mail).toBeVisible();
});

test('the system is given only secure addresses and plain mail; the page is told of refused ones', async () => {
  const { page, running } = started;
  await running.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    shell.openExternal = async (address) => void opened.push(address);
    Object.assign(globalThis, { openedOutside: opened });
  });
  const answers = await page.evaluate(
    (addresses) => Promise.all(addresses.map((address) => window.gatehouse.desktop.openExternal(address))),
    ['https://example.com/', 'mailto:it@example.com', 'http://example.com/', 'file:///etc/passwd', 'javascript:x', 'x'],
  );
  expect(answers.map((error) => error?.code ?? null)).toEqual([
    null,
    null,
    ...Array.from({ length: 4 }, () => 'address-refused'),
  ]);
  const opened = await running.app.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside);
  expect(opened).toEqual(['https://example.com/', 'mailto:it@example.com']);
});

test('the window of the demo’s invitee reaches only the portal, keeps nothing, and has no bridge', async () => {
  const { page, running } = started;
  await openFirstMail(page);
  const opening = running.app.waitForEvent('window');
  await page.getByRole('button', { name: words.demo.open }).click();
  const invitee = await opening;
  await expect(invitee.getByRole('heading', { name: /^Join / })).toBeVisible();
  const portal = new URL(invitee.url()).origin;
  const seen = await invitee.evaluate(async () => ({
    bridge: 'gatehouse' in window,
    permission: await Notification.requestPermission(),
    opened: window.open('/') !== null,
  }));
  expect(seen).toEqual({ bridge: false, permission: 'denied', opened: false });
  const reached = await running.app.evaluate(
    async ({ BrowserWindow }, addresses) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.getParentWindow());
      const by = (address: string) =>
        window?.webContents.session.fetch(address).then(
          ({ status }) => status < 500,
          () => 'refused',
        );
      return {
        kept: window?.webContents.session.isPersistent(),
        reached: await Promise.all(addresses.map(by)),
      };
    },
    [`${portal}/`, 'http://127.0.0.1:9/', 'https://example.com/', 'app://gatehouse/'],
  );
  expect(reached).toEqual({ kept: false, reached: [true, 'refused', 'refused', 'refused'] });
  await invitee.evaluate(() => location.assign('https://example.com/'));
  await invitee.evaluate(() => location.assign('app://gatehouse/'));
  expect(new URL(invitee.url()).origin).toBe(portal);
  await invitee.close();
});

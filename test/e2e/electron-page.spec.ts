import { expect, test } from '@playwright/test';
import { type Listener, startListener } from './support/listener.ts';
import { type Started, startWithOrganization } from './support/started.ts';

// Electron's security checklist, point by point, in the real window: docs/electron.md names these tests.

interface Facts {
  readonly refused: readonly string[];
  readonly ran: readonly string[];
  readonly errors: readonly string[];
  readonly done: boolean;
}

let started: Started;
let outside: Listener;
test.beforeAll(async () => {
  outside = await startListener();
  started = await startWithOrganization();
});
test.afterAll(async () => {
  await started?.close();
  await outside?.close();
});
test.afterEach(async () => {
  expect(outside.heard).toEqual([]);
  expect(new URL(started.page.url()).host).toBe('gatehouse');
  // the contents of a window go a moment after it
  await expect
    .poll(() => started.running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length))
    .toBe(1);
});

test('the page is app://gatehouse/, a secure origin of its own, and its policy comes as a header', async () => {
  const { page, running } = started;
  expect(page.url()).toMatch(/^app:\/\/gatehouse\/(?:#|$)/);
  expect(await page.evaluate(() => [location.origin, isSecureContext])).toEqual(['app://gatehouse', true]);
  const policy = await running.app.evaluate(async ({ session }) => {
    const answer = await session.defaultSession.fetch('app://gatehouse/');
    return answer.headers.get('content-security-policy');
  });
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+'; /);
});

test('the mark of the first sight is in the page from the start, and goes once there is more to see', async () => {
  const { page, running } = started;
  const served = await running.app.evaluate(async ({ session }) =>
    session.defaultSession.fetch('app://gatehouse/').then((answer) => answer.text()),
  );
  expect(served).toMatch(/<div id="first" aria-hidden="true">\s*<svg /);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#first')).toHaveCount(0);
});

test('only the page’s own files are served, and no window shows any other', async () => {
  const { running } = started;
  const answers = await running.app.evaluate(
    async ({ session }, addresses) =>
      Promise.all(addresses.map((address) => session.defaultSession.fetch(address).then(({ status }) => status))),
    [
      'app://gatehouse/index.html',
      'app://gatehouse/../main/index.js',
      'app://gatehouse/%2e%2e/main/index.js',
      'app://gatehouse/..%2fmain%2findex.js',
      'app://gatehouse/..%2f..%2fpackage.json',
      'app://other/index.html',
    ],
  );
  expect(answers).toEqual([200, 404, 404, 404, 404, 404]);
  const shown = await running.app.evaluate(async ({ BrowserWindow, session }) => {
    const codes: string[] = [];
    for (const one of [session.defaultSession, session.fromPartition('any-other')])
      for (const address of ['file:///etc/hosts', 'app://gatehouse/']) {
        const window = new BrowserWindow({ show: false, webPreferences: { session: one } });
        codes.push(
          await window.loadURL(address).then(
            () => 'loaded',
            (error: Error) => error.message.split(' ')[0] ?? '',
          ),
        );
        window.destroy();
      }
    return codes;
  });
  // the page’s files are served in its own session only
  expect(shown).toEqual(['ERR_BLOCKED_BY_CLIENT', 'loaded', 'ERR_BLOCKED_BY_CLIENT', 'ERR_FAILED']);
});

test('no code runs from text, from the page’s markup or from elsewhere', async () => {
  const { page } = started;
  // in tasks of the page’s own: what a test evaluates may itself evaluate
  await page.evaluate((url) => {
    const facts = { refused: [] as string[], ran: [] as string[], errors: [] as string[], done: false };
    Object.assign(window, { facts, run: (name: string) => facts.ran.push(name) });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      facts.refused.push(`${effectiveDirective} ${blockedURI.split(/[:/]/)[0]}`),
    );
    const attempt = (what: () => unknown) => {
      try {
        what();
      } catch (error) {
        facts.errors.push(error instanceof Error ? error.name : 'error');
      }
    };
    setTimeout(() => {
      // biome-ignore lint/security/noGlobalEval: it must be refused
      attempt(() => globalThis.eval('run("eval")'));
      attempt(() => new Function('run("function")')());
      attempt(() => new Worker(URL.createObjectURL(new Blob(['']))));
      const place = document.createElement('div');
      place.id = 'attempts';
      place.innerHTML = '<img src="data:," onerror="run(\'attribute\')"><a href="javascript:run(\'link\')">x</a>';
      document.body.append(place);
      for (const source of ['', 'data:text/javascript,run("data")', `${url}/script.js`]) {
        const script = document.createElement('script');
        if (source) script.src = source;
        else script.textContent = 'run("inline")';
        place.append(script);
      }
      const style = document.createElement('style');
      style.textContent = '#root { display: none !important }';
      place.append(style);
      place.querySelector('a')?.click();
      facts.done = true;
    });
  }, outside.url);
  const facts = () => page.evaluate(() => (window as unknown as { facts: Facts }).facts);
  await expect
    .poll(async () => [...new Set((await facts()).refused)].sort())
    .toEqual([
      'script-src eval',
      'script-src-attr inline',
      'script-src-elem data',
      'script-src-elem http',
      'script-src-elem inline',
      'style-src-elem inline',
      'worker-src blob',
    ]);
  expect(await facts()).toMatchObject({ ran: [], errors: ['EvalError', 'EvalError', 'SecurityError'], done: true });
  await expect(page.locator('#root')).toBeVisible();
  await page.evaluate(() => document.getElementById('attempts')?.remove());
});

test('the window’s own styles comply with the policy on every kind of page', async () => {
  const { page } = started;
  await page.evaluate(() => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
    Object.assign(window, { refusedHere: refused });
  });
  for (const place of ['/users', '/guests', '/roles', '/audit', '/settings/mail', '/settings/wording', '/outbox']) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.keyboard.press('Control+i');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => (window as unknown as { refusedHere: string[] }).refusedHere)).toEqual([]);
});

test('nothing gets outside by fetch, socket, beacon, picture, frame or style', async () => {
  const { page } = started;
  const fetched = await page.evaluate(
    async ([url, socketUrl]) => {
      const frame = Object.assign(document.createElement('iframe'), { src: `${url}/frame` });
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/style` });
      const prefetch = Object.assign(document.createElement('link'), { rel: 'preconnect', href: `${url}/` });
      document.body.append(frame, link, prefetch);
      const picture = new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
        image.src = `${url}/picture`;
      });
      const socket = new Promise((resolve) => {
        try {
          const open = new WebSocket(socketUrl as string);
          open.onopen = () => resolve('opened');
          open.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
      navigator.sendBeacon(`${url}/beacon`, 'x');
      const answers = [
        await fetch(`${url}/fetch`).then(
          () => 'answered',
          () => 'refused',
        ),
        await fetch('file:///etc/hosts').then(
          () => 'answered',
          () => 'refused',
        ),
        await picture,
        await socket,
      ];
      for (const element of [frame, link, prefetch]) element.remove();
      return answers;
    },
    [outside.url, outside.socketUrl],
  );
  expect(fetched).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('the guard of each session refuses the network even where no policy would', async () => {
  const { running } = started;
  const answers = await running.app.evaluate(async ({ session, BrowserWindow }, url) => {
    const by = (one: Electron.Session) =>
      one.fetch(url).then(
        () => 'answered',
        () => 'refused',
      );
    const later = session.fromPartition('another-one');
    const window = new BrowserWindow({ show: false, webPreferences: { session: later } });
    const loaded = await window.loadURL(url).then(
      () => 'loaded',
      (error: Error) => error.message.split(' ')[0],
    );
    window.destroy();
    return [await by(session.defaultSession), await by(later), loaded];
  }, outside.url);
  expect(answers).toEqual(['refused', 'refused', 'ERR_BLOCKED_BY_CLIENT']);
});

test('no window opens by window.open, by a link to a new one or by a webview tag', async () => {
  const { page, running } = started;
  const opened = await page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), { href: `${url}/blank`, target: '_blank' });
    const webview = document.createElement('webview');
    webview.setAttribute('src', `${url}/webview`);
    webview.setAttribute('allowpopups', '');
    webview.setAttribute('nodeintegration', '');
    document.body.append(link, webview);
    link.click();
    const answers = [window.open(`${url}/open`), window.open('about:blank'), window.open('file:///etc/hosts')];
    return { answers, webview: 'getURL' in webview };
  }, outside.url);
  expect(opened).toEqual({ answers: [null, null, null], webview: false });
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('no permission is granted, whether queried or requested', async () => {
  const { page } = started;
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    const queried = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)),
    );
    const how = (promise: Promise<unknown>) =>
      promise.then(
        () => 'granted',
        () => 'refused',
      );
    const asked = [
      await Notification.requestPermission(),
      await how(navigator.mediaDevices.getUserMedia({ audio: true })),
      await how(navigator.mediaDevices.getDisplayMedia({ video: true })),
      await how(navigator.clipboard.readText()),
      await how(navigator.clipboard.writeText('x')),
      await how(new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))),
      await how(navigator.wakeLock.request()),
      await how(navigator.requestMIDIAccess()),
    ];
    return { queried, asked };
  });
  expect(new Set(states.queried)).toEqual(new Set(['denied']));
  expect(states.asked).toEqual(['denied', ...Array.from({ length: 7 }, () => 'refused')]);
});

test('nothing is saved as a download', async () => {
  const { page, running } = started;
  const items = await running.app.evaluate(async ({ session }) => {
    const seen: string[] = [];
    session.defaultSession.on('will-download', (event, item) => {
      seen.push(`${item.getFilename()} ${event.defaultPrevented}`);
    });
    Object.assign(globalThis, { downloadsSeen: seen });
  });
  expect(items).toBeUndefined();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'saved.exe';
    link.click();
  });
  await expect
    .poll(() => running.app.evaluate(() => (globalThis as unknown as { downloadsSeen: string[] }).downloadsSeen))
    .toEqual(['saved.exe true']);
});

/** How each way of leaving ends: main stops it, or Chromium refuses before that. */
const ways = {
  address: ['location.assign(outside + "/address")', /^stopped .*\/address$/],
  link: ['Object.assign(document.createElement("a"), { href: outside + "/link" }).click()', /^stopped .*\/link$/],
  refresh: [
    'document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: "0;url=" + outside + "/refresh" }))',
    /^stopped .*\/refresh$/,
  ],
  'another app': ['location.assign("app://other/")', /^stopped app:\/\/other\/$/],
  'a file of the page': ['location.replace("app://gatehouse/assets/")', /^stopped app:\/\/gatehouse\/assets\/$/],
  blob: ['location.assign(URL.createObjectURL(new Blob(["x"], { type: "text/html" })))', /^stopped blob:/],
  'file of the computer': ['location.assign("file:///etc/hosts")', /Not allowed to load local resource/],
  data: ['location.assign("data:text/html,x")', /Not allowed to navigate top frame to data URL/],
  script: ['location.assign("javascript:document.body.remove()")', /Refused to run the JavaScript URL/],
  form: [
    '(() => { const form = Object.assign(document.createElement("form"), { action: outside, method: "post" }); document.body.append(form); form.submit(); form.remove(); })()',
    /Refused to send form data/,
  ],
} as const satisfies Record<string, readonly [code: string, answer: RegExp]>;

test('the page goes nowhere by address, link, form, refresh or script', async () => {
  const { page, running } = started;
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await running.app.evaluate(({ BrowserWindow }) => {
    const stopped: string[] = [];
    Object.assign(globalThis, { stopped });
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      stopped.push(`${event.defaultPrevented ? 'stopped' : 'LET THROUGH'} ${event.url}`);
    });
  });
  const title = () => page.evaluate(() => document.querySelector('h1')?.textContent);
  const [before, shown] = [page.url(), await title()];
  for (const [way, [code, answer]] of Object.entries(ways)) {
    await page.evaluate(([text, url]) => new Function('outside', text as string)(url), [code, outside.url]);
    await expect
      .poll(async () => {
        const stopped = await running.app.evaluate(() => (globalThis as unknown as { stopped: string[] }).stopped);
        return [...said, ...stopped].filter((line) => answer.test(line)).length;
      }, way)
      .toBe(1);
    expect(page.url(), way).toBe(before);
  }
  expect(await title()).toBe(shown);
});

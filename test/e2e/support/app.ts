import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, errors, type Page, test } from '@playwright/test';
import { keepOnScreen } from './on-screen.ts';

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** All that the main process printed so far. */
  readonly output: () => string;
  readonly close: () => Promise<void>;
}

/** A folder for one test's profiles and workspaces. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** How the desktop around the window is set up. */
export interface ChromiumSetup {
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What the application is started with; switches of Chromium's own stand before the application. */
export const launchArguments = (
  profile: string,
  args: readonly string[] = [],
  switches: readonly string[] = [],
): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  `--user-data-dir=${profile}`,
  ...switches,
  '.',
  ...args,
];

/** How long each of the tries may take, in milliseconds: a start takes two seconds, the last is longer than any takes. */
const patience: readonly number[] = [10_000, 20_000, 30_000];

const waiting = path.join(import.meta.dirname, 'wait-for-playwright.cjs');

interface Up {
  readonly app: ElectronApplication;
  readonly page: Page;
}

type Options = Parameters<typeof _electron.launch>[0];

async function launch(options: Options, timeout: number): Promise<Up> {
  const app = await _electron.launch({ ...options, timeout });
  try {
    const page = await app.firstWindow({ timeout });
    await page.waitForLoadState('domcontentloaded', { timeout });
    return { app, page };
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
}

/**
 * On a busy computer Playwright misses now and then that the window has gone to its page (about one start in twenty), and
 * waits for it for ever. What it started is ended, and started once more; the test gets back the time that this took.
 */
async function launchHeard(options: Options, [timeout, ...more]: readonly number[] = patience): Promise<Up> {
  const began = Date.now();
  try {
    return await launch(options, timeout ?? 0);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || more.length === 0) throw error;
    console.warn(`Electron was not heard of within ${(timeout ?? 0) / 1000} s; it is started once more.`);
    const given = test.info().timeout;
    if (given > 0) test.setTimeout(given + Date.now() - began);
    // a demo that was being filled begins anew
    const demo = options?.env?.GATEHOUSE_DEMO_FOLDER;
    if (demo) rmSync(demo, { recursive: true, force: true, maxRetries: 5 });
    return launchHeard(options, more);
  }
}

/**
 * Starts the built application in the real Electron, with a profile of its own.
 * @param profile folder for Chromium's profile and the preferences; the same one again is a restart
 * @param system the language of the computer, as the environment has it
 * @param chromium switches of Chromium's own, and more of the environment
 */
export async function startApp(
  profile: string,
  args: readonly string[] = [],
  system = 'en_US.UTF-8',
  chromium: ChromiumSetup = {},
): Promise<RunningApp> {
  const executablePath = process.env.ELECTRON_EXEC_PATH;
  const { app, page } = await launchHeard({
    ...(executablePath ? { executablePath } : {}),
    args: launchArguments(profile, args, [...(chromium.switches ?? []), '-r', waiting]),
    env: {
      ...(process.env as Record<string, string>),
      // the window speaks as the system does; the tests read English
      LANG: system,
      LC_ALL: system,
      LANGUAGE: system.slice(0, 2),
      TZ: 'Europe/Amsterdam',
      // removed together with the test's own folder, after Chromium has ended
      GATEHOUSE_DEMO_FOLDER: path.join(profile, 'demo'),
      ...chromium.env,
    },
  });
  let output = '';
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (part: Buffer) => {
      output += part.toString();
    });
  const close = async () => {
    await keepOnScreen(page);
    await app.close();
  };
  return { app, page, output: () => output, close };
}

/** Ends the whole application as the system would when memory runs out. */
export async function killHard({ app }: RunningApp): Promise<void> {
  const main = app.process();
  const closed = app.waitForEvent('close');
  main.kill('SIGKILL');
  if (main.exitCode === null && main.signalCode === null) await once(main, 'exit');
  await closed;
}

/** As the button in the window's corner does. */
export const closeWindow = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

/** The window's content size, as an admin would drag it. */
export async function resize({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  const set = () =>
    app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
      width,
      height,
    ] as [number, number]);
  // V8 loses the answer of a busy process now and then (playwright#33737), and a size may be set twice
  await set().catch((error: Error) => {
    if (!error.message.includes('promise was garbage collected')) throw error;
    return set();
  });
  await page.waitForFunction(([w, h]) => window.innerWidth === w && window.innerHeight === h, [width, height]);
}

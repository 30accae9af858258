// Starts an Electron as a person does, and observes its window from outside, through Chromium's debugging port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { isRoot } from '../../launch/ready.mjs';
import { endWithProcess } from './leftovers.ts';
import { residentMegabytes } from './memory.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const longestStart = 120_000;
export const emptyApp = path.join(import.meta.dirname, 'empty/main.cjs');

export interface Window {
  readonly browser: Browser;
  readonly page: Page;
  /** Milliseconds from the start of the process to the first paint, and to the first text, by the page's own clock. */
  readonly painted: () => Promise<{ readonly first: number; readonly text: number }>;
  /** Of all its processes. */
  readonly megabytes: () => number;
  readonly close: () => Promise<void>;
}

/** @param what the application and its arguments */
export async function openWindow(what: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Window> {
  const executable = process.env.ELECTRON_EXEC_PATH;
  if (!executable) throw new Error('run this by npm run bench, which brings an Electron');
  const profile = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-window-'));
  const switches = [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--remote-debugging-port=0'];
  const began = Date.now();
  const child = spawn(executable, [...switches, `--user-data-dir=${profile}`, ...what], {
    cwd: root,
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en', TMPDIR: profile, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    // a process group of its own, to be ended as one: a process outliving its parent would write its profile again
    detached: process.platform !== 'win32',
  });
  const ended = once(child, 'exit');
  const end = endWithProcess(() => {
    killAll(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  // whoever is waiting then hears that it ended
  const patience = setTimeout(end, longestStart);
  try {
    const address = await debuggerOf(child);
    await hasPage(address);
    const browser = await chromium.connectOverCDP(address, { artifactsDir: profile });
    const page = await firstPage(browser);
    return {
      browser,
      page,
      async painted() {
        const [first, text] = await paintedAt(page);
        return { first: first - began, text: text - began };
      },
      megabytes: () => residentMegabytes(child.pid as number),
      async close() {
        await browser.close();
        child.kill();
        await ended;
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  } finally {
    clearTimeout(patience);
  }
}

function killAll(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) return void child.kill('SIGKILL');
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // nobody of the group is left
  }
}

function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`Electron ended before it listened: ${said}`)));
  });
}

/** A client that connects while the window is being made sometimes never hears of its page, and waits for ever. */
async function hasPage(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  for (;;) {
    const targets = (await (await fetch(list)).json()) as { type: string; url: string }[];
    if (targets.some(({ type, url }) => type === 'page' && /^(app|file|data):/.test(url))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (!context) throw new Error('this Electron has no window');
  return context.pages()[0] ?? context.waitForEvent('page');
}

/** When the page first painted anything, and text, in milliseconds since 1970. */
const paintedAt = (page: Page) =>
  page.evaluate(() => {
    const first = (type: string, name: string) =>
      new Promise<number>((resolve) => {
        const seen = (entries: PerformanceEntry[]) => {
          const entry = entries.find((one) => one.name === name);
          if (entry) resolve(performance.timeOrigin + entry.startTime);
        };
        new PerformanceObserver((list) => seen(list.getEntries())).observe({ type, buffered: true });
      });
    return Promise.all([first('paint', 'first-contentful-paint'), first('largest-contentful-paint', '')]);
  });

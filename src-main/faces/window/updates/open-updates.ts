import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import type { Messages } from '#contract/messages/index.ts';
import type { Asked } from '#contract/shell.ts';
import type { UpdateState } from '#contract/updates.ts';
import type { DesktopPort } from '../desktop/port.ts';
import { notify } from '../notify.ts';
import type { PreferenceStore } from '../preferences.ts';
import { type Feed, feedOf } from './feed-address.ts';
import { createUpdates, type Updates } from './updates.ts';
import { wayOf } from './way.ts';

const hour = 60 * 60_000;

interface OpenUpdatesOptions {
  readonly demo: boolean;
  readonly port: DesktopPort;
  readonly preferences: PreferenceStore;
  readonly words: () => Messages;
  readonly ask: (asked: Asked) => void;
  readonly tell: (state: UpdateState) => void;
}

/** Updates of this very program: the feed its package names, what is remembered of it, and a daily look if wanted. */
export function openUpdates({ demo, port, preferences, words, ask, tell }: OpenUpdatesOptions): Updates {
  const { feed, configFile } = baked();
  const offered = feed !== undefined && !demo;
  const updates = createUpdates({
    source: offered
      ? {
          host: new URL(feed.address).host,
          // electron-updater is loaded at the first look
          open: async () =>
            (await import('./open-source.ts')).openUpdateSource({
              ...{ feed, configFile },
              onRenamed: (file) => startThere(port, file),
            }),
        }
      : null,
    ...(offered ? {} : { off: demo ? 'demo' : 'no-feed' }),
    way: wayOf({ ...process, resources: process.resourcesPath, executable: process.execPath }),
    version: app.getVersion(),
    wanted: () => preferences.get().updates === true,
    memory: { get: preferences.updateMemory, save: preferences.saveUpdateMemory },
    now: Date.now,
    tell,
    onFound: tellOf,
    leave: port.quit,
  });
  async function tellOf(version: string): Promise<void> {
    if (preferences.get().notifications === false) return;
    const { found, foundText } = words().updates.notice;
    if (await notify(port, found(version), foundText, true)) ask({ href: '/profile' });
  }
  if (offered) setInterval(() => void updates.lookWhenDue(), hour).unref();
  return updates;
}

/** A package reads its own archive only; a build that is no package takes what a test gives it. */
function baked(): { readonly feed?: Feed | undefined; readonly configFile: string } {
  if (app.isPackaged) {
    const manifest = readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8');
    return { feed: feedOf(JSON.parse(manifest)), configFile: path.join(process.resourcesPath, 'app-update.yml') };
  }
  const given = JSON.parse(process.env.GATEHOUSE_TEST_UPDATES ?? '{}') as { configFile?: string };
  return { feed: feedOf({ updates: given }), configFile: given.configFile ?? '' };
}

/** The entry that starts Gatehouse at login names the file. */
function startThere(port: DesktopPort, file: string): void {
  const wanted = port.startsAtLogin() === true;
  process.env.APPIMAGE = file;
  if (wanted) port.setStartAtLogin(true);
}

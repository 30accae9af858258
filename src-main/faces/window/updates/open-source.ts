import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import { getAppCacheDir } from 'electron-updater/out/AppAdapter.js';
import { guardSession } from '../guard-session.ts';
import type { Feed } from './feed-address.ts';
import type { UpdateSource } from './port.ts';
import type { Fetch } from './read-within.ts';
import { StoppableExecutor } from './stoppable-executor.ts';
import { UpdateFailure } from './trouble.ts';
import { updateSource } from './update-source.ts';

interface OpenOptions {
  readonly feed: Feed;
  readonly configFile: string;
  /** The new AppImage has another file name. */
  readonly onRenamed: (file: string) => void;
}

/** electron-updater for this system, in its own session that reaches the feed's folder and nothing else. */
export function openUpdateSource({ feed, configFile, onRenamed }: OpenOptions): UpdateSource {
  const updater = updaterHere();
  const { netSession } = updater;
  guardSession(netSession, (url) => url.href.startsWith(feed.address));
  netSession.setUserAgent('Gatehouse');
  updater.on('appimage-filename-updated', onRenamed);
  return updateSource(updater, {
    feed,
    configFile,
    fetch: netSession.fetch.bind(netSession) as Fetch,
    extension: process.platform === 'win32' ? 'exe' : process.platform === 'darwin' ? 'zip' : 'AppImage',
    cache: getAppCacheDir(),
    // a proxy that wants a password gets none: the request fails and says so
    executor: new StoppableExecutor((_proxy, answer) => answer('', '')),
    canInstall,
  });
}

function updaterHere(): AppUpdater {
  if (process.platform === 'win32') return new NsisUpdater();
  return process.platform === 'darwin' ? new MacUpdater() : new AppImageUpdater();
}

/** An AppImage is replaced in its folder; the installers of other systems ask for what they need. */
async function canInstall(): Promise<void> {
  const file = process.env.APPIMAGE;
  if (process.platform !== 'linux') return;
  try {
    await access(file ?? '');
    await access(path.dirname(file ?? ''), constants.W_OK);
  } catch (error) {
    throw new UpdateFailure('no-write', (error as NodeJS.ErrnoException).code);
  }
}

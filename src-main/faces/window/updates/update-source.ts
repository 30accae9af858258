import { statfs } from 'node:fs/promises';
import type { AppUpdater, ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import { BaseUpdater, CancellationToken } from 'electron-updater';
import { findFile } from 'electron-updater/out/providers/Provider.js';
import type { UpdateOffer } from '#contract/updates.ts';
import type { Feed } from './feed-address.ts';
import type { UpdateSource } from './port.ts';
import type { Fetch } from './read-within.ts';
import { SignedProvider } from './signed-provider.ts';
import type { StoppableExecutor } from './stoppable-executor.ts';
import { UpdateFailure } from './trouble.ts';

interface SourceOptions {
  readonly feed: Feed;
  readonly fetch: Fetch;
  /** The extension of this system's files, without the dot. */
  readonly extension: 'AppImage' | 'exe' | 'zip';
  /** `app-update.yml`, as electron-builder wrote it beside the archive. */
  readonly configFile: string;
  /** A folder on the disk that downloads go to. */
  readonly cache: string;
  readonly executor: StoppableExecutor;
  readonly canInstall: () => Promise<void>;
}

/** Newer versions through electron-updater, which neither fetches nor installs on its own. */
export function updateSource(updater: AppUpdater, options: SourceOptions): UpdateSource {
  const { feed, fetch, extension, cache, executor, canInstall } = options;
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowPrerelease = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  updater.forceDevUpdateConfig = true; // else a copy that is no AppImage could not even look
  updater.updateConfigPath = options.configFile;
  updater.requestHeaders = { 'User-Agent': 'Gatehouse' };
  Object.assign(updater, { httpExecutor: executor });
  nameless(updater);
  const provider = { provider: 'custom' as const, updateProvider: SignedProvider as never, feed, fetch };
  updater.setFeedURL(provider);

  let found: ResolvedUpdateFileInfo | undefined;
  return {
    async look() {
      const result = await updater.checkForUpdates();
      if (!result) throw new UpdateFailure('failed');
      const files = new SignedProvider({ feed, fetch }, updater, {} as never).resolveFiles(result.updateInfo);
      found =
        files.find(({ url }) => url.pathname.endsWith(`.${extension}`)) && (findFile(files, extension) ?? undefined);
      return { offer: offerOf(result.updateInfo, found), newer: result.isUpdateAvailable };
    },
    async download(at, signal) {
      const size = found?.info.size;
      if (!found) throw new UpdateFailure('unreadable', `.${extension}`);
      if (size !== undefined && size > (await roomIn(cache))) throw new UpdateFailure('no-room');
      const token = new CancellationToken();
      let tooLong = false;
      const cancel = () => {
        executor.stop();
        token.cancel();
      };
      const heard = ({ total, transferred }: { readonly total: number; readonly transferred: number }) => {
        tooLong ||= size !== undefined && total !== size;
        if (tooLong) cancel();
        else at(transferred);
      };
      signal.addEventListener('abort', cancel, { once: true });
      updater.on('download-progress', heard);
      try {
        await updater.downloadUpdate(token);
      } catch (error) {
        throw tooLong ? new UpdateFailure('checksum') : error;
      } finally {
        updater.off('download-progress', heard);
        signal.removeEventListener('abort', cancel);
      }
    },
    canInstall,
    install: () =>
      new Promise((resolve, reject) => {
        updater.once('error', reject);
        if (!(updater instanceof BaseUpdater)) return updater.quitAndInstall(); // Squirrel.Mac ends the process itself
        if (updater.install(false, true)) resolve();
        else reject(new UpdateFailure('failed'));
      }),
  };
}

/** electron-updater keeps a random number in the profile, by which a server could tell computers apart; not here. */
function nameless(updater: AppUpdater): void {
  Object.assign(updater, { stagingUserIdPromise: { value: Promise.resolve('') } });
}

function offerOf(
  { version, releaseDate, releaseNotes }: UpdateInfo,
  file: ResolvedUpdateFileInfo | undefined,
): UpdateOffer {
  const bytes = file?.info.size;
  return {
    version,
    ...(bytes === undefined ? {} : { bytes }),
    ...(releaseDate ? { releasedAt: Date.parse(releaseDate) } : {}),
    notes: typeof releaseNotes === 'string' ? releaseNotes.trim() : '',
  };
}

/** @returns bytes; unlimited where it cannot be found out: then the disk itself will complain */
async function roomIn(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

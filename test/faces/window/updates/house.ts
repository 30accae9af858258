import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppImageUpdater } from 'electron-updater';
import type { UpdateState } from '#contract/updates.ts';
import { StoppableExecutor } from '../../../../src-main/faces/window/updates/stoppable-executor.ts';
import { updateSource } from '../../../../src-main/faces/window/updates/update-source.ts';
import { createUpdates, type UpdateMemory } from '../../../../src-main/faces/window/updates/updates.ts';
import { type FeedServer, startFeed } from '../../../support/update-feed.ts';

/** electron-updater's own downloading, over Node's HTTP where Electron's is not there. */
class OverNode extends StoppableExecutor {
  protected override begin(options: object, callback: (response: never) => void): never {
    return request(options, callback as (response: IncomingMessage) => void) as never;
  }
  protected override addRedirectHandlers(): void {}
}

interface HouseOptions {
  readonly version?: string;
  readonly memory?: UpdateMemory;
  readonly feed?: FeedServer;
}

/** The real electron-updater under plain Node, asking a real server; only Electron itself is not there. */
export async function house({ version = '0.1.0', memory = {}, feed: given }: HouseOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-updates-'));
  const configFile = path.join(folder, 'app-update.yml');
  writeFileSync(configFile, 'updaterCacheDirName: gatehouse-updater\n');
  const appImage = path.join(folder, 'Gatehouse.AppImage');
  writeFileSync(appImage, 'the old one');
  const feed = given ?? (await startFeed());
  const before = process.env.APPIMAGE;
  process.env.APPIMAGE = appImage;
  const open = () => {
    const updater = new AppImageUpdater(null, {
      ...{ version, name: 'Gatehouse', isPackaged: true, appUpdateConfigPath: configFile },
      ...{ userDataPath: path.join(folder, 'profile'), baseCachePath: path.join(folder, 'cache') },
      whenReady: () => Promise.resolve(),
      relaunch() {},
      quit() {},
      onQuit() {},
    });
    return updateSource(updater, {
      ...{ feed, configFile, fetch, extension: 'AppImage' as const, cache: folder },
      executor: new OverNode(),
      canInstall: async () => {},
    });
  };
  const kept = { memory, now: Date.UTC(2026, 10, 29), wanted: false, left: 0 };
  const states: UpdateState[] = [];
  const found: string[] = [];
  const updates = createUpdates({
    source: { host: new URL(feed.address).host, open: async () => open() },
    way: 'itself',
    version,
    wanted: () => kept.wanted,
    memory: { get: () => kept.memory, save: (next) => void Object.assign(kept, { memory: next }) },
    now: () => kept.now,
    tell: (state) => void states.push(state),
    onFound: (newer) => void found.push(newer),
    leave: () => void kept.left++,
  });
  return {
    ...{ folder, appImage, feed, updates, kept, states, found },
    pending: path.join(folder, 'cache', 'gatehouse-updater', 'pending'),
    async [Symbol.asyncDispose]() {
      if (before === undefined) delete process.env.APPIMAGE;
      else process.env.APPIMAGE = before;
      await feed.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

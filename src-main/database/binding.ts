import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * better-sqlite3 13 needs Node-API 10 and crashes the process below it. The runtime made by `scripts/runtime.mjs` has 9
 * and brings its own build beside the binary.
 */
export function nativeBinding(): string | undefined {
  if (Number(process.versions.napi ?? 0) >= 10) return undefined;
  const { resourcesPath = '' } = process as { resourcesPath?: string };
  return [path.dirname(process.execPath), resourcesPath]
    .map((folder) => path.join(folder, 'better_sqlite3-napi9.node'))
    .find((file) => existsSync(file));
}

import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Gives folders and files the permissions of installed ones, whatever the packer's umask.
 * @param {string} stage
 * @returns {{bytes: number, sums: string}} their size, and the checksums for `dpkg --verify`
 */
export function settle(stage) {
  let bytes = 0;
  let sums = '';
  /** @param {string} folder */
  const walk = (folder) => {
    chmodSync(folder, 0o755);
    for (const name of readdirSync(folder).sort()) {
      const file = path.join(folder, name);
      const state = lstatSync(file);
      if (state.isDirectory()) walk(file);
      if (!state.isFile()) continue;
      chmodSync(file, state.mode & 0o111 ? 0o755 : 0o644);
      bytes += state.size;
      sums += `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${path.relative(stage, file)}\n`;
    }
  };
  walk(stage);
  return { bytes, sums };
}

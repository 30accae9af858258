import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../prepare/paths.mjs';
import { quietly } from '../../prepare/run.mjs';
import { fileStem } from '../names.mjs';

/** @param {boolean} standIn */
export function archiveName(standIn) {
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return `${fileStem(standIn)}_${version}_linux-${process.arch}.tar.gz`;
}

/**
 * Packs the unpacked program for people who install it by hand, in a folder named like the archive.
 * @param {string} unpacked
 * @param {string} output
 * @param {{standIn: boolean, release: boolean}} what
 */
export async function makeArchive(unpacked, output, { standIn, release }) {
  const name = archiveName(standIn);
  const inside = name.replace(/\.tar\.gz$/, '');
  await quietly('tar', [
    ...['--create', '--owner=0', '--group=0', '--numeric-owner', '--sort=name'],
    ...[`--use-compress-program=gzip -${release ? 9 : 1}`, `--transform=s,^\\.,${inside},`],
    ...['--file', path.join(output, name), '--directory', unpacked, '.'],
  ]);
}

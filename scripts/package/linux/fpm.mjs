#!/usr/bin/env node
// What electron-builder calls instead of fpm (CUSTOM_FPM_PATH), which it would have to download: reads what is passed for
// a .deb, lays out the files and has dpkg-deb pack them.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runMain } from '../../prepare/report.mjs';
import { readFpmArguments } from './fpm-arguments.mjs';
import { settle } from './settle.mjs';

const scripts = {
  'before-install': 'preinst',
  'after-install': 'postinst',
  'before-remove': 'prerm',
  'after-remove': 'postrm',
};

await runMain(async () => {
  const asked = readFpmArguments(process.argv.slice(2));
  const stage = mkdtempSync(path.join(tmpdir(), 'gatehouse-deb-'));
  try {
    for (const { from, to } of asked.files) layOut(from, path.join(stage, to));
    const { bytes, sums } = settle(stage);
    const about = path.join(stage, 'DEBIAN');
    mkdirSync(about);
    writeFileSync(path.join(about, 'control'), control(asked, bytes));
    writeFileSync(path.join(about, 'md5sums'), sums);
    for (const [option, name] of Object.entries(scripts)) {
      const script = asked.options[option];
      if (!script) continue;
      copyFileSync(script, path.join(about, name));
      chmodSync(path.join(about, name), 0o755);
    }
    const thorough = asked.options['deb-compression'] === 'xz';
    const quick = execFileSync('dpkg-deb', ['--help'], { encoding: 'utf8' }).includes('zstd') ? 'zstd' : 'gzip';
    const compression = thorough ? ['-Zxz'] : [`-Z${quick}`, '-z3']; // twenty times as fast, a sixth larger
    const packing = ['--root-owner-group', ...compression, '--build', stage, asked.options.package ?? ''];
    execFileSync('dpkg-deb', packing, { stdio: 'inherit' });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return 0;
});

/** @param {string} from a folder if it ends in a slash @param {string} to */
function layOut(from, to) {
  mkdirSync(from.endsWith('/') ? to : path.dirname(to), { recursive: true });
  if (from.endsWith('/')) return cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  if (lstatSync(from).isSymbolicLink()) return symlinkSync(readlinkSync(from), to);
  copyFileSync(from, to);
  chmodSync(to, 0o644);
}

/** @param {import('./fpm-arguments.mjs').FpmArguments} asked @param {number} bytes */
function control({ options, depends, recommends }, bytes) {
  const [first = '', ...rest] = (options.description ?? '').split('\n').map((line) => line.trim());
  return [
    `Package: ${options.name}`,
    `Version: ${options.version}`,
    `Architecture: ${options.architecture}`,
    `Maintainer: ${options.maintainer}`,
    `Installed-Size: ${Math.ceil(bytes / 1024)}`,
    ...(depends.length > 0 ? [`Depends: ${depends.join(', ')}`] : []),
    ...(recommends.length > 0 ? [`Recommends: ${recommends.join(', ')}`] : []),
    `Section: ${options.category ?? 'misc'}`,
    `Priority: ${options['deb-priority'] ?? 'optional'}`,
    `Description: ${first}`,
    ...rest.filter(Boolean).map((line) => ` ${line}`),
    '',
  ].join('\n');
}

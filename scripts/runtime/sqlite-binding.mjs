import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot, packageFile, projectNode, toolEnv } from '../prepare/paths.mjs';
import { Trouble } from '../prepare/report.mjs';
import { quietly } from '../prepare/run.mjs';

/**
 * Compiles better-sqlite3 for runtimes with Node-API 9; its prebuilt binding needs 10 and crashes with less.
 * @param {string} work a folder to compile in
 * @param {string} to the binding's file
 */
export async function compileSqlite(work, to) {
  const from = path.dirname(packageFile('better-sqlite3', 'package.json'));
  cpSync(from, work, { recursive: true, filter: (file) => !/[\\/](prebuilds|build)$/.test(file) });
  // From inside the copy, binding.gyp asks Node where node-addon-api is.
  const addonApi = path.dirname(packageFile('node-addon-api', 'package.json'));
  mkdirSync(path.join(work, 'node_modules'));
  cpSync(addonApi, path.join(work, 'node_modules', 'node-addon-api'), { recursive: true });

  const headers = nodeHeaders();
  if (!headers) throw new Trouble('no headers of Node were found: set npm_config_nodedir to a Node distribution');
  const optimize = '-O2 -fno-lto';
  const gyp = packageFile('node-gyp', 'bin/node-gyp.js');
  await quietly(projectNode, [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '--jobs', '2'], {
    cwd: work,
    env: toolEnv({
      CFLAGS: optimize,
      LDFLAGS: '-fno-lto',
      CXXFLAGS: [
        optimize,
        '-UNAPI_VERSION -DNAPI_VERSION=9',
        `-I${headers}/include/node`,
        `-include ${inRoot('scripts', 'runtime', 'napi10-references.h')}`,
      ].join(' '),
    }),
  });
  cpSync(path.join(work, 'build', 'Release', 'better_sqlite3.node'), to);
}

/** The folder whose include/node has the headers: that of the project's own Node, otherwise a configured or system one. */
export function nodeHeaders() {
  const packaged = `node-${process.platform}-${process.arch}`;
  return [
    inRoot('node_modules', 'node', 'node_modules', packaged),
    inRoot('node_modules', packaged),
    process.env.npm_config_nodedir,
    path.resolve(process.execPath, '..', '..'),
    '/usr',
    '/usr/local',
  ].find((folder) => folder && existsSync(path.join(folder, 'include', 'node', 'node_api.h')));
}

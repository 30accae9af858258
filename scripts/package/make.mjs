// usage: node make.mjs EXECUTABLE OUTPUT    (run by package.mjs under the project's Node)
//
// Packs the build with the Electron whose executable is named. Nothing is fetched and nothing is published.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { packageFile, root } from '../prepare/paths.mjs';
import { runMain, Trouble } from '../prepare/report.mjs';
import { configuration } from './config.mjs';

/** The folder that Electron's makers publish as one archive. @param {string} executable */
const distOf = (executable) =>
  process.platform === 'darwin' ? path.resolve(executable, '../../../..') : path.dirname(executable);

await runMain(async () => {
  const [, , executable, output] = process.argv;
  if (!executable || !output) throw new Trouble('usage: node make.mjs EXECUTABLE OUTPUT');
  const dist = distOf(executable);
  const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  const wanted = JSON.parse(readFileSync(packageFile('electron', 'package.json'), 'utf8')).version;
  rmSync(output, { recursive: true, force: true });
  await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    config: configuration({ dist, version, standIn: version !== wanted, output }),
    publish: 'never',
  });
  return 0;
});

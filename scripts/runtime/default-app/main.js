// @ts-nocheck -- it speaks to Electron's undocumented interface for default apps.
// What Electron's own default_app.asar does for `electron [options] <app folder>`: the runtime made from the
// registry comes without one. It is ESM and awaits the app's entry, so `ready` waits for it as usual.
import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** Options before the first word are ours; the first word is the app, and everything after it belongs to the app. */
function parse(argv) {
  const preload = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at];
    // Playwright puts its loader in front of the app this way.
    if (word === '-r' || word === '--require') preload.push(argv[++at]);
    else if (word === '--version' || word === '-v') return { version: true, preload };
    else if (!word.startsWith('-')) return { target: path.resolve(word), preload };
  }
  return { preload };
}

/** The app's name, version and folder, as if it were packaged. */
function introduce(target, entry) {
  const file = path.join(target, 'package.json');
  if (!existsSync(file)) return app.setAppPath(path.dirname(entry));
  const about = JSON.parse(readFileSync(file, 'utf8'));
  if (about.version) app.setVersion(about.version);
  app.name = about.productName ?? about.name ?? app.name;
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(target);
}

const { version, target, preload } = parse(process.argv.slice(1));
if (version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (preload.length > 0) Module._preloadModules(preload);
if (!target) {
  console.error('usage: electron [options] <app folder>');
  process.exit(1);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const entry = createRequire(import.meta.url).resolve(target);
introduce(target, entry);
await import(pathToFileURL(entry).href);

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { deb, linux, rpm } from './linux/config.mjs';
import { mac } from './mac.mjs';
import { fileName, productName } from './names.mjs';
import { nsis, portable, win } from './windows.mjs';

/**
 * What electron-builder packs, and how the binary is locked down. Everything but native code is bundled into `out/`; code is
 * loaded only from the asar, except for native code, which lies beside it because the system cannot load it from there.
 * @param {{dist?: string | undefined, version: string, standIn: boolean, release?: boolean, output: string,
 *   feed?: import('../../src-main/faces/window/updates/feed-address.ts').Feed | undefined, notes?: string}} options
 * `dist`: folder of the Electron to pack, otherwise electron-builder fetches it; `standIn`: it is not the pinned one;
 * `release`: takes its time for smaller files; `feed`: where to look for newer versions; `notes`: what the feed says of this
 * @returns {import('electron-builder').Configuration}
 */
export const configuration = ({ dist, version, standIn, release = false, output, feed, notes = '' }) => ({
  appId: 'gatehouse.console',
  productName: productName(standIn),
  // electron-builder insists on an address, but nothing that is released shows it
  extraMetadata: {
    productName: productName(standIn),
    homepage: 'https://gatehouse.example/',
    // inside the archive, where macOS and Windows check that nobody has changed it
    ...(feed ? { updates: { feed: feed.address, publicKey: feed.publicKey } } : {}),
  },
  artifactName: fileName(standIn),
  directories: { output, buildResources: 'resources' },
  ...(dist ? { electronDist: dist } : {}),
  electronVersion: version,
  npmRebuild: false, // both native packages bring prebuilt bindings
  // makes electron-builder write latest….yml beside the packages; it publishes nothing (make.mjs)
  publish: feed ? { provider: 'generic', url: feed.address } : null,
  ...(feed && notes ? { releaseInfo: { releaseNotes: notes } } : {}),
  asar: { smartUnpack: false }, // otherwise the scripts beside a binding would be unpacked, too
  asarUnpack: ['**/*.node'],
  files: [
    'out/**',
    '!out/**/*.map',
    '!out/.built-from',
    'resources/**',
    '!resources/help/**', // the page holds it
    'package.json',
    '!node_modules/better-sqlite3/{deps,src,build}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
    '!node_modules/node-addon-api/**',
  ],
  // what Electron shows without an app
  afterPack: ({ packager, appOutDir }) =>
    rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // Electron checks it on macOS and Windows; on Linux it has nowhere to store the hash
    enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: linux(standIn),
  deb: deb(release),
  rpm,
  mac,
  win,
  nsis: nsis(standIn),
  portable: portable(standIn),
});

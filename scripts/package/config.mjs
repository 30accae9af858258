import { rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * What electron-builder packs, and how the binary is closed. Everything but native code is bundled into `out/`; the asar is the
 * only place that code is loaded from, and files of native code lie beside it because the system can load no others.
 * @param {{dist: string, version: string, standIn: boolean, output: string}} options
 * `dist`: folder of the Electron to pack; `standIn`: it is not the pinned one
 * @returns {import('electron-builder').Configuration}
 */
export const configuration = ({ dist, version, standIn, output }) => ({
  appId: 'gatehouse.console',
  productName: productName(standIn),
  extraMetadata: { productName: productName(standIn) },
  directories: { output, buildResources: 'resources' },
  electronDist: dist,
  electronVersion: version,
  npmRebuild: false, // both native packages bring prebuilt bindings
  publish: null,
  asar: { smartUnpack: false }, // else the scripts beside a binding would lie outside, too
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
  // what Electron shows where there is no program
  afterPack: ({ packager, appOutDir }) =>
    rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // Electron checks it on macOS and Windows; on Linux it has nowhere to keep the hash
    enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    target: ['dir'],
    executableName: 'gatehouse',
    category: 'Office',
    synopsis: 'A desktop console for IT admins',
    maintainer: 'Gatehouse',
  },
});

/** One that holds another Electron than the pinned one says so wherever its name stands, its profile's folder included. */
export const productName = (/** @type {boolean} */ standIn) =>
  standIn ? 'Gatehouse (stand-in runtime, not for release)' : 'Gatehouse';

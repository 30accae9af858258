import { inRoot } from '../../prepare/paths.mjs';
import { libraryPackages } from '../../prepare/system.mjs';
import { productName } from '../names.mjs';

/** The command in an installed program. @param {boolean} standIn */
export const installedCommand = (standIn) => `/opt/${productName(standIn)}/resources/bin/gatehouse`;

/** A link with this name is made before packing, for the packages' files outside /opt. */
export const linkFile = inRoot('.cache', 'package', 'gatehouse');

/** @param {boolean} standIn @returns {import('electron-builder').LinuxConfiguration & Record<string, unknown>} */
export const linux = (standIn) => ({
  target: ['deb', 'rpm', 'AppImage'],
  executableName: 'gatehouse',
  icon: 'resources/icons/gatehouse',
  category: 'Office',
  synopsis: 'A desktop console for IT admins',
  description: [
    'Invites people, reviews what is pending, and keeps users, roles and teams in order.',
    standIn ? 'Made for trying out, with another Electron than the one it is made for.' : '',
  ]
    .join(' ')
    .trim(),
  maintainer: 'Gatehouse',
  syncDesktopName: true,
  extraResources: [{ from: 'scripts/package/command/gatehouse', to: 'bin/gatehouse' }],
});

const outside = [`${linkFile}=/usr/bin/gatehouse`];
const scripts = {
  afterInstall: 'scripts/package/linux/after-install.sh',
  afterRemove: 'scripts/package/linux/after-remove.sh',
};

/** @param {boolean} release @returns {import('electron-builder').DebOptions} */
export const deb = (release) => ({
  ...scripts,
  compression: release ? 'xz' : 'zst',
  packageCategory: 'admin',
  depends: [...libraryPackages.map((names) => names.join(' | ')), 'xdg-utils'],
  recommends: [],
  fpm: [...outside, `${inRoot('LICENSE')}=/usr/share/doc/gatehouse/copyright`],
});

/** @type {NonNullable<import('electron-builder').Configuration['rpm']>} */
export const rpm = {
  ...scripts,
  fpm: [...outside, `${inRoot('LICENSE')}=/usr/share/licenses/gatehouse/LICENSE`],
};

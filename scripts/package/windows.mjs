import { fileName } from './names.mjs';

/**
 * Signed where WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD are set (docs/packaging.md).
 * @type {import('electron-builder').WindowsConfiguration}
 */
export const win = {
  target: ['nsis', 'portable'],
  icon: 'resources/icons/gatehouse/256.png',
  executableName: 'Gatehouse',
  extraFiles: [{ from: 'scripts/package/command/gatehouse.cmd', to: 'gatehouse.cmd' }],
};

/**
 * Asks whether to install for this person or for everybody on the computer; uninstalling leaves workspaces alone.
 * @param {boolean} standIn
 * @returns {import('electron-builder').NsisOptions}
 */
export const nsis = (standIn) => ({
  artifactName: fileName(standIn, '-setup'),
  oneClick: false,
  perMachine: false,
  allowElevation: true,
  allowToChangeInstallationDirectory: true,
  deleteAppDataOnUninstall: false,
});

/** Two files for Windows end in .exe. @param {boolean} standIn */
export const portable = (standIn) => ({ artifactName: fileName(standIn, '-portable') });

/** The version in package.json, inserted by the build. */
declare const __WANTED_ELECTRON__: string;

/** The Electron that this build is made for; the running one may differ (`scripts/runtime`). */
export const wantedElectron: string = __WANTED_ELECTRON__;

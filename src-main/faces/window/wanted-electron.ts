/** The version in package.json, written in by the build. */
declare const __WANTED_ELECTRON__: string;

/** The Electron that this build is made for; what runs may be another one (`scripts/runtime`). */
export const wantedElectron: string = __WANTED_ELECTRON__;

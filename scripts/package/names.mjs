/** A program with another Electron than the pinned one says so wherever its name appears, even in its profile's folder. */
export const productName = (/** @type {boolean} */ standIn) =>
  standIn ? 'Gatehouse (stand-in runtime, not for release)' : 'Gatehouse';

/** The beginning of the names of all files that are made. @param {boolean} standIn */
export const fileStem = (standIn) => (standIn ? 'gatehouse-stand-in-not-for-release' : 'gatehouse');

/** A pattern of electron-builder. @param {boolean} standIn @param {string} [kind] */
export const fileName = (standIn, kind = '') =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
  `${fileStem(standIn)}${kind}_${'${version}_${os}-${arch}.${ext}'}`;

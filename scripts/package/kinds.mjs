/** What is made: the program unpacked; what this system can make of what is here; all that is handed out. */
export const kinds = /** @type {const} */ (['dir', 'installers', 'release']);

/** @typedef {typeof kinds[number]} Kind */

/** @param {string} word @returns {word is Kind} */
export const isKind = (word) => kinds.some((kind) => kind === word);

/**
 * The targets of electron-builder: those that are made of what is here, and those for which it fetches tools. The archive for
 * Linux is packed by `linux/archive.mjs`.
 * @param {NodeJS.Platform} platform
 * @param {Kind} kind
 * @returns {readonly [readonly string[], readonly string[]]}
 */
export function targets(platform, kind) {
  if (kind === 'dir') return [['dir'], []];
  if (platform === 'linux') return [['deb'], kind === 'release' ? ['rpm', 'AppImage'] : []];
  return [[], []]; // those of config.mjs; whoever makes them there can fetch
}

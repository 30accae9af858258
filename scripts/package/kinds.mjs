/** What to make: the unpacked program; what this system can make without downloads; everything that is released. */
export const kinds = /** @type {const} */ (['dir', 'installers', 'release']);

/** @typedef {typeof kinds[number]} Kind */

/** @param {string} word @returns {word is Kind} */
export const isKind = (word) => kinds.some((kind) => kind === word);

/**
 * The targets of electron-builder: those that need no downloads, and those for which it fetches tools. The archive for
 * Linux is packed by `linux/archive.mjs`.
 * @param {NodeJS.Platform} platform
 * @param {Kind} kind
 * @returns {readonly [readonly string[], readonly string[]]}
 */
export function targets(platform, kind) {
  if (kind === 'dir') return [['dir'], []];
  if (platform === 'linux') return [['deb'], kind === 'release' ? ['rpm', 'AppImage'] : []];
  return [[], []]; // those in config.mjs; on these systems downloads are possible
}

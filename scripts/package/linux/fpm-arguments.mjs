import { Trouble } from '../../prepare/report.mjs';

/**
 * @typedef {{options: Readonly<Record<string, string | undefined>>, depends: readonly string[],
 *   recommends: readonly string[], files: readonly {from: string, to: string}[]}} FpmArguments
 */

/**
 * Reads what electron-builder passes to fpm.
 * @param {readonly string[]} argv
 * @returns {FpmArguments}
 * @throws Trouble for anything but a folder that becomes a .deb
 */
export function readFpmArguments(argv) {
  /** @type {Record<string, string | undefined>} */
  const options = {};
  /** @type {Record<string, string[]>} */
  const lists = { d: [], depends: [], 'deb-recommends': [] };
  const files = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    const name = /^--?([a-z-]+)$/.exec(word)?.[1];
    if (name === 'force' || name === 'debug') continue;
    if (name === undefined) {
      const cut = word.lastIndexOf('=');
      if (cut < 1) throw new Trouble(`not understood: ${word}`);
      files.push({ from: word.slice(0, cut), to: word.slice(cut + 1) });
      continue;
    }
    const value = argv[++at] ?? '';
    if (lists[name]) lists[name].push(value);
    else options[name] = value;
  }
  if (options.s !== 'dir' || options.t !== 'deb') throw new Trouble(`makes .deb files alone, not ${options.t}`);
  const { d = [], depends = [], 'deb-recommends': recommends = [] } = lists;
  return { options, depends: [...d, ...depends], recommends, files };
}

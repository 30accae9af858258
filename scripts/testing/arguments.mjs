import { Trouble } from '../prepare/report.mjs';

/** The phases of `npm test` in their order. */
export const phaseNames = /** @type {const} */ (['types', 'lint', 'unit', 'build', 'e2e', 'package']);

/** @typedef {typeof phaseNames[number]} PhaseName */

/**
 * `--only unit,e2e` (also repeated) selects phases; nothing given means all.
 * @param {readonly string[]} argv
 * @returns {PhaseName[]} in the order they run
 */
export function selectedPhases(argv) {
  /** @type {string[]} */
  const named = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--only') named.push(...(argv[++at] ?? '').split(','));
    else if (word.startsWith('--only=')) named.push(...word.slice('--only='.length).split(','));
    else throw new Trouble(`npm test knows only --only ${phaseNames.join(',')}; got ${word}`);
  }
  const unknown = named.filter((name) => !phaseNames.some((known) => known === name));
  if (unknown.length > 0)
    throw new Trouble(`no such phase: "${unknown.join(', ')}"; there are ${phaseNames.join(', ')}`);
  return phaseNames.filter((name) => named.length === 0 || named.includes(name));
}

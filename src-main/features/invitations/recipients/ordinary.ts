import { parseAddress } from '#contract/address.ts';
import type { Draft } from './entry.ts';
import { tidyName } from './names.ts';
import type { Meter } from './scan.ts';

const word = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.'’-]{0,40}";
const name = `\\p{L}[\\p{L}\\p{M}\\p{N}.'’-]{0,40}(?: {1,3}${word}){0,6}`;
const address = '[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9.-]{0,252}[a-z0-9]';
/** The parts that may repeat are bounded, so that a line of any length is left alone at once. */
const ordinary = new RegExp(
  ` {0,20}(?:(${address})|((?:${name}|"${name}") {1,3})<(${address})>) {0,20}(?=[\\n\\r\\u2028\\u2029]|$)`,
  'uiy',
);

/**
 * Reads the line at `from` if it is as most are: one address, or a name and the address in angle brackets. Undefined for
 * any other line. `ListReader` reads these in the same way, only slower (a test compares the two).
 */
export function ordinaryLine(text: string, from: number, meter: Meter): { draft: Draft; next: number } | undefined {
  ordinary.lastIndex = from;
  const found = ordinary.exec(text);
  if (!found) return undefined;
  const [whole, bare, named = '', inBrackets = ''] = found;
  const result = parseAddress(bare ?? inBrackets);
  if (!result.ok) return undefined;
  meter.steps += whole.length;
  const next = from + whole.length;
  let start = from;
  while (text.charCodeAt(start) === 0x20) start++;
  let end = next;
  while (text.charCodeAt(end - 1) === 0x20) end--;
  const draft: Draft = { start, end, address: result.address };
  if (bare === undefined) draft.name = tidyName(named);
  return { draft, next };
}

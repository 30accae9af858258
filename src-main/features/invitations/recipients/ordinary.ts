import { ordinaryAddress } from '#contract/address-ordinary.ts';
import type { Draft } from './entry.ts';
import { ordinaryName } from './ordinary-name.ts';
import { isLineEnd, type Meter } from './scan.ts';

const [space, comma, semicolon, open, close] = [0x20, 0x2c, 0x3b, 0x3c, 0x3e];

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === space) at++;
  return at;
}

const endsAt = (text: string, at: number): boolean => at >= text.length || isLineEnd(text.charCodeAt(at));

function recipientAt(text: string, start: number): Draft | undefined {
  const bare = ordinaryAddress(text, start);
  if (bare) return { start, end: bare.end, address: bare };
  const named = ordinaryName(text, start);
  if (!named) return undefined;
  const bracket = skipSpaces(text, named.end);
  if (bracket === named.end || text.charCodeAt(bracket) !== open) return undefined;
  const address = ordinaryAddress(text, bracket + 1);
  if (!address || text.charCodeAt(address.end) !== close) return undefined;
  return { start, end: address.end + 1, address, name: named.name };
}

/** Where the next recipient of the line begins, or the line ends; -1 if something else follows. */
function behindSeparator(text: string, from: number): number {
  const at = skipSpaces(text, from);
  if (endsAt(text, at)) return at;
  const sign = text.charCodeAt(at);
  return sign === comma || sign === semicolon ? skipSpaces(text, at + 1) : -1;
}

/**
 * Reads the line at `from` if it is like most: addresses, each bare or in angle brackets after a name, separated by commas
 * or semicolons. Undefined for any other line. `ListReader` reads these the same way, only slower (a test compares the two).
 */
export function ordinaryLine(text: string, from: number, meter: Meter): { drafts: Draft[]; next: number } | undefined {
  let at = skipSpaces(text, from);
  meter.steps += at - from;
  if (endsAt(text, at)) return undefined;
  const drafts: Draft[] = [];
  do {
    const draft = recipientAt(text, at);
    const next = draft ? behindSeparator(text, draft.end) : -1;
    meter.steps += Math.max(next - at, 1);
    if (!draft || next < 0) return undefined;
    drafts.push(draft);
    at = next;
  } while (!endsAt(text, at));
  return { drafts, next: at };
}

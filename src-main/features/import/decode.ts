import type { Encoding } from '#contract/import.ts';
import { unsuitable } from './table.ts';

/** What windows-1252 has where Latin-1 has control characters, from 0x80 on; the five gaps stay as they are (WHATWG Encoding). */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a list. A byte order mark tells the encoding, and so do the zero bytes of UTF-16; anything else is UTF-8 when
 * it can be, and otherwise what Excel on Windows writes. It avoids the runtime's decoders where they differ: not every Node
 * and Electron has them all.
 * @throws GatehouseError `file-unsuitable` for bytes that are no text
 */
export function decode(bytes: Buffer): Decoded {
  const encoding = marked(bytes) ?? guessed(bytes);
  const text = inEncoding(bytes, encoding).replace(/^\uFEFF/, '');
  // pictures and programs have zero bytes in any encoding
  if (text.slice(0, 100_000).includes('\0')) throw unsuitable('not-a-table');
  return { text, encoding };
}

function marked(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function guessed(bytes: Buffer): Encoding {
  const start = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // addresses are ASCII, so nearly every other byte is zero
  const many = start.length / 8;
  if (odd > many && even < odd / 8) return 'utf-16le';
  if (even > many && odd < even / 8) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function inEncoding(bytes: Buffer, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      return bytes.toString('utf8');
    case 'utf-16le':
      return bytes.toString('utf16le');
    case 'utf-16be':
      return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le');
    case 'windows-1252':
      return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (sign) => windows[sign.charCodeAt(0) - 0x80] ?? sign);
  }
}

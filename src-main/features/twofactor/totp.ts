import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238, 4.1 and RFC 4226, 5.3 and 4 (R6): what every authenticator app assumes by default. */
const stepMilliseconds = 30_000;
const digits = 6;
const secretBytes = 20;
/** How far the clocks of phone and computer may differ, in steps (RFC 6238, 5.2 advises one). */
const skew = 1;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A fresh secret in base32 (RFC 4648, 6), as people type it into apps; 32 letters without padding. */
export function makeSecret(): string {
  let bits = '';
  for (const byte of randomBytes(secretBytes)) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** The step that an instant is in. */
export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / stepMilliseconds);

/** The code of one step (RFC 4226, 5.3), with its leading zeros. */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/**
 * The step that a code belongs to, among those possible now.
 * @param after the last one that was accepted: neither it nor an earlier one is accepted again (RFC 6238, 5.2)
 */
export function matchingStep(secret: string, code: string, now: number, after: number): number | undefined {
  const given = Buffer.from(code);
  let found: number | undefined;
  // all are compared, so that the time taken reveals nothing
  for (let step = stepAt(now) - skew; step <= stepAt(now) + skew; step++) {
    const right = Buffer.from(codeOf(secret, step));
    if (right.length === given.length && timingSafeEqual(right, given) && step > after) found ??= step;
  }
  return found;
}

/** The content of the QR code: the address that apps agree on, Google Authenticator's `otpauth` scheme. */
export function uriOf(secret: string, email: string): string {
  const issuer = 'Gatehouse';
  const facts = new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: String(digits), period: '30' });
  return `otpauth://totp/${issuer}:${encodeURIComponent(email)}?${facts}`;
}

import { createHash } from 'node:crypto';

/** Crockford's Base32: without I, L, O and U, which are easily misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 32;
const checkBytes = 3;
const length = ((secretBytes + checkBytes) * 8) / 5;
const inGroup = 4;

const checkOf = (secret: Buffer) => createHash('sha256').update('gatehouse recovery key').update(secret).digest();

/** The workspace key in a form to print and type: 14 groups of four, whose last letters detect slips of the pen. */
export function recoveryKeyOf(secret: Buffer): string {
  let bits = BigInt(`0x${Buffer.concat([secret, checkOf(secret).subarray(0, checkBytes)]).toString('hex')}`);
  let text = '';
  for (let i = 0; i < length; i++, bits >>= 5n) text = letters.charAt(Number(bits & 31n)) + text;
  return (text.match(new RegExp(`.{${inGroup}}`, 'g')) ?? []).join('-');
}

/** Reads it as people type it: spaces, dashes and case do not matter. @returns undefined when it is none */
export function readRecoveryKey(typed: string): Buffer | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== length) return undefined;
  let bits = 0n;
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return undefined;
    bits = (bits << 5n) | BigInt(value);
  }
  const bytes = Buffer.from(bits.toString(16).padStart((secretBytes + checkBytes) * 2, '0'), 'hex');
  const secret = bytes.subarray(0, secretBytes);
  return checkOf(secret).subarray(0, checkBytes).equals(bytes.subarray(secretBytes)) ? secret : undefined;
}

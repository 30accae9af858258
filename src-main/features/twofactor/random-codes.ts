import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: without I, L, O and U, which are easily misread, so that a code can be copied from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;

/** A random code of `groups` groups of four letters, 20 bits each: `7K3Q-9XW2-MD5A-T0FE`. */
export function makeCode(groups: number): string {
  const code = [...randomBytes(groups * groupLength)].map((byte) => letters[byte % letters.length]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What is stored of a code, however it was typed: of 80 random bits or more, a quick hash gives nothing away. */
export function hashCode(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(code).digest('hex');
}

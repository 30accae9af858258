import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which are misread, so that a code can be copied from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;

/** A random code of so many groups of four letters, 20 bits each: `7K3Q-9XW2-MD5A-T0FE`. */
export function makeCode(groups: number): string {
  const code = [...randomBytes(groups * groupLength)].map((byte) => letters[byte % letters.length]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a code: of 80 random bits and more, a quick hash gives nothing away. However it was typed. */
export function hashCode(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(code).digest('hex');
}

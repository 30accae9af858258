import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readRecoveryKey, recoveryKeyOf } from '../../../src-main/kernel/key/recovery-key.ts';

test('a recovery key is 14 groups of four, and is read however it is typed', () => {
  for (const secret of [
    Buffer.alloc(32),
    Buffer.alloc(32, 255),
    ...Array.from({ length: 200 }, () => randomBytes(32)),
  ]) {
    const text = recoveryKeyOf(secret);
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [
      text,
      text.toLowerCase(),
      ` ${text.replaceAll('-', '  ')}\t`,
      text.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(readRecoveryKey(typed)).toEqual(secret);
  }
});

test('a recovery key with a wrong letter, two swapped ones, one too few or one too many is refused', () => {
  const text = recoveryKeyOf(Buffer.from('a key of thirty-two bytes, yes!!')).replaceAll('-', '');
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    expect(readRecoveryKey(text.slice(0, i) + (letter === '7' ? '8' : '7') + text.slice(i + 1))).toBeUndefined();
    const next = text.charAt(i + 1);
    if (next && next !== letter)
      expect(readRecoveryKey(text.slice(0, i) + next + letter + text.slice(i + 2))).toBeUndefined();
  }
  for (const wrong of ['', text.slice(1), `${text}0`, 'U'.repeat(56), 'ä'.repeat(56)])
    expect(readRecoveryKey(wrong)).toBeUndefined();
});

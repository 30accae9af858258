import { describe, expect, it } from 'vitest';
import { hashCode, makeCode } from '../../../src-main/features/twofactor/random-codes.ts';
import { codeOf, makeSecret, matchingStep, stepAt, uriOf } from '../../../src-main/features/twofactor/totp.ts';

/** "12345678901234567890" in base32: the seed of the tables in both standards. */
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it('codes match those of RFC 4226, appendix D', () => {
  const table = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
  expect(table.map((_, count) => codeOf(seed, count))).toEqual(table);
});

it('codes match the last six digits of those of RFC 6238, appendix B', () => {
  const table = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ] as const;
  for (const [seconds, code] of table) expect(codeOf(seed, stepAt(seconds * 1000))).toBe(code.slice(2));
});

describe('a code', () => {
  const now = 1_700_000_010_000;
  const at = (steps: number, after = 0) => matchingStep(seed, codeOf(seed, stepAt(now) + steps), now, after);

  it('is accepted one step early and one late, and no further off', () => {
    expect([-2, -1, 0, 1, 2].map((steps) => at(steps) !== undefined)).toEqual([false, true, true, true, false]);
  });

  it('is not accepted again, nor is an earlier one', () => {
    const taken = at(0) ?? 0;
    expect([at(-1, taken), at(0, taken), at(1, taken)]).toEqual([undefined, undefined, taken + 1]);
  });

  it('is six digits and nothing else', () => {
    for (const odd of ['', '12345', '1234567', '१२३४५६']) expect(matchingStep(seed, odd, now, 0)).toBeUndefined();
  });
});

it('a secret has 160 bits in base32, and each is different', () => {
  const secrets = Array.from({ length: 50 }, makeSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(secrets).size).toBe(50);
});

it('an app reads from the URI what it needs, whatever characters are in the e-mail address', () => {
  const uri = new URL(uriOf(seed, 'a+b%c@example.org'));
  expect([uri.protocol, decodeURIComponent(uri.pathname)]).toEqual(['otpauth:', expect.stringContaining('a+b%c@')]);
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret: seed,
    issuer: 'Gatehouse',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});

it('a recovery code is read however it is typed, even with letters that look alike', () => {
  const code = makeCode(4);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  const likely = code.replaceAll('0', 'o').replaceAll('1', 'l');
  for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `, likely])
    expect(hashCode(typed)).toBe(hashCode(code));
  expect(hashCode(makeCode(4))).not.toBe(hashCode(code));
});

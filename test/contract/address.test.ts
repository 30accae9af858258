import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, addressProblems, emailAddress, parseAddress } from '#contract/address.ts';
import { addresses } from '#contract/messages/en/addresses.ts';

const problemOf = (text: string) => {
  const result = parseAddress(text);
  return result.ok ? 'ok' : result.problem;
};
const addressOf = (text: string) => {
  const result = parseAddress(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem}`);
  return result.address;
};

describe('an address keeps its local part as typed and gets an ASCII domain', () => {
  test.each([
    ['ana@example.com', 'ana@example.com'],
    ['Ana.Silva+tag@Example.COM', 'Ana.Silva+tag@example.com'],
    ["!#$%&'*+/=?^_`{|}~-@example.com", "!#$%&'*+/=?^_`{|}~-@example.com"],
    ["o'brien@example.com", "o'brien@example.com"],
    ['ana@münchen.example', 'ana@xn--mnchen-3ya.example'],
    ['ana@faß.example', 'ana@xn--fa-hia.example'],
    ['用户@例子。测试', '用户@xn--fsqu00a.xn--0zwm56d'],
    ['ana@ab--c.example', 'ana@ab--c.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    [`a@${'b'.repeat(63)}.example`, `a@${'b'.repeat(63)}.example`],
  ])('%s', (text, email) => {
    expect(addressOf(text).email).toBe(email);
  });

  test('the domain is shown in Unicode, however it was typed', () => {
    expect(addressOf('a@xn--mnchen-3ya.example').domainUnicode).toBe('münchen.example');
    expect(addressOf('a@MÜNCHEN.example')).toEqual(addressOf('a@xn--mnchen-3ya.example'));
  });
});

describe('anything but a single mailbox is refused with its problem', () => {
  test.each([
    ['', 'empty'],
    ['a'.repeat(1_000_000), 'too-long'],
    [`${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(30)}`, 'too-long'],
    ['ana', 'no-at'],
    ['a@b@c.com', 'several-ats'],
    ['@example.com', 'local-empty'],
    [`${'a'.repeat(65)}@example.com`, 'local-too-long'],
    [`${'é'.repeat(33)}@example.com`, 'local-too-long'],
    ['a..b@example.com', 'local-dots'],
    ['.a@example.com', 'local-dot-edge'],
    ['a.@example.com', 'local-dot-edge'],
    ['"a b"@example.com', 'local-quoted'],
    ['"a@x.com, b@y.com"@example.com', 'local-quoted'],
    ['a\\@b@example.com', 'local-quoted'],
    ['a(b)@example.com', 'comment'],
    ['a@example.com(b)', 'comment'],
    ['<a@example.com>', 'angle-brackets'],
    ['Team: a@x.com, b@y.com;', 'group'],
    ['a@x.com, b@y.com', 'several-addresses'],
    ['a@x.com;b@y.com', 'several-addresses'],
    ['a b@example.com', 'space'],
    [' a@example.com', 'space'],
    ['a@example.com\n', 'control-character'],
    ['a@example.com\r\nBcc: b@y.com', 'control-character'],
    ['a\u0000@example.com', 'control-character'],
    ['a\u200b@example.com', 'invisible-character'],
    ['a\u202e@example.com', 'invisible-character'],
    ['a\u3164@example.com', 'invisible-character'],
    ['a\u0378@example.com', 'local-character'],
    ['a\ue000@example.com', 'local-character'],
    ['a\ud800@example.com', 'local-character'],
    ['a\uff20evil.com@example.com', 'local-character'],
    ['a\uff0cb@example.com', 'local-character'],
    ['a\u037e@example.com', 'local-character'],
    ['=?utf-8?q?eve=40evil.example=3e?=@example.com', 'local-character'],
    ['a@', 'domain-empty'],
    ['a@b..com', 'domain-dots'],
    ['a@.b.com', 'domain-dot-edge'],
    ['a@b.com.', 'domain-dot-edge'],
    ['a@localhost', 'domain-single-label'],
    [`a@${'b'.repeat(64)}.com`, 'domain-label-too-long'],
    [`a@${'ü'.repeat(63)}.com`, 'domain-label-too-long'],
    ['a@-b.com', 'domain-hyphen'],
    ['a@b-.com', 'domain-hyphen'],
    ['a@b_c.com', 'domain-character'],
    ['a@b%41.com', 'domain-character'],
    ['a@b.com/x', 'domain-character'],
    ['a@b.com:25', 'domain-character'],
    ['a@b.com?x', 'domain-character'],
    ['a@b.com#x', 'domain-character'],
    ['a@e\u212a.com', 'domain-character'],
    ['a@\uff45xample.com', 'domain-character'],
    ['a@xn--abc.com', 'domain-character'],
    ['a@xn--a-.com', 'domain-hyphen'],
    ['a@[192.0.2.1]', 'domain-literal'],
    ['a@[IPv6:::1]', 'domain-literal'],
    ['a@192.0.2.1', 'domain-number'],
    ['a@example.123', 'domain-number'],
    ['a@192.0.0x2', 'domain-number'],
  ])('%j', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test('every problem has a message', () => {
    for (const problem of addressProblems) expect(addresses.problems[problem]).toMatch(/\S/);
  });
});

describe('two addresses belong to one person if they differ only in case or composition', () => {
  test.each([
    ['Ana@Example.com', 'ana@example.com'],
    ['ÉVA@example.com', 'éva@example.com'],
    ['e\u0301va@example.com', '\u00e9va@example.com'],
    ['ΟΔΟΣ@example.com', 'οδος@example.com'],
    ['\u212b@example.com', '\u00e5@example.com'],
  ])('%s is %s', (a, b) => {
    expect(addressOf(a).key).toBe(addressOf(b).key);
  });

  test.each([
    ['mıke@example.com', 'mike@example.com'],
    ['mİke@example.com', 'mike@example.com'],
    ['\u212aai@example.com', 'kai@example.com'],
    ['\u017fam@example.com', 'sam@example.com'],
    ['alice@example.com', 'ice@example.com'],
    ['ana+x@example.com', 'ana@example.com'],
    ['a.na@example.com', 'ana@example.com'],
  ])('%s is not %s (Django CVE-2019-19844)', (a, b) => {
    expect(addressOf(a).key).not.toBe(addressOf(b).key);
  });

  test('the key of a key is the key itself, and a text with non-ASCII letters never gets an ASCII key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = addressKey(text);
        expect(addressKey(key)).toBe(key);
        if (/[^\0-\u007f]/.test(text)) expect(key).toMatch(/[^\0-\u007f]/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a domain that mixes scripts in one label is flagged', () => {
  test.each([
    ['a@p\u0430ypal.example', 'mixed-script'],
    ['a@ex\u03b1mple.example', 'mixed-script'],
    ['a@пример.example', undefined],
    ['a@日本語テストabc.example', undefined],
    ['a@한국abc.example', undefined],
    ['a@münchen.example', undefined],
    ['a@xn--pypal-4ve.example', 'mixed-script'],
  ])('%s', (text, warning) => {
    expect(addressOf(text).warning).toBe(warning);
  });
});

test('parsing never throws, and an accepted address parses to itself', () => {
  const letters = fc.constantFrom(...'aZ0.-_@@"(<,;:[ %/\\\u00e9\u0130\u212a\u200b\u3002xn--'.split(''));
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters }), fc.emailAddress());
  fc.assert(
    fc.property(text, (candidate) => {
      const first = parseAddress(candidate);
      if (!first.ok) return;
      const again = addressOf(first.address.email);
      expect(again).toEqual(first.address);
      expect(first.address.email).toMatch(/^[^\s@"(),:;<>[\\\]]+@[a-z0-9.-]+$/);
    }),
    { numRuns: 3000 },
  );
});

test('the schema returns the address that mail goes to, or the problem as its issue', () => {
  expect(emailAddress.parse(' Ana@Example.COM ')).toBe('Ana@example.com');
  const refused = emailAddress.safeParse('ana@b..com');
  expect(refused.error?.issues.map((issue) => issue.message)).toEqual(['domain-dots']);
});

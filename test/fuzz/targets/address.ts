import assert from 'node:assert/strict';
import fc from 'fast-check';
import addressparser from 'nodemailer/lib/addressparser';
import { addressKey, addressProblems, parseAddress } from '#contract/address.ts';
import { anyText, mutated, pieces, token } from '../odd.ts';
import { refused, type Target, taken } from '../target.ts';

const locals = [
  'ana',
  'ana.silva',
  'o’brien',
  "o'brien",
  'a+b',
  '"ana"',
  '"a b"',
  '"a@b"',
  'ана',
  'mıke',
  'k\u212a',
  'é',
  '日本',
];
const domains = [
  ...['example.org', 'b\u00fccher.example', 'ex\u0430mple.org', 'xn--bcher-kva.example', 'xn--a', 'xn--80ak6aa92e.com'],
  ...['[127.0.0.1]', '[IPv6:::1]', '127.1', '0x7f.1', 'localhost', 'example.org.', 'ex\uff0eample.org', '-a.example'],
  ...['\ufb01.example', 'a_b.example', `${'a'.repeat(63)}.example`, `${'b.'.repeat(130)}example`, 'ex\u200bample.org'],
];
const around = [
  ...['<', '>', '(a)', '(', ')', ' ', ', ', ';', 'x: ', 'Ana <', '"Ana" <', '@relay.example:', '\\', '@', '..', '.'],
  ...['=?utf-8?q?b=40c.example?=', '\r\nBcc: eve@example.com', '%40', 'mailto:', 'undisclosed-recipients:;'],
];
const grammar = pieces([...locals, ...domains, ...around, '@', '@', '@'], 8);
const usual = fc
  .tuple(fc.constantFrom(...locals), fc.constantFrom(...domains))
  .map(([local, domain]) => `${local}@${domain}`);

/** The parser of one address: what it lets through is one mailbox, also to the library that sends mail. */
export const address: Target<string> = {
  name: 'address',
  inputs: fc.oneof(
    usual,
    mutated(usual, fc.oneof(token, fc.constantFrom(...around))),
    grammar,
    anyText,
    fc.nat({ max: 5000 }).map((length) => `${'a.'.repeat(length)}@b.co`),
  ),
  open: () => (text) => {
    const result = parseAddress(text);
    if (!result.ok) {
      assert.ok(addressProblems.includes(result.problem));
      return refused;
    }
    const { email, key } = result.address;
    assert.doesNotMatch(email, /[\p{C}\p{Z}<>()[\]\\,;:"]/u);
    assert.deepEqual(parseAddress(email), result);
    assert.equal(addressKey(key), key);
    const read = addressparser(email, { flatten: true });
    assert.deepEqual(
      read.map((one) => one.address),
      [email],
    );
    return taken;
  },
};

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reportFile } from '../../support/delivery-report.ts';
import { anyBytes, anyText, asBytes, asText, mutated, mutatedBytes, pieces, token } from '../odd.ts';
import { refused, type Target, taken } from '../target.ts';
import { asOwner, asRefusal, openHouse } from './house.ts';

const signs = [
  ...['Final-Recipient: rfc822; ana@example.org', 'Original-Recipient: rfc822;', 'Action: failed', 'Action: __proto__'],
  ...['Status: 5.1.1', 'Diagnostic-Code: smtp;', 'Reporting-MTA: dns;mx', 'Message-ID: <a@b>', ' folded', '\n', '\r\n'],
  ...['--part', '--part--', 'Content-Type: message/delivery-status', 'Content-Type: message/rfc822', '\\x{ffffffff}'],
  ...['Content-Type: multipart/report; boundary="part"', 'Content-Transfer-Encoding: base64', 'X-Failed-Recipients: ,'],
  ...[
    '=?utf-8?b?AAAA?=',
    '=?x?q?=00?=',
    '=?',
    "boundary*0=a; boundary*1*=utf-8''%00",
    'charset=utf-7',
    '=3D=\r\n',
    '=ZZ',
  ],
];
const report = fc
  .record(
    {
      to: fc.constantFrom('ana@example.org', 'nobody@example.org', '"a b"@x', 'x'),
      original: fc.constantFrom('ana@example.org', ';', '\\x{41}@b'),
      action: fc.constantFrom('failed', 'delayed', 'delivered', 'relayed', 'expanded', 'constructor'),
      status: fc.constantFrom('5.1.1', '4.0.0', '2.0.0', '9.9.9', ''),
      diagnostic: fc.constantFrom('550 no', `550 ${'x'.repeat(2000)}`, '\x1b[31m', 'a\r\n b'),
      arrived: fc.constantFrom('Fri, 20 Nov 2026 12:00:00 +0000', 'never', '-1', '+275760-09-13'),
      messageId: fc.constantFrom('<a@b>', '<>', `<${'a'.repeat(1000)}@b>`),
      returned: fc.constantFrom('message/rfc822' as const, 'text/rfc822-headers' as const),
    },
    { requiredKeys: ['to'] },
  )
  .map((about) => reportFile(about));
const nested = fc.tuple(fc.nat({ max: 60 }), fc.boolean(), report).map(([depth, forwarded, inside]) => {
  let head = 'From: x\r\n';
  for (let i = 0; i < depth; i++)
    head += forwarded
      ? 'Content-Type: message/rfc822\r\n\r\nFrom: y\r\n'
      : `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`;
  return `${head}\r\n${inside}`;
});
const bytes = (text: fc.Arbitrary<string>) => text.map((one) => asText(Buffer.from(one)));

/** Messages that servers send about others (.eml), and the same pasted as text. */
export const mailReport: Target<{ readonly file: string; readonly text: string }> = {
  name: 'eml',
  inputs: fc.record({
    file: fc.oneof(
      { weight: 4, arbitrary: bytes(mutated(report, fc.oneof(token, fc.constantFrom(...signs)), 8)) },
      { weight: 3, arbitrary: mutatedBytes(bytes(report)) },
      { weight: 2, arbitrary: bytes(pieces(signs, 40)) },
      { weight: 1, arbitrary: bytes(nested) },
      { weight: 1, arbitrary: anyBytes },
    ),
    text: fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      mutated(report, fc.constantFrom(...signs)),
      pieces(signs, 20),
      anyText,
    ),
  }),
  async open(later) {
    const { core, organizationId, sound } = await openHouse(later);
    return async ({ file, text }) => {
      const given = { organizationId, text, files: [{ name: 'a.eml', base64: asBytes(file).toString('base64') }] };
      try {
        const { lines } = await core.dispatch(asOwner, 'bounces.preview', given);
        for (const { words } of lines) {
          assert.ok(words.length <= 500);
          assert.doesNotMatch(words, /\p{Cc}/u);
        }
        return lines.some(({ verdict }) => verdict !== 'unreadable') ? taken : refused;
      } catch (error) {
        assert.equal(asRefusal(error).code, 'invalid-input');
        return refused;
      } finally {
        sound();
      }
    };
  },
};

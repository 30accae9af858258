import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readBlocks } from '../../../src-main/features/bounces/read/fields.ts';
import { readMessage } from '../../../src-main/features/bounces/read/message.ts';
import { readStatus } from '../../../src-main/features/bounces/read/status.ts';
import { tellFile, tellText } from '../../../src-main/features/bounces/read/told.ts';
import { reportFile, statusOf } from '../../support/delivery-report.ts';

const lastPart = (content: string) => `--part\r\nContent-Type: ${content}\r\n`;

describe('the machine-readable part', () => {
  it('gives address, action, words and server of each recipient, with folded lines joined', () => {
    const text = `Reporting-MTA: dns;mx.example.com
Arrival-Date: Fri, 20 Nov 2026 12:00:00 +0000

Original-Recipient: rfc822;ana@example.org
FINAL-RECIPIENT: RFC822; <ana.b@elsewhere.test>
action: Failed
Status: 5.1.1 (bad mailbox)
Diagnostic-Code: smtp; 550 5.1.1 no
  such user

Final-Recipient: rfc822;bela@example.org
Action: delayed
Status: 4.4.1
Final-Recipient: rfc822;chloe@example.org
Status: 2.0.0
`;
    expect(readStatus(text)).toEqual([
      {
        addresses: ['ana@example.org', 'ana.b@elsewhere.test'],
        action: 'failed',
        words: '550 5.1.1 no such user',
        reporter: 'mx.example.com',
        messageId: null,
        arrivedAt: Date.UTC(2026, 10, 20, 12),
      },
      expect.objectContaining({ addresses: ['bela@example.org'], action: 'delayed', words: '4.4.1' }),
      // without an action, the status decides
      expect.objectContaining({ addresses: ['chloe@example.org'], action: 'delivered' }),
    ]);
  });

  it('may have encoded letters in its addresses, and has a link that a server quotes hidden', () => {
    const token = `12.${'a'.repeat(40)}`;
    const [one] = readStatus(
      `Final-Recipient: utf-8; jos\\x{E9}@example.org\nAction: failed\nDiagnostic-Code: smtp; 554 spam: https://join.example.com/i/${token}`,
    );
    expect(one?.addresses).toEqual(['josé@example.org']);
    expect(one?.words).toContain('554 spam');
    expect(one?.words).not.toContain('aaaa');
  });

  it('of several reports in a row gives each its own message', () => {
    const pasted = ['<one@example.com>', '<two@example.com>']
      .map((id, i) => `Message-ID: <report${i}@mx>\n\n${statusOf({ to: `p${i}@example.org` })}\n\nMessage-ID: ${id}\n`)
      .join('\n');
    expect(readStatus(pasted).map(({ messageId }) => messageId)).toEqual(['<one@example.com>', '<two@example.com>']);
  });

  it('may have any field name, without harm', () => {
    const [block] = readBlocks('__proto__: x\nconstructor: y\ntoString: z\nAction: failed');
    expect([...(block ?? [])]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['tostring', 'z'],
      ['action', 'failed'],
    ]);
  });
});

describe('a message', () => {
  it.each(['message/rfc822', 'text/rfc822-headers'] as const)(
    'names the message that came back as %s',
    async (returned) => {
      const read = await readMessage(Buffer.from(reportFile({ to: 'a@example.org', messageId: '<m@x>', returned })));
      expect(read).toMatchObject({ reported: [{ addresses: ['a@example.org'], messageId: '<m@x>' }] });
    },
  );

  it('is read inside a forward, and where only a header names the recipients', async () => {
    const forward = `From: it@example.com\r\nContent-Type: multipart/mixed; boundary="out"\r\n\r\n--out\r\nContent-Type: text/plain\r\n\r\nSee below\r\n--out\r\nContent-Type: message/rfc822\r\n\r\n${reportFile({ to: 'a@example.org', messageId: '<m@x>' })}\r\n--out--\r\n`;
    expect(await readMessage(Buffer.from(forward))).toMatchObject({ reported: [{ messageId: '<m@x>' }] });
    const exim =
      'From: Mail Delivery System <>\nX-Failed-Recipients: a@example.org,\n  b@example.org\n\nFailed:\n  a@example.org\n    550 5.7.1 Not here\n\nMessage-ID: <m@x>\n';
    expect(await readMessage(Buffer.from(exim))).toMatchObject({
      reported: [
        { addresses: ['a@example.org'], action: 'failed', words: '550 5.7.1 Not here', messageId: '<m@x>' },
        { addresses: ['b@example.org'] },
      ],
    });
  });

  it('is refused with the reason when it holds no report or is not a message', async () => {
    expect(await readMessage(Buffer.from('From: a@example.org\nSubject: On holiday\n\nBack soon.'))).toEqual({
      problem: 'no-report',
    });
    expect(await tellFile('a.eml', Buffer.from([0, 1, 2, 255]))).toMatchObject([{ problem: 'not-a-message' }]);
    expect(await tellFile('a.eml', Buffer.from('what is this'))).toMatchObject([{ problem: 'not-a-message' }]);
  });

  it('that is deeply nested, or has endless headers or parts, is refused without hanging', async () => {
    let deep = '';
    for (let i = 0; i < 500; i++) deep += `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`;
    expect(await readMessage(Buffer.from(`From: x\r\n${deep}`))).toEqual({ problem: 'not-a-message' });
    const huge = `From: x\r\n${'X-Filler: y\r\n'.repeat(30_000)}\r\n`;
    expect(await readMessage(Buffer.from(huge))).toEqual({ problem: 'not-a-message' });
    const many = `From: x\r\nContent-Type: multipart/mixed; boundary="part"\r\n\r\n${`${lastPart('text/plain')}\r\nx\r\n`.repeat(5000)}`;
    expect(await readMessage(Buffer.from(many))).toEqual({ problem: 'no-report' });
  });
});

describe('what was given', () => {
  it('is a list of addresses when it is nothing else, read by the parser of recipients', async () => {
    const told = await tellText(null, 'Ana <ana@example.org>\nnonsense\nbela@example.org, chloe@');
    expect(told.map(({ line, found, problem }) => [line, found[0]?.email ?? problem])).toEqual([
      [1, 'ana@example.org'],
      [2, 'no-at'],
      [3, 'bela@example.org'],
      [3, 'domain-empty'],
    ]);
    expect(await tellFile('list.txt', Buffer.from('ana@example.org'))).toMatchObject([
      { source: 'list.txt', by: 'list', action: 'failed' },
    ]);
  });

  it('is reported as a problem for a recipient without action and status, or without an address', async () => {
    expect(await tellText(null, 'Final-Recipient: rfc822; ana@example.org')).toMatchObject([{ problem: 'no-action' }]);
    expect(await tellText(null, 'Final-Recipient: rfc822; ana\nAction: failed')).toMatchObject([{ problem: 'no-at' }]);
  });
});

const piece = fc.constantFrom(
  ...['Final-Recipient: rfc822; a@b.test', 'Original-Recipient: rfc822;', 'Action: failed', 'Action: __proto__'],
  ...['Status: 5.1.1', 'Diagnostic-Code: smtp;', 'Reporting-MTA: dns;mx', 'Message-ID: <a@b>', ' folded', '', '\0'],
  ...['--part', '--part--', 'Content-Type: message/delivery-status', 'Content-Type: message/rfc822', '\\x{ffffffff}'],
  ...['Content-Type: multipart/report; boundary="part"', 'Content-Transfer-Encoding: base64', 'X-Failed-Recipients: ,'],
);
const text = fc
  .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 40 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));

test('whatever is given, the readers answer, in words that are fit to be kept', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.uint8Array({ maxLength: 60 }), async (given, bytes) => {
      for (const told of [
        ...(await tellText(null, given)),
        ...(await tellFile('a', Buffer.from(given))),
        ...(await tellFile('b', Buffer.from(bytes))),
      ]) {
        expect(told.words.length).toBeLessThanOrEqual(500);
        expect(told.words).not.toMatch(/[\p{Cc}]/u);
        expect(told.problem !== undefined || told.found.length > 0 || told.messageId !== null).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressProblems, parseAddress } from '#contract/address.ts';
import { parseRecipients } from '../../../src-main/features/invitations/recipients.ts';
import { hostileShapes } from '../../support/hostile-recipients.ts';
import { anyText, mutated, pieces, token } from '../odd.ts';
import { refused, type Target, taken } from '../target.ts';

const known = { roles: ['Admin', 'Member', '__proto__'], teams: ['Sales', 'constructor'] };
const problems = new Set<string>([...addressProblems, 'two-addresses']);

const lists = fc.constantFrom(
  'Ana Silva <ana.silva@example.com>, "Silva, Bob" <bob@example.com>; chloe@example.com (Chloe)\n',
  'E-mail\tFirst name\tLast name\tRole\tTeam\nana@example.org\tAna\tSilva\tAdmin\tSales\n',
  'email,name,role\r\n"ana@example.org","Silva, Ana","Admin; Member"\r\nbob@example.org,Bob,\r\n',
  'BEGIN:VCALENDAR\nATTENDEE;CN=Ana Silva;ROLE=REQ-PARTICIPANT:mailto:ana@example.org\nEND:VCALENDAR\n',
  '• ana@example.org – Ana\n2. mailto:bob@example.org?subject=x\n',
  'Staff: ana@example.org, bob@example.org;\nCc: undisclosed-recipients:;\n',
);
const signs = [
  ...'ab@.,;:<>()"\'\\\t \n\r-•1%[]“”'.split(''),
  ...['a@b.co', 'mailto:', 'Ana ', '\r\n', '\u2028', 'email,name\n', 'E-mail\tName\n', 'Admin', 'x: '],
];
const hostile = fc
  .tuple(fc.constantFrom(...Object.values(hostileShapes)), fc.integer({ min: 20, max: 20_000 }))
  .map(([shape, length]) => shape(length));

/** The paste box: whatever is pasted, the entries follow the text in order, and each address is one mailbox. */
export const recipients: Target<string> = {
  name: 'recipients',
  inputs: fc.oneof(
    { weight: 4, arbitrary: mutated(lists, fc.oneof(token, fc.constantFrom(...signs)), 8) },
    { weight: 4, arbitrary: pieces(signs, 60) },
    { weight: 3, arbitrary: anyText },
    { weight: 1, arbitrary: hostile },
  ),
  open: () => (text) => {
    let end = 0;
    const { entries } = parseRecipients(text, known);
    for (const entry of entries) {
      assert.ok(entry.start >= end && entry.end > entry.start && entry.end <= text.length);
      assert.equal(entry.raw, text.slice(entry.start, entry.end));
      assert.equal(entry.email === undefined, entry.problem !== undefined);
      if (entry.problem !== undefined) assert.ok(problems.has(entry.problem), entry.problem);
      if (entry.email !== undefined) assert.ok(parseAddress(entry.email).ok);
      if (entry.name !== undefined) assert.doesNotMatch(entry.name, /[\r\n\0]/);
      ({ end } = entry);
    }
    return entries.some(({ email }) => email !== undefined) ? taken : refused;
  },
};

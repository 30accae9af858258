import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../src-main/mail/letter/compose.ts';
import { escapeHtml } from '../../src-main/mail/letter/escape.ts';
import { type LetterFacts, readLetter, writeLetter } from '../../src-main/mail/letter/letter.ts';

const now = Date.UTC(2026, 10, 20, 12);
const link = `http://127.0.0.1:4711/i/17.1.${'x'.repeat(43)}`;
const facts: LetterFacts = {
  kind: 'invitation',
  toEmail: 'ana@example.org',
  toName: 'Ana Ångström',
  language: 'en',
  organization: 'Example Logistics',
  timeZone: 'Europe/Amsterdam',
  contact: 'IT desk, +31 20 555 0100',
  inviter: 'Olive Owner',
  roles: ['Admin', 'User manager'],
  guest: null,
  expiresAt: null,
  lifeHours: 72,
  about: null,
  linksBeginWith: 'http://127.0.0.1:4711',
  sender: 'invitations@example.com',
  senderName: 'Example IT',
  replyTo: 'help@example.com',
};
const compose = async (more: Partial<LetterFacts> = {}) => {
  const letter = writeLetter({ ...facts, ...more }, now);
  const raw = await composeLetter(letter, link);
  return { letter, raw, mail: await PostalMime.parse(raw) };
};

describe('an invitation letter', () => {
  it('says who invites to what, in which roles, until when in which zone, and what to do if it was not expected', async () => {
    const { mail } = await compose();
    expect(mail.subject).toBe('Olive Owner invites you to Example Logistics');
    expect(mail.from).toMatchObject({ name: 'Example IT', address: 'invitations@example.com' });
    expect(mail.to).toMatchObject([{ name: 'Ana Ångström', address: 'ana@example.org' }]);
    expect(mail.replyTo).toMatchObject([{ address: 'help@example.com' }]);
    expect(mail.date).toBe('2026-11-20T12:00:00.000Z');
    expect(mail.messageId).toMatch(/^<[\w-]{24}@example\.com>$/);
    const headers = Object.fromEntries(mail.headers.map((h) => [h.key, h.value]));
    expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'content-language': 'en' });
    for (const part of [mail.text ?? '', mail.html ?? ''])
      for (const words of [
        'Hello Ana Ångström,',
        'Olive Owner invites you to join Example Logistics.',
        'Your roles will be Admin and User manager.',
        link,
        'works once, until Monday, 23 November 2026 at 13:00 (Europe/Amsterdam).',
        'If you did not expect this invitation',
        'IT desk, +31 20 555 0100',
      ])
        expect(part).toContain(words);
  });

  it('names the end that a link already has, and does without what is not known', async () => {
    const { mail } = await compose({
      expiresAt: Date.UTC(2026, 10, 21, 8),
      inviter: null,
      roles: ['Member'],
      toName: 'ana@example.org',
      senderName: '',
      replyTo: null,
      contact: null,
      timeZone: 'Asia/Tokyo',
    });
    expect(mail.subject).toBe('You are invited to Example Logistics');
    expect(mail.text).toContain('Hello,\n');
    expect(mail.text).toContain('Your role will be Member.');
    expect(mail.text).toContain('until Saturday, 21 November 2026 at 17:00 (Asia/Tokyo).');
    expect(mail.text).toContain('Questions? invitations@example.com');
    expect(mail.from?.name).toBe('Example Logistics');
  });

  it('tells a guest the period, and quotes the inviter’s note as it was written, as text only', async () => {
    const note = 'See you at the gate,\r\n\n\nask for <b>Kim</b>\u202e & bring\u2028the pass';
    const { mail } = await compose({ guest: { days: 30, note } });
    for (const part of [mail.text ?? '', mail.html ?? ''])
      for (const words of [
        'Olive Owner invites you to Example Logistics as a guest.',
        'Your access lasts 30 days from the day on which you accept.',
        'Olive Owner writes:',
      ])
        expect(part).toContain(words);
    expect(mail.text).toContain('writes:\n\n> See you at the gate,\n>\n> ask for <b>Kim</b> & bring\n> the pass\n');
    expect(mail.html).toContain('See you at the gate,<br><br>ask for &lt;b&gt;Kim&lt;/b&gt; &amp; bring<br>the pass');

    const bare = await compose({ guest: { days: 1, note: null } });
    expect(bare.mail.text).toContain('Your access lasts 1 day from');
    expect(bare.mail.text).not.toContain('writes:');
  });

  it('is the same to the last byte when it is composed again from what was kept', async () => {
    const { letter, raw } = await compose({ organization: 'Søren & Søn <b>', roles: ['A', 'B', 'C'] });
    const kept = readLetter(JSON.stringify(letter));
    expect((await composeLetter(kept, link)).equals(raw)).toBe(true);
    expect(JSON.stringify(letter)).not.toContain('x'.repeat(43));
    expect(JSON.stringify(letter)).toContain('/i/••••••••');
  });

  it('keeps its Message-ID when it is written anew', () => {
    const { messageId } = writeLetter(facts, now);
    expect(writeLetter(facts, now + 1000, messageId).messageId).toBe(messageId);
  });

  it('shows markup in names as text', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&</td>';
    const { mail } = await compose({ organization: evil, inviter: evil, toName: evil, roles: [evil], contact: evil });
    expect(mail.html).not.toMatch(/<img|<\/td>"/);
    expect(mail.html?.split(escapeHtml(evil)).length).toBeGreaterThan(5);
    expect(mail.text).toContain(evil);
    expect(mail.subject).toBe(`${evil} invites you to ${evil}`);
  });

  it('lets no name start a header, a part or another recipient, whatever it contains', async () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '\r',
        '\n',
        '\0',
        '\u2028',
        '\u202e',
        ',',
        ';',
        '<',
        '>',
        '@',
        '"',
        '\\',
        ':',
        '=',
        '?',
        'ß',
        'Bcc: x@y.test',
        '--',
        'a',
        ' ',
        '🙂',
        '(',
        ')',
      ),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, nasty, async (organization, inviter, toName, senderName) => {
        const { mail, raw, letter } = await compose({ organization, inviter, toName, senderName });
        expect(mail.headers.map((h) => h.key)).toEqual([
          'content-language',
          'auto-submitted',
          'from',
          'to',
          'reply-to',
          'subject',
          'message-id',
          'date',
          'mime-version',
          'content-type',
        ]);
        expect(mail.to?.map((t) => t.address)).toEqual(['ana@example.org']);
        expect(mail.from?.address).toBe('invitations@example.com');
        expect(mail.text).toContain(link);
        expect(raw.toString('latin1').split(`--_NmP-${letter.boundary}`)).toHaveLength(5);
        // RFC 5321 4.5.3.1.6 and no bare line ends, which servers read differently
        for (const line of raw.toString('latin1').split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(998);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('loads nothing from anywhere and runs nothing', async () => {
    const { mail } = await compose();
    expect(mail.html).not.toMatch(/<(img|script|link|iframe|form|object)|url\(|@import| on\w+=/i);
    const targets = [...(mail.html ?? '').matchAll(/(?:href|src)="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(targets)).toEqual(new Set([link]));
  });
});

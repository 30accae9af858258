import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { contrast, onAccent, readableOn } from '#contract/contrast.ts';
import { composeLetter } from '../../src-main/mail/letter/compose.ts';
import { readLetter, writeLetter } from '../../src-main/mail/letter/letter.ts';
import { readImage } from '../../src-main/mail/look/image.ts';
import { createLogoShelf } from '../../src-main/mail/look/shelf.ts';
import { shownSize } from '../../src-main/mail/look/shown.ts';
import type { Logo } from '../../src-main/mail/look/store.ts';
import { jpeg, png } from '../support/pictures.ts';
import { freshWorkspace } from '../support/workspace.ts';

const read = (content: Buffer) => readImage(content.toString('base64'));
const logo = read(png(300, 100)) as Logo;

describe('a logo', () => {
  it('is recognized as PNG or JPEG by its content, and measured', () => {
    expect(logo).toMatchObject({
      type: 'image/png',
      width: 300,
      height: 100,
      sha256: expect.stringMatching(/^\w{64}$/),
    });
    expect(read(jpeg)).toMatchObject({ type: 'image/jpeg', width: 64, height: 20 });
  });

  it.each([
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>'.padEnd(200)),
      'not-an-image',
    ],
    ['a GIF', Buffer.from(`GIF89a${'\0'.repeat(100)}`, 'latin1'), 'not-an-image'],
    [
      'a page that calls itself a PNG',
      Buffer.from(`\x89PNG\r\n\x1a\n${'<html>'.repeat(20)}`, 'latin1'),
      'not-an-image',
    ],
    ['half a PNG', png(300, 100).subarray(0, 60), 'not-an-image'],
    ['half a JPEG', jpeg.subarray(0, jpeg.length - 20), 'not-an-image'],
    ['the beginning of a JPEG', jpeg.subarray(0, 24), 'not-an-image'],
    ['nothing', Buffer.alloc(0), 'not-an-image'],
    ['a tiny one', png(8, 40), 'logo-too-small'],
    ['one that is huge once unpacked', png(2001, 20), 'logo-too-wide'],
    ['a large file', Buffer.concat([png(64, 64), Buffer.alloc(100 * 1024)]), 'logo-too-large'],
  ])('is not %s', (_, content, fault) => {
    expect(read(content)).toBe(fault);
  });

  it('is refused where it is crafted to keep its reader busy', () => {
    const chunks = Buffer.concat([png(64, 64).subarray(0, 33), Buffer.alloc(60_000)]);
    expect(read(chunks)).toBe('not-an-image');
    const markers = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(60_000, 0xff), Buffer.from([0xff, 0xd9])]);
    expect(read(markers)).toBe('not-an-image');
    const shortSegments = Buffer.from([
      0xff,
      0xd8,
      ...Array<number>(2000)
        .fill(0)
        .flatMap(() => [0xff, 0xe0, 0, 0]),
    ]);
    expect(read(Buffer.concat([shortSegments, Buffer.from([0xff, 0xd9])]))).toBe('not-an-image');
  });

  it('is shown within 200 × 56, in proportion, and never enlarged', () => {
    expect(shownSize({ width: 300, height: 100 })).toEqual({ width: 168, height: 56 });
    expect(shownSize({ width: 2000, height: 20 })).toEqual({ width: 200, height: 2 });
    expect(shownSize({ width: 40, height: 20 })).toEqual({ width: 40, height: 20 });
  });
});

describe('the shelf of logos', () => {
  it('reads a logo once, however many mails carry it, and shows it to no other organization', async () => {
    const { core, organizationId, call, clock } = await freshWorkspace();
    await call('wording.saveLook', { organizationId, logo: { base64: logo.content.toString('base64') } });
    const shelf = createLogoShelf(core.store.read);
    expect((await shelf(organizationId, logo.sha256))?.content.equals(logo.content)).toBe(true);
    await core.changes.write([], clock.now(), async (db) => {
      await db.deleteFrom('look').execute();
      await db.deleteFrom('logo').execute();
    });
    expect((await shelf(organizationId, logo.sha256))?.content.equals(logo.content)).toBe(true);
    expect(await shelf(organizationId + 1, logo.sha256)).toBeUndefined();
  });
});

describe('the colour of button and link', () => {
  it('has its contrast measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('carries readable text, and is darkened where the text itself has it', () => {
    for (const colour of ['#ffffff', '#ffd43b', '#3d5bc6', '#000000', '#40c057', '#ff0000', '#0b7285', '#777777']) {
      expect(contrast(colour, onAccent(colour)), colour).toBeGreaterThanOrEqual(4.5);
      expect(contrast(readableOn('#ffffff', colour), '#ffffff'), colour).toBeGreaterThanOrEqual(4.5);
    }
    expect([onAccent('#0b7285'), onAccent('#ffd43b')]).toEqual(['#ffffff', '#1f2328']);
    expect(readableOn('#ffffff', '#0b7285')).toBe('#0b7285');
  });
});

describe('a letter with a look', () => {
  const { content: _, ...facts } = logo;
  const letter = writeLetter(
    {
      kind: 'invitation',
      toEmail: 'ana@example.org',
      toName: 'Ana',
      language: 'en',
      organization: 'Fish & "Chips"',
      timeZone: 'UTC',
      contact: null,
      inviter: null,
      roles: [],
      guest: null,
      expiresAt: null,
      lifeHours: 24,
      about: null,
      linksBeginWith: 'https://join.example.com',
      sender: 'it@example.com',
      senderName: '',
      replyTo: null,
      look: { accent: '#ffd43b', logo: facts },
    },
    Date.UTC(2026, 10, 20),
  );

  it('carries its logo inside, shown by its HTML, and loads nothing from anywhere', async () => {
    const mail = await PostalMime.parse(await composeLetter(letter, 'https://join.example.com/i/1', logo));
    expect(mail.attachments).toHaveLength(1);
    const [picture] = mail.attachments;
    expect(picture).toMatchObject({ mimeType: 'image/png', disposition: 'inline', related: true });
    expect(Buffer.from(picture?.content as ArrayBuffer).equals(logo.content)).toBe(true);
    const [, id, alt] = /<img src="cid:([^"]+)"[^>]* alt="([^"]*)"/.exec(mail.html ?? '') ?? [];
    expect(picture?.contentId).toBe(`<${id}>`);
    expect(alt).toBe('Fish &amp; &quot;Chips&quot;');
    const targets = [...(mail.html ?? '').matchAll(/(?:href|src)="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(targets)).toEqual(new Set([`cid:${id}`, 'https://join.example.com/i/1']));
    expect(mail.html).toContain('background:#ffd43b;color:#1f2328');
    // the text part does without pictures
    expect(mail.text).toContain('https://join.example.com/i/1');
    expect(mail.text).not.toContain('cid:');
  });

  it('is the same to the last byte when it is composed again, and is kept without its logo', async () => {
    const kept = JSON.stringify(letter);
    expect(kept.length).toBeLessThan(6000);
    expect(kept).not.toContain(logo.content.toString('base64').slice(0, 40));
    const again = await composeLetter(readLetter(kept), 'https://x.test', logo);
    expect(again.equals(await composeLetter(letter, 'https://x.test', logo))).toBe(true);
  });
});

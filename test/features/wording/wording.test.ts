import { describe, expect, it } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { allLanguages } from '#contract/messages/languages.ts';
import { wordingKinds } from '#contract/vocabulary/wording.ts';
import { addOperator } from '../../support/operators.ts';
import { png } from '../../support/pictures.ts';
import { asOperator, freshWorkspace, type Workspace } from '../../support/workspace.ts';

const { templates } = messagesIn('en').mail.letters;
const welcome = { subject: 'Welcome to {organization}', body: 'Hi[ {name}],\n\ncome in:\n\n{link}' };
const invitation = (w: Workspace) => ({ organizationId: w.organizationId, kind: 'invitation' as const });
const auditOf = async ({ core }: Workspace, operation: string) => {
  const rows = await core.store.read.selectFrom('audit').selectAll().where('operation', '=', operation).execute();
  return rows.map(({ target, detail }) => ({ target, detail: JSON.parse(detail) as unknown }));
};

describe('the wording of a mail', () => {
  it('starts as the default, is stored, listed as changed, and reset', async () => {
    const w = await freshWorkspace();
    const { organizationId, call } = w;
    const get = () => call('wording.get', invitation(w));
    expect(await get()).toMatchObject({ ...templates.invitation, default: templates.invitation, changed: false });
    expect((await get()).placeholders.map(({ name }) => name)).toContain('inviter');
    await call('wording.save', { ...invitation(w), ...welcome });
    expect(await get()).toMatchObject({ ...welcome, default: templates.invitation, changed: true });
    const changed = async () =>
      (await call('wording.list', { organizationId })).rows.filter((row) => row.changed).map((row) => row.kind);
    const { rows } = await call('wording.list', { organizationId });
    expect(rows.map((row) => [row.language, row.kind])).toEqual(
      allLanguages.flatMap((language) => wordingKinds.map((kind) => [language, kind])),
    );
    expect(await changed()).toEqual(['invitation']);
    await call('wording.reset', invitation(w));
    expect(await changed()).toEqual([]);
    expect(await get()).toMatchObject({ ...templates.invitation, changed: false });
  });

  it('does not count as changed when it is saved as the default', async () => {
    const w = await freshWorkspace();
    await w.call('wording.save', { ...invitation(w), ...welcome });
    await w.call('wording.save', { ...invitation(w), ...templates.invitation });
    expect((await w.call('wording.get', invitation(w))).changed).toBe(false);
  });

  it('is refused at its field, with place and advice, and nothing is stored', async () => {
    const w = await freshWorkspace();
    const refused = await w
      .call('wording.save', { ...invitation(w), subject: 'Here: {link}', body: 'Dear {nmae},\n{link}' })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'invalid-input',
      issues: [
        {
          path: ['subject'],
          code: 'not-in-subject',
          message: 'Line 1, character 7: {link} cannot stand in a subject.',
        },
        {
          path: ['body'],
          code: 'not-a-placeholder',
          message: 'Line 1, character 6: {nmae} is not known in this mail. Did you mean {name}?',
        },
      ],
    });
    expect((await w.call('wording.get', invitation(w))).changed).toBe(false);
    for (const [field, change] of [
      ['subject', { subject: 'a\nBcc: x@y.test' }],
      ['subject', { subject: 'a'.repeat(201) }],
      ['subject', { subject: '  ' }],
      ['body', { body: `{link}${'a'.repeat(10_000)}` }],
      ['body', { body: '{link}\0' }],
      ['language', { language: 'xx' as 'en' }],
    ] as const)
      await expect(w.call('wording.save', { ...invitation(w), ...welcome, ...change })).rejects.toMatchObject({
        code: 'invalid-input',
        issues: [{ path: [field] }],
      });
  });

  it('is stored without invisible characters, and with one kind of line break', async () => {
    const w = await freshWorkspace();
    await w.call('wording.save', {
      ...invitation(w),
      subject: 'We\u202elcome\u200b',
      body: 'a\r\nb\u2028c\u2066\n{link}',
    });
    expect(await w.call('wording.get', invitation(w))).toMatchObject({ subject: 'Welcome', body: 'a\nb\nc\n{link}' });
  });

  it('can be read with the right to read mail, changed and tested only with the right to write it', async () => {
    const w = await freshWorkspace();
    const { organizationId, callAs } = w;
    await addOperator(w, 'manager@example.com', 'User manager');
    await addOperator(w, 'member@example.com', 'Member');
    const reading = [
      ['wording.list', { organizationId }],
      ['wording.get', invitation(w)],
      ['wording.preview', invitation(w)],
      ['wording.look', { organizationId }],
    ] as const;
    const writing = [
      ['wording.save', { ...invitation(w), ...welcome }],
      ['wording.reset', invitation(w)],
      ['wording.testSend', { ...invitation(w), to: 'ana@example.org' }],
      ['wording.saveLook', { organizationId, accent: '#123456' }],
    ] as const;
    for (const [name, input] of reading) {
      await callAs(asOperator('manager@example.com'), name, input);
      await expect(callAs(asOperator('member@example.com'), name, input)).rejects.toMatchObject({
        code: 'not-permitted',
        data: { permission: 'mail:read' },
      });
    }
    for (const [name, input] of writing)
      await expect(callAs(asOperator('manager@example.com'), name, input)).rejects.toMatchObject({
        code: 'not-permitted',
        data: { permission: 'mail:write' },
      });
  });

  it('belongs to one organization', async () => {
    const w = await freshWorkspace();
    const { organizationId: other } = await w.call('organizations.add', { name: 'Other' });
    await w.call('wording.save', { ...invitation(w), ...welcome });
    await w.call('wording.saveLook', { organizationId: w.organizationId, accent: '#123456' });
    expect((await w.call('wording.get', { organizationId: other, kind: 'invitation' })).changed).toBe(false);
    expect(await w.call('wording.look', { organizationId: other })).toEqual({ accent: null, logo: null });
    const { letter } = await w.call('wording.preview', { organizationId: other, kind: 'invitation' });
    expect(letter?.subject).toBe('Olive Owner invites you to Other');
    expect(letter?.html).not.toContain('#123456');
  });

  it('is audited with what was changed, without long texts', async () => {
    const w = await freshWorkspace();
    await w.call('wording.save', { ...invitation(w), ...welcome });
    await w.call('wording.save', { ...invitation(w), ...welcome, subject: 'Come' });
    await w.call('wording.reset', invitation(w));
    const logo = { base64: png(64, 64).toString('base64') };
    await w.call('wording.saveLook', { organizationId: w.organizationId, accent: '#0B7285', logo });
    expect(await auditOf(w, 'wording.save')).toEqual([
      {
        target: 'invitation',
        detail: {
          language: 'en',
          subject: { from: templates.invitation.subject, to: welcome.subject },
          bodyLength: { from: templates.invitation.body.length, to: welcome.body.length },
        },
      },
      { target: 'invitation', detail: { language: 'en', subject: { from: welcome.subject, to: 'Come' } } },
    ]);
    expect(await auditOf(w, 'wording.reset')).toEqual([{ target: 'invitation', detail: { language: 'en' } }]);
    expect(await auditOf(w, 'wording.saveLook')).toEqual([
      {
        target: null,
        detail: { accent: '#0b7285', logo: { type: 'image/png', width: 64, height: 64, bytes: png(64, 64).length } },
      },
    ]);
  });
});

describe('a preview', () => {
  it.each(wordingKinds)('of %s is composed for an invented person, with everything filled in', async (kind) => {
    const { call, organizationId } = await freshWorkspace();
    const { letter, problems } = await call('wording.preview', { organizationId, kind });
    expect(problems).toEqual({ subject: [], body: [] });
    expect(letter?.subject).toContain('Example Logistics');
    expect(letter?.text).toContain('Hello Ana Silva,');
    expect(letter?.text).not.toMatch(/[{}[\]]|undefined|null/);
    if (letter?.text.includes('/i/')) expect(letter.text).toContain('/i/••••••••');
  });

  it('shows what is typed, with real names escaped, or what is wrong with it', async () => {
    const { call, organizationId } = await freshWorkspace();
    await call('organizations.update', { organizationId, name: 'Fish <b>& Co' });
    const typed = { organizationId, kind: 'reminder' as const, subject: '{organization}!' };
    const shown = await call('wording.preview', { ...typed, body: '<i>{organization}</i>\n{link}' });
    expect(shown.letter).toMatchObject({
      subject: 'Fish <b>& Co!',
      text: expect.stringContaining('<i>Fish <b>& Co</i>'),
      html: expect.stringContaining('&lt;i&gt;Fish &lt;b&gt;&amp; Co&lt;/i&gt;'),
    });
    const wrong = await call('wording.preview', { ...typed, body: '' });
    expect(wrong).toMatchObject({
      letter: null,
      problems: { subject: [], body: [{ code: 'empty' }, { code: 'link-missing' }] },
    });
  });

  it('can be of a guest, or of somebody about whom only the least is known', async () => {
    const { call, organizationId } = await freshWorkspace();
    const of = async (example: 'user' | 'guest' | 'bare') =>
      (await call('wording.preview', { organizationId, kind: 'invitation', example })).letter?.text ?? '';
    expect(await of('user')).toMatch(/^Hello Ana Silva,\n\nOlive Owner invites you to join .* Your roles will be /);
    expect(await of('user')).not.toContain('guest');
    expect(await of('guest')).toMatch(
      /invites you to Example Logistics as a guest\. Your access lasts 90 days .*\n\n.*\n\n> /,
    );
    expect(await of('bare')).toMatch(/^Hello,\n\nyou are invited to join Example Logistics\.\n\nOpen this link/);
  });

  it('shows a look that is not stored, with the logo inside the HTML', async () => {
    const { call, organizationId } = await freshWorkspace();
    const picture = png(64, 64).toString('base64');
    const look = { accent: '#ffd43b', logo: { base64: picture } };
    const { letter } = await call('wording.preview', { organizationId, kind: 'invitation', look });
    expect(letter?.html).toContain(`<img src="data:image/png;base64,${picture}"`);
    expect(letter?.html).toContain('background:#ffd43b;color:#1f2328');
    expect(await call('wording.look', { organizationId })).toEqual({ accent: null, logo: null });
  });
});

describe('logo and colour', () => {
  it('are stored, shown, and taken away one by one', async () => {
    const { call, organizationId } = await freshWorkspace();
    const base64 = png(300, 100).toString('base64');
    await call('wording.saveLook', { organizationId, accent: ' #0B7285 ', logo: { base64 } });
    const logo = { type: 'image/png', width: 300, height: 100, base64 };
    expect(await call('wording.look', { organizationId })).toMatchObject({ accent: '#0b7285', logo });
    await call('wording.saveLook', { organizationId, accent: null });
    expect(await call('wording.look', { organizationId })).toMatchObject({ accent: null, logo });
    await call('wording.saveLook', { organizationId, logo: null });
    expect(await call('wording.look', { organizationId })).toEqual({ accent: null, logo: null });
  });

  it.each([
    [['accent'], 'not-a-colour', { accent: 'red;background:url(https://evil.test)' }],
    [['logo', 'base64'], 'not-an-image', { logo: { base64: 'PHN2Zz4=' } }],
    [['logo', 'base64'], 'not-an-image', { logo: { base64: '<svg>' } }],
    [['logo', 'base64'], 'logo-too-small', { logo: { base64: png(8, 8).toString('base64') } }],
    [['logo', 'base64'], 'logo-too-large', { logo: { base64: 'A'.repeat(400_000) } }],
  ])('are refused at %j as %s', async (path, code, change) => {
    const { call, organizationId } = await freshWorkspace();
    await expect(call('wording.saveLook', { organizationId, ...change })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path, code }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { type Arrived, readArrived } from '../../support/arrived.ts';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { png } from '../../support/pictures.ts';
import { startScripted } from '../../support/smtp-scripted.ts';
import { startSink } from '../../support/smtp-sink.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const usualFields = [
  ...['content-language', 'auto-submitted', 'from', 'to', 'subject', 'message-id', 'date', 'mime-version'],
  'content-type',
];

async function house() {
  const sink = await startSink();
  const w = mailHouse(await freshWorkspace());
  const { organizationId, call } = w;
  await w.save(settingsFor(sink.port, { senderName: 'Example IT', replyTo: 'help@example.com' }));
  const send = (entries: { email: string; name?: string }[]) =>
    call('invitations.send', { organizationId, entries, defaults: { roles: ['Member'] } });
  const arrived = async (): Promise<Arrived[]> => {
    await w.startOutbox().idle();
    return readArrived(sink);
  };
  return { ...w, sink, send, arrived };
}

const withReply = [...usualFields.slice(0, 4), 'reply-to', ...usualFields.slice(4)];

const hostileNames: readonly (readonly [string, string])[] = [
  ['line breaks and a header', 'Ana\r\nBcc: eve@evil.example\r\n\r\nbody'],
  ['a bare line feed', 'Ana\nX-Evil: 1'],
  ['a bare carriage return', 'Ana\rX-Evil: 1'],
  ['other line breaks', 'Ana\u2028X-Evil: 1\u0085X-Evil: 2\vX-Evil: 3'],
  ['an encoded word', '=?utf-8?b?QW5hDQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?='],
  ['an encoded word beside letters', '=?utf-8?q?admin=40bank.example?= é'],
  ['half an encoded word', '=?utf-8?q?'],
  ['an address in quotation marks and one in brackets', '"admin@bank.example" <eve@evil.example>'],
  ['several addresses', 'Ana <a@evil.example>, eve@evil.example'],
  ['a group', 'Staff: eve@evil.example;'],
  ['a comment', '(Ana) \\(eve@evil.example'],
  ['quotation marks and backslashes', 'a"b\\"c\\'],
  ['letters that reverse the line', 'Ana \u202egnp.exe\u2066'],
  ['a NUL and an escape', 'Ana\0\x1b[31m'],
  ['two hundred letters', 'ﷺ'.repeat(200)],
];

describe('a name', () => {
  it.each(hostileNames)('with %s arrives as one name beside one address, and adds no header', async (_, name) => {
    const { send, arrived } = await house();
    const { invited } = await send([{ email: 'ana@example.org', name: name.slice(0, 200) }]);
    expect(invited).toHaveLength(1);
    const [one, ...others] = await arrived();
    expect(others).toEqual([]);
    expect(one?.envelope).toEqual({ from: 'invitations@example.com', to: ['ana@example.org'] });
    expect(one?.fields).toEqual(withReply);
    expect(one?.mail.to).toHaveLength(1);
    expect(one?.mail.to?.[0]?.address).toBe('ana@example.org');
    expect(one?.mail.from?.address).toBe('invitations@example.com');
    expect(one?.mail.replyTo).toMatchObject([{ address: 'help@example.com' }]);
    // nothing in it steers the display or is decoded into something else
    expect(one?.mail.to?.[0]?.name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028]/u);
    if (name.startsWith('=?')) expect(one?.mail.to?.[0]?.name).toContain('= ?utf-8');
  });

  it('of the inviter, the organization and the sender adds nothing to the headers either, nor is it decoded', async () => {
    const { organizationId, call, save, sink, send, arrived } = await house();
    const odd = '=?utf-8?b?DQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?= "a" <eve@evil.example>, b@evil.example';
    await call('profile.update', { firstName: odd.slice(0, 60), lastName: 'Owner' });
    await call('organizations.update', { organizationId, name: odd });
    await save(settingsFor(sink.port, { senderName: odd }));
    await send([{ email: 'ana@example.org' }]);
    const [one] = await arrived();
    expect(one?.fields).toEqual(usualFields);
    expect(one?.mail.from).toEqual({ address: 'invitations@example.com', name: odd.replaceAll('=?', '= ?') });
    expect(one?.mail.subject).toContain('= ?utf-8?b?DQpC');
    expect(one?.mail.subject).not.toMatch(/\p{Cc}/u);
  });

  it('with line breaks is refused where an operator types it for the organization or the sender', async () => {
    const { organizationId, call, save, sink } = await house();
    const name = 'Example\r\nBcc: eve@evil.example';
    const refusal = { code: 'invalid-input' };
    await expect(call('organizations.update', { organizationId, name })).rejects.toMatchObject(refusal);
    await expect(save(settingsFor(sink.port, { senderName: name }))).rejects.toMatchObject(refusal);
    await expect(save(settingsFor(sink.port, { replyTo: 'a@b.example, c@d.example' }))).rejects.toMatchObject(refusal);
    await expect(
      save(settingsFor(sink.port, { sender: 'a@b.example\r\nRCPT TO:<c@d.example>' })),
    ).rejects.toMatchObject(refusal);
  });
});

describe('an address', () => {
  const several = [
    ...['a@example.org, eve@evil.example', 'a@example.org; eve@evil.example', 'a@example.org eve@evil.example'],
    ...['a@example.org,eve@evil.example', 'a@example.org\r\nRCPT TO:<eve@evil.example>', 'a@example.org>\r\nDATA'],
    ...['"a@example.org, x"@evil.example', '"a@example.org> "@evil.example', 'a@example.org(eve@evil.example)'],
    ...['Staff: a@example.org, eve@evil.example;', '@relay.example:a@example.org', '<a@example.org><eve@evil.example>'],
    ...[
      'a@example.org@evil.example',
      'a%evil.example@example.org\0',
      'a@[127.0.0.1]',
      '"eve"@evil.example',
      'a@example.org.',
    ],
    ...[
      'a@example.org\u2028eve@evil.example',
      'a@example.org\u037eeve@evil.example',
      'a@evil.example\uff0ca@example.org',
    ],
    ...[
      '=?utf-8?q?a=40evil.example=2c?=@example.org',
      'a@example.org?bcc=eve@evil.example',
      'xn--a@xn--b.example\u200b',
    ],
  ];

  it('that parses as several, or as a different one, is refused, and mail goes only to the good one beside it', async () => {
    const { send, arrived } = await house();
    const { invited, refused } = await send([...several, 'good@example.org'].map((email) => ({ email })));
    expect(invited.map(({ email }) => email)).toEqual(['good@example.org']);
    expect(refused).toHaveLength(several.length);
    const mails = await arrived();
    expect(mails.map(({ envelope }) => envelope.to)).toEqual([['good@example.org']]);
    expect(mails[0]?.mail.to?.map(({ address }) => address)).toEqual(['good@example.org']);
  });

  it('that a parser could split is refused for a guest, a test mail, the sender and a reply address alike', async () => {
    const { organizationId, call, save, sink, arrived } = await house();
    const email = 'a@example.org, eve@evil.example';
    const guests = await call('guests.invite', { organizationId, emails: [email] });
    expect(guests.invited).toEqual([]);
    const settings = settingsFor(sink.port);
    const refusal = { code: 'invalid-input' };
    await expect(call('mail.test', { organizationId, ...settings, to: email })).rejects.toMatchObject(refusal);
    await expect(save({ ...settings, sender: email })).rejects.toMatchObject(refusal);
    await expect(save({ ...settings, replyTo: email })).rejects.toMatchObject(refusal);
    expect(await arrived()).toEqual([]);
  });

  it('whose domain imitates another one is flagged in the preview, and mail goes to its true name', async () => {
    const { organizationId, call, save, send, startOutbox } = await house();
    const mailedTo: string[] = [];
    const server = await startScripted({ RCPT: (line) => void mailedTo.push(line) });
    await save(settingsFor(server.port));
    const imitating = ['ana@p\u0430ypal.example', 'ana@ex\u03b1mple.example', 'ana@xn--pypal-4ve.example'];
    const { entries } = await call('invitations.preview', { organizationId, text: imitating.join('\n') });
    expect(entries.map(({ warning }) => warning)).toEqual(imitating.map(() => 'mixed-script'));
    await send([{ email: imitating[0] ?? '' }]);
    await startOutbox().idle();
    expect(mailedTo).toEqual(['RCPT TO:<ana@xn--pypal-4ve.example>']);
    expect(server.accepted[0]).toContain('\r\nTo: ana@xn--pypal-4ve.example\r\n');
  });

  it('whose letters only look like those of another one belongs to another person', async () => {
    const { send } = await house();
    const { invited, skipped } = await send([
      { email: 'mike@example.org' },
      { email: 'mıke@example.org' },
      { email: 'm\u0456ke@example.org' },
      { email: 'MIKE@example.org' },
    ]);
    expect([invited.length, skipped.length]).toEqual([3, 1]);
  });
});

const markup = `<img src=x onerror=alert(1)>"'><script>alert(2)</script><a href="javascript:alert(3)">&amp;`;
const known = 'html head meta title body table tr td p a br ul li blockquote img'.split(' ');
const knownAttributes = [
  ...['lang', 'charset', 'name', 'content', 'style', 'role', 'cellpadding', 'cellspacing', 'href', 'src'],
  ...['width', 'height', 'alt'],
];

describe('HTML in every field', () => {
  it('arrives as text: no tag, attribute or target but the composer’s own, and links that begin with the base URL', async () => {
    const { organizationId, call, save, sink, send, arrived } = await house();
    const baseUrl = 'https://join.example.com/welcome';
    await call('portal.save', { organizationId, address: '127.0.0.1', port: 0, baseUrl });
    await call('profile.update', { firstName: markup.slice(0, 99), lastName: '<b>' });
    await call('organizations.update', { organizationId, name: markup, contact: null });
    await call('roles.create', { organizationId, name: markup });
    await save(settingsFor(sink.port, { senderName: markup }));
    const logo = { base64: png(64, 64).toString('base64') };
    await call('wording.saveLook', { organizationId, accent: '#0b7285', logo });
    const body = `${markup}\n\n- ${markup}\n- {roles}\n\n{inviter} {name} {organization}\n\n{note}\n\n{link}`;
    for (const kind of ['invitation', 'reminder'] as const)
      await call('wording.save', {
        organizationId,
        kind,
        subject: `${markup} {inviter}`,
        body: body.replaceAll(/\n\n\{note\}/g, ''),
      });
    await send([{ email: 'ana@example.org', name: markup }]);
    await call('guests.invite', { organizationId, emails: ['gil@example.org'], note: `${markup}\n${markup}` });
    const mails = await arrived();
    expect(mails).toHaveLength(2);
    for (const { html, tags, attributes, targets, fields, mail } of mails) {
      expect(fields).toEqual(usualFields);
      expect([...tags].filter((tag) => !known.includes(tag))).toEqual([]);
      expect([...attributes].filter((name) => !knownAttributes.includes(name))).toEqual([]);
      expect(targets.filter((to) => !to.startsWith(`${baseUrl}/i/`) && !to.startsWith('cid:'))).toEqual([]);
      expect(targets.filter((to) => to.startsWith(baseUrl))).toHaveLength(2);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&gt;&lt;script&gt;');
      expect(mail.text).toContain('<script>alert(2)</script>');
    }
  });

  it('is refused in the base URL, as is anything but a plain address of http or https', async () => {
    const { organizationId, call } = await house();
    const refused = [
      ...[
        'javascript:alert(1)',
        'data:text/html,x',
        'file:///etc/passwd',
        'ftp://join.example.com',
        'https://a@b.example/',
      ],
      ...['https://join.example.com/ x', 'https://join.example.com/?a=<b>', 'https://join.example.com/\r\nX-Evil: 1'],
    ];
    for (const baseUrl of refused) {
      const save = call('portal.save', { organizationId, address: '127.0.0.1', port: 0, baseUrl });
      await expect(save, baseUrl).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });
});

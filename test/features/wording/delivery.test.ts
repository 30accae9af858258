import { describe, expect, it } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { jpeg, png } from '../../support/pictures.ts';
import { startScripted } from '../../support/smtp-scripted.ts';
import { startSink } from '../../support/smtp-sink.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const say = messagesIn('en').wording;
const welcome = { subject: 'Welcome to {organization}', body: 'Hi[ {name}],\n\n- one\n- {roles}\n\n{link}' };
const minutes = 60_000;

async function house() {
  const sink = await startSink();
  const w = mailHouse(await freshWorkspace());
  const { organizationId, call } = w;
  const word = (wording: Partial<typeof welcome> = {}) =>
    call('wording.save', { organizationId, kind: 'invitation', ...welcome, ...wording });
  return { ...w, sink, word, setUp: () => w.save(settingsFor(sink.port)) };
}

describe('a mail in an organization’s own words', () => {
  it('arrives as it was worded, in text and HTML, with its logo inside', async () => {
    const { sink, word, setUp, invite, startOutbox, call, organizationId } = await house();
    const logo = png(300, 100);
    await word();
    await call('wording.saveLook', { organizationId, accent: '#0b7285', logo: { base64: logo.toString('base64') } });
    await setUp();
    await invite('ana@example.org', 'bela@example.org');
    await startOutbox().idle();
    const mails = await sink.parsed();
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail.subject).toBe('Welcome to Example Logistics');
      expect(mail.text).toMatch(/^Hi,\n\n- one\n- Member\n\nOpen this link to accept:\nhttp:\/\/\S+\/i\/[\w.-]+\n\n/);
      expect(mail.html).toContain('<ul style');
      expect(mail.html).toContain('background:#0b7285;color:#ffffff');
      const [picture] = mail.attachments;
      expect(mail.html).toContain(`src="cid:${picture?.contentId?.slice(1, -1)}"`);
      expect(picture).toMatchObject({ mimeType: 'image/png', disposition: 'inline' });
      expect(Buffer.from(picture?.content as ArrayBuffer).equals(logo)).toBe(true);
    }
  });

  it('takes the wording at its first attempt, and stays the same to the last byte from then on', async () => {
    const { organizationId, call, word, invite, startOutbox, save, clock, row } = await house();
    const server = await startScripted({ dot: '451 4.7.1 Later' });
    await word({ subject: 'First words' });
    await call('wording.saveLook', { organizationId, logo: { base64: jpeg.toString('base64') } });
    await invite('ana@example.org');
    // it waits and has not been tried: it follows the wording
    await word({ subject: 'Second words' });
    const { id } = await row('ana@example.org');
    const shown = () => call('outbox.show', { organizationId, id });
    expect((await shown()).subject).toBe('Second words');
    await save(settingsFor(server.port));
    const outbox = startOutbox();
    await outbox.idle();
    expect(server.bodies).toHaveLength(1);
    expect(server.bodies[0]).toContain('Second words');

    await word({ subject: 'Third words' });
    await call('wording.saveLook', { organizationId, logo: null, accent: '#123456' });
    server.script = {};
    clock.advance(30 * minutes);
    await outbox.idle();
    expect(server.bodies).toHaveLength(2);
    expect(server.bodies[1]).toBe(server.bodies[0]);
    expect(await shown()).toMatchObject({
      state: 'sent',
      subject: 'Second words',
      html: expect.stringContaining('src="data:image/jpeg;base64,'),
    });
  });

  it('uses the default where a stored wording can no longer be used', async () => {
    const { core, clock, organizationId, invite, row, call } = await house();
    await core.changes.write([], clock.now(), async (db) => {
      const of = { organization_id: organizationId, kind: 'invitation', language: 'en' };
      await db
        .insertInto('wording')
        .values({ ...of, subject: 'Old', body: 'Of an {earlier-version}: {link}', changed_at: 0 })
        .execute();
    });
    await invite('ana@example.org');
    const { id } = await row('ana@example.org');
    expect((await call('outbox.show', { organizationId, id })).subject).toBe(
      'Olive Owner invites you to Example Logistics',
    );
  });

  it('has the default subject where its own would be empty', async () => {
    const { word, invite, row, call, organizationId } = await house();
    await word({ subject: '[{as-guest}]' });
    await invite('ana@example.org');
    const { id } = await row('ana@example.org');
    expect((await call('outbox.show', { organizationId, id })).subject).toBe(
      'Olive Owner invites you to Example Logistics',
    );
  });
});

describe('a test of a mail', () => {
  const to = 'ana@example.org';

  it('arrives marked, with a link that leads nowhere, through the stored settings, and leaves nothing in the outbox', async () => {
    const { sink, setUp, call, organizationId, rows } = await house();
    const input = { organizationId, kind: 'invitation' as const, ...welcome, subject: 'Not stored', to };
    await expect(call('wording.testSend', input)).rejects.toMatchObject({ code: 'mail-not-set-up' });
    await setUp();
    expect(await call('wording.testSend', input)).toMatchObject({ ok: true, step: 'message' });
    const [mail] = await sink.parsed();
    expect(sink.messages[0]?.to).toEqual([to]);
    expect(mail?.subject).toBe('[Test] Not stored');
    expect(mail?.text?.startsWith(say.test.notice)).toBe(true);
    expect(mail?.text).toContain('https://example.com/');
    expect(mail?.text).not.toContain('/i/');
    expect(mail?.html).toContain('href="https://example.com/"');
    expect(await rows()).toEqual([]);
    expect((await call('wording.get', { organizationId, kind: 'invitation' })).changed).toBe(false);
  });

  it.each(['password-reset', 'guests-digest', 'sponsor-ended'] as const)('can be sent for %s as well', async (kind) => {
    const { sink, setUp, call, organizationId } = await house();
    await setUp();
    expect(await call('wording.testSend', { organizationId, kind, to })).toMatchObject({ ok: true });
    expect((await sink.parsed())[0]?.subject).toMatch(/^\[Test\] .*Example Logistics/);
  });

  it('reports the step at which it ended, and is refused for a faulty wording', async () => {
    const { save, call, organizationId } = await house();
    const server = await startScripted({ RCPT: '550 5.1.1 Nobody' });
    await save(settingsFor(server.port));
    const input = { organizationId, kind: 'invitation' as const, to };
    expect(await call('wording.testSend', input)).toMatchObject({ ok: false, step: 'recipient', code: '550' });
    await expect(call('wording.testSend', { ...input, body: 'no link' })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['body'], code: 'link-missing' }],
    });
    expect(server.bodies).toEqual([]);
  });
});

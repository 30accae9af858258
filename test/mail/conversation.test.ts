import { describe, expect, it } from 'vitest';
import { createTranscript } from '../../src-main/mail/smtp/transcript.ts';
import { selfSigned } from '../support/certificates.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startScripted } from '../support/smtp-scripted.ts';
import { freshWorkspace } from '../support/workspace.ts';

const password = 'a sesame that nobody knows';
const secured = { security: 'starttls', acceptAnyCertificate: true, login: 'gate', password } as const;

async function talkative() {
  const server = await startScripted({}, { certificate: selfSigned(), login: true });
  const house = mailHouse(await freshWorkspace());
  await house.save(settingsFor(server.port, secured));
  const { organizationId, call } = house;
  const said = async (id: number) => (await call('outbox.conversation', { organizationId, id })).attempts;
  return { server, ...house, said };
}
const text = (lines: readonly { from: string; text: string }[]) => lines.map((l) => `${l.from}: ${l.text}`);

describe('the conversation with the mail server', () => {
  it('is kept line by line, with credentials and the body left out', async () => {
    const { invite, startOutbox, said, row, clock, server } = await talkative();
    await invite('ana@example.org');
    await startOutbox().idle();
    const [attempt, ...others] = await said((await row('ana@example.org')).id);
    expect(others).toEqual([]);
    expect(attempt?.at).toBe(clock.now());
    const lines = text(attempt?.lines ?? []).filter((line) => !/EHLO|250-|250 AUTH|250 scripted/.test(line));
    expect(lines).toEqual([
      `note: Connecting to 127.0.0.1, port ${server.port}`,
      'server: 220 scripted.example ESMTP',
      'client: STARTTLS',
      'server: 220 2.0.0 Go ahead',
      'client: AUTH PLAIN ••••••••',
      'server: 235 2.7.0 Welcome',
      'client: MAIL FROM:<invitations@example.com>',
      'server: 250 2.1.0 Sender ok',
      'client: RCPT TO:<ana@example.org>',
      'server: 250 2.1.5 Recipient ok',
      'client: DATA',
      'server: 354 Go on',
      expect.stringMatching(/^note: The message, [\d,]+ bytes, is left out here\.$/),
      'server: 250 2.0.0 Taken as T1',
    ]);
  });

  it('covers the last two attempts, the latest first', async () => {
    const { invite, startOutbox, said, row, clock, server } = await talkative();
    const outbox = startOutbox();
    await invite('ana@example.org');
    const answers = ['450 4.2.1 First', '450 4.2.1 Second', '450 4.2.1 Third'];
    for (const [index, answer] of answers.entries()) {
      server.script = { RCPT: answer };
      // on to the next attempt, but not after the last: another would be under way while we look
      if (index > 0) clock.advance(600_000);
      await outbox.idle();
    }
    const attempts = await said((await row('ana@example.org')).id);
    const refusals = attempts.map(({ lines }) => text(lines).find((line) => line.startsWith('server: 450')));
    expect(refusals).toEqual(['server: 450 4.2.1 Third', 'server: 450 4.2.1 Second']);
  });

  it('says in our words where the connection ended', async () => {
    const { invite, startOutbox, said, row, server } = await talkative();
    server.script = { RCPT: 'drop' };
    await invite('ana@example.org');
    await startOutbox().idle();
    const [attempt] = await said((await row('ana@example.org')).id);
    expect(text(attempt?.lines ?? []).at(-1)).toMatch(/^note: (ELOST|ECONNRESET) The connection was lost\./);
  });

  it('never holds the password, in any form, nor a usable link, whatever the server quotes', async () => {
    const { invite, startOutbox, server, core, clock } = await talkative();
    const forms = [password, ...[password, `\0gate\0${password}`].map((f) => Buffer.from(f).toString('base64'))];
    let token = '';
    server.script = {
      AUTH: (line) => `235 2.7.0 Welcome, ${line} ${forms.join(' ')}`,
      dot: () => {
        const [, found = ''] = /\/i\/(\d+\.\d+\.[\w-]{43})/.exec(server.bodies[0]?.replaceAll('=\r\n', '') ?? '') ?? [];
        token = found;
        return `451 4.7.1 What is ${found} and http://join.example.org/i/${found} for?`;
      },
    };
    await invite('ana@example.org');
    const outbox = startOutbox();
    await outbox.idle();
    clock.advance(600_000);
    await outbox.idle();
    expect(token).not.toBe('');
    const kept = JSON.stringify(await core.store.read.selectFrom('mail_conversation').selectAll().execute());
    expect(kept).toContain('235 2.7.0 Welcome');
    expect(kept).toContain('451 4.7.1 What is');
    for (const form of forms) expect(kept).not.toContain(form.replace(/=+$/, ''));
    expect(kept).not.toContain(token.split('.')[2]);
  });

  it('is empty for a message that was never tried, and not found for one that does not exist', async () => {
    const { invite, said, row } = await talkative();
    await invite('ana@example.org');
    expect(await said((await row('ana@example.org')).id)).toEqual([]);
    await expect(said(4711)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a transcript', () => {
  it('hides challenges and answers of a login in several steps', () => {
    const transcript = createTranscript({ login: 'gate', password }, () => 7);
    transcript.heard('client', 'AUTH LOGIN');
    transcript.heard('server', '334 VXNlcm5hbWU6');
    transcript.heard('client', 'Z2F0ZQ==');
    transcript.heard('server', '334 UGFzc3dvcmQ6');
    transcript.heard('client', Buffer.from(password).toString('base64'));
    transcript.heard('server', '535-5.7.8 No\r\n535 5.7.8 Really');
    expect(text(transcript.lines())).toEqual([
      'client: AUTH LOGIN',
      'server: 334 ••••••••',
      'client: ••••••••',
      'server: 334 ••••••••',
      'client: ••••••••',
      'server: 535-5.7.8 No',
      'server: 535 5.7.8 Really',
    ]);
  });

  it('keeps a hundred lines at most: how it began, and how it ended', () => {
    const transcript = createTranscript({ login: '', password: '' }, () => 7);
    transcript.heard('server', '220 Hello');
    transcript.begin();
    for (let i = 0; i < 500; i += 1) transcript.heard('server', `250-${i}`);
    transcript.heard('server', '250 End');
    const lines = text(transcript.lines());
    expect(lines).toHaveLength(100);
    expect(lines[0]).toBe('server: 220 Hello');
    expect(lines[40]).toBe('note: 403 lines are left out here.');
    expect(lines.at(-1)).toBe('server: 250 End');
    transcript.begin();
    expect(text(transcript.lines())).toEqual(['server: 220 Hello']);
  });
});

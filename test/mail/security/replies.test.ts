import { describe, expect, it } from 'vitest';
import { asJson } from '../../../src-main/faces/cli/json.ts';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { startScripted } from '../../support/smtp-scripted.ts';
import { freshWorkspace } from '../../support/workspace.ts';

/** Clears a screen, changes its title and colours, moves back, reverses the line, and is far too long. */
const hostile = `550 5.1.1 \x1b[2J\x1b]0;owned\x07\x9b31m\b\b\x7f\0 \u202egnp.exe\u2066 <script>alert(1)</script> ${'x'.repeat(20_000)}`;
const commanding = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Everything that window, command line and audit show of the mail of an organization. */
async function shownOf(house: Awaited<ReturnType<typeof openHouse>>): Promise<string> {
  const { organizationId, call } = house;
  const { id } = await house.row('ana@example.org');
  return asJson([
    await call('outbox.list', { organizationId }),
    await call('outbox.show', { organizationId, id }),
    await call('outbox.conversation', { organizationId, id }),
    await call('outbox.state', { organizationId }),
    await call('mail.settings', { organizationId }),
    await call('users.list', { organizationId }),
    await call('audit.list', { organizationId }),
    await house.core.store.read.selectFrom('outbox').selectAll().execute(),
    await house.core.store.read.selectFrom('mail_conversation').selectAll().execute(),
  ]);
}

async function openHouse(port: number, settings: Partial<Parameters<typeof settingsFor>[1]> = {}) {
  const house = mailHouse(await freshWorkspace());
  await house.save(settingsFor(port, settings));
  await house.invite('ana@example.org');
  return house;
}

describe('what a mail server says', () => {
  it.each([
    ['to a recipient', { RCPT: hostile }],
    ['after the body', { dot: hostile }],
    ['as a greeting', { connect: hostile }],
    ['in many lines', { RCPT: `${'550-no\n'.repeat(3000)}550 no` }],
    ['in bytes that are no text', { RCPT: '550 5.1.1 \xff\xfe\xc3\x28' }],
  ])('%s is kept short and on one line, and controls no terminal', async (_, script) => {
    const server = await startScripted(script);
    const house = await openHouse(server.port);
    await house.startOutbox().idle();
    const { answer } = await house.row('ana@example.org');
    expect(answer).toMatch(/^550/);
    expect(answer?.length).toBeLessThanOrEqual(500);
    const shown = await shownOf(house);
    expect(shown).not.toMatch(commanding);
    expect(JSON.stringify(JSON.parse(shown))).not.toMatch(/\\u001b|\\u0007|\\u009b|\u202e|\u2066/);
    expect(shown.length).toBeLessThan(100_000);
  });

  it('without an end is not collected in memory: the connection ends, and the message is tried again later', async () => {
    const server = await startScripted({ RCPT: `550 ${'x'.repeat(3 * 1024 * 1024)}` });
    const house = await openHouse(server.port);
    await house.startOutbox().idle();
    const row = await house.row('ana@example.org');
    expect(row.state).toBe('deferred');
    expect(row.answer?.length).toBeLessThanOrEqual(500);
  });

  it('in answer to a test of the settings is shown just as safely', async () => {
    const server = await startScripted({ RCPT: hostile });
    const house = await openHouse(server.port);
    const { organizationId, call } = house;
    const tested = await call('mail.test', { organizationId, ...settingsFor(server.port), to: 'ana@example.org' });
    expect(tested).toMatchObject({ ok: false, step: 'recipient', code: '550' });
    expect(tested.answer).not.toMatch(commanding);
    expect(tested.answer?.length).toBeLessThanOrEqual(500);
  });

  it.each([
    ['whole, as it came', (line: string) => line],
    ['decoded', (line: string) => Buffer.from(line.split(' ').at(-1) ?? '', 'base64').toString('latin1')],
    ['without its padding', (line: string) => line.replace(/=+$/, '')],
  ])('of a login, quoted %s, is kept without the password', async (_, quote) => {
    const server = await startScripted({ AUTH: (line) => `535 5.7.8 What is ${quote(line)}?` }, { login: true });
    const house = await openHouse(server.port, { login: 'gate', password: 'sesame-nobody-sees' });
    await house.startOutbox().idle();
    const { pause } = await house.call('mail.settings', { organizationId: house.organizationId });
    expect(pause).toMatchObject({ reason: 'login', answer: expect.stringMatching(/^535 5\.7\.8 What is/) });
    const shown = await shownOf(house);
    for (const secret of [
      'sesame-nobody-sees',
      Buffer.from('\0gate\0sesame-nobody-sees').toString('base64').slice(0, -2),
    ])
      expect(shown).not.toContain(secret);
  });
});

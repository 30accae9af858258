import { describe, expect, it } from 'vitest';
import { settingsFor } from '../../support/mail.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const typed = settingsFor(2525, { host: 'mail.example.com', security: 'starttls', login: 'gate', password: 'sesame' });
const { password: _, ...withoutPassword } = typed;

describe('mail settings', () => {
  it('come back without the password, which is stored sealed and stays when left out', async () => {
    const { call, organizationId, core } = await freshWorkspace();
    expect(await call('mail.settings', { organizationId })).toEqual({ settings: null, pause: null });
    await call('mail.save', { organizationId, ...typed });
    await call('mail.save', { organizationId, ...withoutPassword, senderName: 'Example IT' });
    const { settings } = await call('mail.settings', { organizationId });
    expect(settings).toEqual({
      ...withoutPassword,
      perMinute: null,
      senderName: 'Example IT',
      replyTo: null,
      acceptAnyCertificate: false,
      auth: 'password',
      hasPassword: true,
      oauth: null,
    });
    const stored = await core.store.read.selectFrom('mail_settings').selectAll().executeTakeFirstOrThrow();
    expect(core.keys.unseal(stored.password_sealed ?? '')).toBe('sesame');
    const audit = await core.store.read.selectFrom('audit').selectAll().execute();
    expect(JSON.stringify({ stored, audit, settings })).not.toContain('sesame');
    expect(audit.at(-1)).toMatchObject({ operation: 'mail.save', target: 'mail.example.com' });
  });

  it('do not hand the stored password to another host', async () => {
    const { call, organizationId } = await freshWorkspace();
    await call('mail.save', { organizationId, ...typed });
    const elsewhere = { organizationId, ...withoutPassword, host: 'evil.example' };
    for (const operation of ['mail.save', 'mail.test'] as const)
      await expect(call(operation, elsewhere)).rejects.toMatchObject({
        code: 'invalid-input',
        issues: [{ path: ['password'], code: 'password-needed' }],
      });
    await call('mail.save', { ...elsewhere, password: 'another' });
    await call('mail.save', { ...elsewhere, host: 'EVIL.example' });
  });

  it('forget the password when no login is set any more', async () => {
    const { call, organizationId } = await freshWorkspace();
    await call('mail.save', { organizationId, ...typed });
    await call('mail.save', { organizationId, ...withoutPassword, login: '' });
    expect((await call('mail.settings', { organizationId })).settings).toMatchObject({ login: '', hasPassword: false });
  });

  it.each([
    ['sender', { sender: 'a@example.com, b@example.com' }],
    ['sender', { sender: 'a@example.com\r\nBcc: b@example.com' }],
    ['replyTo', { replyTo: 'nobody' }],
    ['senderName', { senderName: 'IT\nBcc: b@example.com' }],
    ['host', { host: 'mail.example.com/x' }],
    ['port', { port: 0 }],
  ])('refuse a bad %s', async (field, change) => {
    const { call, organizationId } = await freshWorkspace();
    await expect(call('mail.save', { organizationId, ...typed, ...change })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: [field] }],
    });
  });
});

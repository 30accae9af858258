import { describe, expect, test } from 'vitest';
import {
  mailInput,
  mailValues,
  portAfter,
  stepStates,
  stepsOf,
} from '../../../src-renderer/features/settings/mail-form.ts';

const stored = {
  host: 'smtp.example.com',
  port: 587,
  security: 'starttls',
  login: 'ana',
  senderName: '',
  sender: 'hello@example.com',
  replyTo: null,
  acceptAnyCertificate: false,
  perMinute: null,
  hasPassword: true,
} as const;

describe('the mail form', () => {
  test('leaves the password out when none is typed, so that the stored one stays', () => {
    const values = mailValues(stored);
    expect(mailInput(1, values)).not.toHaveProperty('password');
    expect(mailInput(1, { ...values, password: 'new' })).toHaveProperty('password', 'new');
  });

  test('no limit is an empty field, and the other way round', () => {
    const values = mailValues(stored);
    expect(values.perMinute).toBe('');
    expect(mailInput(1, values)).toHaveProperty('perMinute', null);
    expect(mailInput(1, { ...values, perMinute: 30 })).toHaveProperty('perMinute', 30);
    expect(mailValues({ ...stored, perMinute: 30 }).perMinute).toBe(30);
  });

  test('the port follows the security until somebody has typed one of their own', () => {
    expect(portAfter(587, 'starttls', 'tls')).toBe(465);
    expect(portAfter('', 'tls', 'none')).toBe(25);
    expect(portAfter(2525, 'starttls', 'tls')).toBe(2525);
  });
});

describe('the steps of a mail test', () => {
  const asked = { security: 'starttls', login: 'ana', to: 'bo@example.com' } as const;

  test('steps before the failure are done, those behind it were not reached', () => {
    expect(stepStates({ ok: false, step: 'login' }, asked).map((s) => s.state)).toEqual([
      ...['done', 'done', 'done', 'done'],
      'failed',
      ...['waiting', 'waiting', 'waiting'],
    ]);
  });

  test('without login and address their steps are left out', () => {
    const states = stepStates({ ok: true, step: 'login' }, { security: 'none', login: '', to: '' });
    expect(states).toEqual([
      { step: 'look-up', state: 'done' },
      { step: 'connect', state: 'done' },
      { step: 'greeting', state: 'done' },
      { step: 'login', state: 'skipped' },
      { step: 'sender', state: 'skipped' },
      { step: 'recipient', state: 'skipped' },
      { step: 'message', state: 'skipped' },
    ]);
  });

  test('with TLS from the first byte the greeting comes after it', () => {
    expect(stepsOf('tls').slice(0, 4)).toEqual(['look-up', 'connect', 'tls', 'greeting']);
    expect(stepStates({ ok: false, step: 'tls' }, { ...asked, security: 'tls' })[3]?.state).toBe('waiting');
  });
});

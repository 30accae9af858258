import { describe, expect, test } from 'vitest';
import { oauthPresets } from '#contract/vocabulary/mail-oauth.ts';
import {
  forAuth,
  forProvider,
  isTheSame,
  mailInput,
  mailValues,
  portAfter,
  stepStates,
  stepsOf,
  withoutSecrets,
} from '../../../src-renderer/features/settings/mail-form.ts';

const stored = {
  host: 'smtp.example.com',
  port: 587,
  security: 'starttls',
  auth: 'password',
  login: 'ana',
  oauth: null,
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

  test('keeps the verdict of a test for as long as nothing that was tested changes', () => {
    const tested = { ...mailValues(stored), password: 'new' };
    expect(isTheSame(tested, { ...tested, perMinute: 30 })).toBe(true);
    expect(isTheSame(tested, withoutSecrets(tested))).toBe(true); // as after saving
    expect(isTheSame(tested, { ...tested, password: 'newer' })).toBe(false);
    expect(isTheSame(tested, { ...withoutSecrets(tested), host: 'mail.example.com' })).toBe(false);
    expect(isTheSame(mailValues(stored), tested)).toBe(false);
  });

  test('shows no limit as an empty field, and the other way round', () => {
    const values = mailValues(stored);
    expect(values.perMinute).toBe('');
    expect(mailInput(1, values)).toHaveProperty('perMinute', null);
    expect(mailInput(1, { ...values, perMinute: 30 })).toHaveProperty('perMinute', 30);
    expect(mailValues({ ...stored, perMinute: 30 }).perMinute).toBe(30);
  });

  test('changes the port with the security until somebody has typed their own', () => {
    expect(portAfter(587, 'starttls', 'tls')).toBe(465);
    expect(portAfter('', 'tls', 'none')).toBe(25);
    expect(portAfter(2525, 'starttls', 'tls')).toBe(2525);
  });
});

describe('the mail form for OAuth 2', () => {
  const oauth = {
    provider: 'other',
    endpoint: 'https://login.example.com/token',
    clientId: 'gate',
    scope: 'mail',
    hasClientSecret: true,
  } as const;
  const values = mailValues({ ...stored, auth: 'oauth2', hasPassword: false, oauth });

  test('leaves out secrets that nobody typed, and forgets typed ones once they are stored', () => {
    const { hasClientSecret: _, ...client } = oauth;
    expect(mailInput(1, values)).toMatchObject({ auth: 'oauth2', login: 'ana' });
    expect(mailInput(1, values).oauth).toEqual(client);
    const typed = { ...values, password: 'p', oauth: { ...values.oauth, clientSecret: 's', refreshToken: 'r' } };
    expect(mailInput(1, typed).oauth).toEqual({ ...client, clientSecret: 's', refreshToken: 'r' });
    expect(mailInput(1, typed)).not.toHaveProperty('password');
    expect(withoutSecrets(typed)).toEqual(values);
  });

  test('passes on only what belongs to the chosen kind of login', () => {
    const password = mailInput(1, { ...values, auth: 'password', password: 'p' });
    expect(password).toMatchObject({ auth: 'password', login: 'ana', password: 'p' });
    expect(password).not.toHaveProperty('oauth');
    const none = mailInput(1, { ...values, auth: 'none', password: 'p' });
    expect(none).toMatchObject({ auth: 'none', login: '' });
    expect(none).not.toHaveProperty('password');
  });

  test('fills in host, port, security, endpoint and scope for a known provider, and leaves what is typed for any other', () => {
    const { endpoint, scope, ...server } = oauthPresets.google;
    expect(forProvider(values, 'google')).toMatchObject({ ...server, oauth: { endpoint, scope, clientId: 'gate' } });
    expect(forProvider(values, 'other')).toEqual(values);
  });

  test('takes the provider from the host until there is an endpoint', () => {
    const none = mailValues(null);
    const chosen = (host: string) => forAuth({ ...none, host }, 'oauth2');
    expect(chosen('').oauth.provider).toBe('microsoft');
    expect(chosen('smtp.gmail.com').oauth.provider).toBe('google');
    expect(chosen('smtp.example.com')).toMatchObject({ host: 'smtp.example.com', oauth: { endpoint: '' } });
    expect(forAuth({ ...values, host: 'smtp.gmail.com' }, 'oauth2').oauth).toEqual(values.oauth);
    expect(forAuth(none, 'none')).toEqual({ ...none, auth: 'none' });
  });

  test('gives a test a step for the token before the login', () => {
    const steps = stepsOf({ security: 'starttls', auth: 'oauth2' });
    expect(steps.slice(3, 6)).toEqual(['tls', 'token', 'login']);
    expect(stepsOf({ security: 'starttls', auth: 'password' })).not.toContain('token');
  });
});

describe('the steps of a mail test', () => {
  const asked = { security: 'starttls', auth: 'password', to: 'bo@example.com' } as const;

  test('are done before the failure, and not reached after it', () => {
    expect(stepStates({ ok: false, step: 'login' }, asked).map((s) => s.state)).toEqual([
      ...['done', 'done', 'done', 'done'],
      'failed',
      ...['waiting', 'waiting', 'waiting'],
    ]);
  });

  test('are skipped for the login and the message where neither is asked for', () => {
    const states = stepStates({ ok: true, step: 'login' }, { security: 'none', auth: 'none', to: '' });
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

  test('have the greeting after TLS where TLS comes first', () => {
    expect(stepsOf({ security: 'tls', auth: 'password' }).slice(0, 4)).toEqual([
      'look-up',
      'connect',
      'tls',
      'greeting',
    ]);
    expect(stepStates({ ok: false, step: 'tls' }, { ...asked, security: 'tls' })[3]?.state).toBe('waiting');
  });
});

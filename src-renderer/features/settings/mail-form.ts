import type { InputOf, OutputOf } from '#contract/index.ts';
import type { MailSettings } from '#contract/mail.ts';
import { type MailAuth, type MailSecurity, mailTestSteps } from '#contract/vocabulary/mail.ts';
import { type OauthProvider, oauthPresets } from '#contract/vocabulary/mail-oauth.ts';
import { isSame } from '../../components/taken-over.ts';

/** The ports that mail servers usually listen on (RFC 8314, RFC 6409). */
export const usualPort: Readonly<Record<MailSecurity, number>> = { starttls: 587, tls: 465, none: 25 };

/** Empty client secret and refresh token stand for the stored ones. */
export interface OauthValues {
  readonly provider: OauthProvider;
  readonly endpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly scope: string;
}

export interface MailValues {
  readonly host: string;
  readonly port: number | string;
  readonly security: MailSecurity;
  readonly auth: MailAuth;
  readonly login: string;
  /** Empty: the stored one. */
  readonly password: string;
  readonly oauth: OauthValues;
  readonly senderName: string;
  readonly sender: string;
  readonly replyTo: string;
  readonly acceptAnyCertificate: boolean;
  /** Empty: no limit. */
  readonly perMinute: number | string;
}

export function mailValues(stored: MailSettings | null): MailValues {
  return {
    host: stored?.host ?? '',
    port: stored?.port ?? usualPort.starttls,
    security: stored?.security ?? 'starttls',
    auth: stored?.auth ?? 'password',
    login: stored?.login ?? '',
    password: '',
    oauth: {
      provider: stored?.oauth?.provider ?? 'other',
      endpoint: stored?.oauth?.endpoint ?? '',
      clientId: stored?.oauth?.clientId ?? '',
      clientSecret: '',
      refreshToken: '',
      scope: stored?.oauth?.scope ?? '',
    },
    senderName: stored?.senderName ?? '',
    sender: stored?.sender ?? '',
    replyTo: stored?.replyTo ?? '',
    acceptAnyCertificate: stored?.acceptAnyCertificate ?? false,
    perMinute: stored?.perMinute ?? '',
  };
}

/** What *Save* and *Test* pass on. Empty secrets are left out, so that the stored ones are used. */
export function mailInput(organizationId: number, values: MailValues): InputOf<'mail.save'> {
  const { auth, login, password, oauth, port, replyTo, perMinute, ...rest } = values;
  const { clientSecret, refreshToken, ...client } = oauth;
  return {
    organizationId,
    ...rest,
    auth,
    login: auth === 'none' ? '' : login,
    host: values.host.trim(),
    port: Number(port),
    perMinute: perMinute === '' ? null : Number(perMinute),
    replyTo: replyTo.trim() === '' ? null : replyTo,
    ...(auth === 'password' && password !== '' && { password }),
    ...(auth === 'oauth2' && {
      oauth: {
        ...client,
        ...(clientSecret !== '' && { clientSecret }),
        ...(refreshToken !== '' && { refreshToken }),
      },
    }),
  };
}

/** Secrets do not stay in the form once stored. */
export const withoutSecrets = (values: MailValues): MailValues => ({
  ...values,
  password: '',
  oauth: { ...values.oauth, clientSecret: '', refreshToken: '' },
});

/** Whether what was found out about some values holds for others: saving empties the secrets, and the pace is no part of it. */
export function isTheSame(tested: MailValues, now: MailValues): boolean {
  const apart = (values: MailValues) => ({ ...values, perMinute: '' });
  return isSame(apart(tested), apart(now)) || isSame(apart(withoutSecrets(tested)), apart(now));
}

/** The values for a chosen provider: its server, endpoint and scope; for *other*, what was typed stays. */
export function forProvider(values: MailValues, provider: OauthProvider): MailValues {
  if (provider === 'other') return { ...values, oauth: { ...values.oauth, provider } };
  const { endpoint, scope, ...server } = oauthPresets[provider];
  return { ...values, ...server, oauth: { ...values.oauth, provider, endpoint, scope } };
}

/** The values for a chosen kind of login; the provider is guessed from the host as long as none has been chosen. */
export function forAuth(values: MailValues, auth: MailAuth): MailValues {
  const next = { ...values, auth };
  if (auth !== 'oauth2' || values.oauth.endpoint !== '') return next;
  const host = values.host.trim().toLowerCase();
  if (/(^|\.)(gmail|googlemail|google)\.com$/.test(host)) return forProvider(next, 'google');
  return host === '' || /(^|\.)(office365|outlook)\.com$/.test(host) ? forProvider(next, 'microsoft') : next;
}

/** The port after a change of security: the usual one, unless somebody has typed another. */
export const portAfter = (port: number | string, before: MailSecurity, after: MailSecurity): number | string =>
  Number(port) === usualPort[before] || port === '' ? usualPort[after] : port;

export type TestStep = (typeof mailTestSteps)[number];
export type StepState = 'done' | 'failed' | 'waiting' | 'skipped';

/** What was tried. */
export interface Asked {
  readonly security: MailSecurity;
  readonly auth: MailAuth;
  /** Empty: no message. */
  readonly to: string;
}

/** The steps in the order in which they happen: with TLS from the first byte, the greeting comes after it. */
export function stepsOf({ security, auth }: Pick<Asked, 'security' | 'auth'>): readonly TestStep[] {
  const steps = mailTestSteps.filter((step) => step !== 'token' || auth === 'oauth2');
  if (security === 'starttls') return steps;
  const rest: readonly TestStep[] = steps.filter((step) => step !== 'tls');
  return security === 'none' ? rest : rest.toSpliced(rest.indexOf('greeting'), 0, 'tls');
}

/** How each step went, derived from where the test ended. */
export function stepStates(
  answer: Pick<OutputOf<'mail.test'>, 'ok' | 'step'>,
  asked: Asked,
): readonly { readonly step: TestStep; readonly state: StepState }[] {
  const steps = stepsOf(asked);
  const end = steps.indexOf(answer.step);
  return steps.map((step, i) => {
    if (step === 'login' && asked.auth === 'none' && !(i === end && !answer.ok)) return { step, state: 'skipped' };
    if (asked.to === '' && i > steps.indexOf('login')) return { step, state: 'skipped' };
    if (i < end) return { step, state: 'done' };
    if (i > end) return { step, state: 'waiting' };
    return { step, state: answer.ok ? 'done' : 'failed' };
  });
}

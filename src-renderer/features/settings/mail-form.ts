import type { InputOf, OutputOf } from '#contract/index.ts';
import { type MailSecurity, type MailSettings, mailTestSteps } from '#contract/mail.ts';

/** The ports that mail servers listen on by custom (RFC 8314, RFC 6409). */
export const usualPort: Readonly<Record<MailSecurity, number>> = { starttls: 587, tls: 465, none: 25 };

export interface MailValues {
  readonly host: string;
  readonly port: number | string;
  readonly security: MailSecurity;
  readonly login: string;
  /** Empty: the stored one. */
  readonly password: string;
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
    login: stored?.login ?? '',
    password: '',
    senderName: stored?.senderName ?? '',
    sender: stored?.sender ?? '',
    replyTo: stored?.replyTo ?? '',
    acceptAnyCertificate: stored?.acceptAnyCertificate ?? false,
    perMinute: stored?.perMinute ?? '',
  };
}

/** What *Save* and *Test* pass on. An empty password is left out, so that the stored one is used. */
export function mailInput(organizationId: number, values: MailValues): InputOf<'mail.save'> {
  const { password, port, replyTo, perMinute, ...rest } = values;
  return {
    organizationId,
    ...rest,
    host: values.host.trim(),
    port: Number(port),
    perMinute: perMinute === '' ? null : Number(perMinute),
    replyTo: replyTo.trim() === '' ? null : replyTo,
    ...(password !== '' && { password }),
  };
}

/** The port that goes with a change of security: the usual one, unless somebody has typed another. */
export const portAfter = (port: number | string, before: MailSecurity, after: MailSecurity): number | string =>
  Number(port) === usualPort[before] || port === '' ? usualPort[after] : port;

export type TestStep = (typeof mailTestSteps)[number];
export type StepState = 'done' | 'failed' | 'waiting' | 'skipped';

/** In the order in which they happen: with TLS from the first byte the greeting comes after it. */
export function stepsOf(security: MailSecurity): readonly TestStep[] {
  if (security === 'none') return mailTestSteps.filter((step) => step !== 'tls');
  if (security === 'starttls') return mailTestSteps;
  const rest: TestStep[] = mailTestSteps.filter((step) => step !== 'tls');
  return rest.toSpliced(rest.indexOf('greeting'), 0, 'tls');
}

/** How each step went, told from where the test ended. */
export function stepStates(
  answer: Pick<OutputOf<'mail.test'>, 'ok' | 'step'>,
  { security, login, to }: { readonly security: MailSecurity; readonly login: string; readonly to: string },
): readonly { readonly step: TestStep; readonly state: StepState }[] {
  const steps = stepsOf(security);
  const end = steps.indexOf(answer.step);
  return steps.map((step, i) => {
    if (step === 'login' && login === '' && !(i === end && !answer.ok)) return { step, state: 'skipped' };
    if (to === '' && i > steps.indexOf('login')) return { step, state: 'skipped' };
    if (i < end) return { step, state: 'done' };
    if (i > end) return { step, state: 'waiting' };
    return { step, state: answer.ok ? 'done' : 'failed' };
  });
}

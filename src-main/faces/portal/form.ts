import { GatehouseError, type Issue } from '#contract/errors.ts';
import { contract, type InputOf } from '#contract/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import { parse } from '../../kernel/parse.ts';
import type { Typed } from './about.ts';

export type AcceptInput = InputOf<'invitations.accept'>;

/** Reads one field of a posted form: text, empty when it was not sent or sent more than once. */
export function text(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return '';
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

export const typedIn = (body: unknown): Typed => ({
  firstName: text(body, 'firstName').slice(0, 200),
  lastName: text(body, 'lastName').slice(0, 200),
  phone: text(body, 'phone').slice(0, 60),
  country: text(body, 'country').slice(0, 2),
});

/** Name and phone number as operations take them: a country only with a number. */
export function readAbout(body: unknown) {
  const { firstName, lastName } = typedIn(body);
  const phone = text(body, 'phone').trim();
  const country = text(body, 'country');
  return { firstName, lastName, ...(phone ? { phone } : {}), ...(phone && country ? { country } : {}) };
}

/**
 * Makes the input of an acceptance from a posted form.
 * @param language the language of the page
 * @returns also everything that is wrong with it, so that all fields are reported at once
 */
export function readAcceptance(
  token: string,
  body: unknown,
  language: Language,
): { input: AcceptInput; issues: readonly Issue[] } {
  const account = readAccount(body);
  const input: AcceptInput = { token, account, language };
  const issues = [...issuesOf(input)];
  if (account.kind === 'new' && text(body, 'password') !== text(body, 'passwordAgain'))
    issues.push({ path: ['account', 'passwordAgain'], code: 'differs', message: 'differs' });
  if (account.kind === 'existing' && account.password === '')
    issues.push({ path: ['account', 'password'], code: 'empty', message: 'empty' });
  return { input, issues };
}

function readAccount(body: unknown): AcceptInput['account'] {
  const password = text(body, 'password');
  switch (text(body, 'account')) {
    case 'existing':
      return { kind: 'existing', password };
    case 'signed-in':
      return { kind: 'signed-in' };
    default:
      return { kind: 'new', ...readAbout(body), password };
  }
}

function issuesOf(input: AcceptInput): readonly Issue[] {
  const name = 'invitations.accept';
  try {
    parse(contract[name].input, input, 'invalid-input', name);
    return [];
  } catch (error) {
    if (error instanceof GatehouseError) return error.issues;
    throw error;
  }
}

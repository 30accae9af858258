import { showable } from '#contract/showable.ts';

const longest = 500;
export const hidden = '••••••••';

/**
 * Makes somebody else's words fit to be stored and shown anywhere: one line, short, without characters that are invisible or
 * reverse the line, and without a usable link, which servers quote when a filter dislikes it.
 */
export function hideSecrets(words: string): string {
  return showable(words)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\d{1,15}\.(\d{1,9}\.[\w=-]{20,}|[\w=-]{30,})/g, hidden)
    .replace(/\/(i|reset)\/[^\s"'<>]+/g, `/$1/${hidden}`)
    .trim()
    .slice(0, longest);
}

/** Removes these texts from somebody else's words, the longest first. */
export const hideForms = (words: string, forms: readonly string[]): string =>
  forms.toSorted((a, b) => b.length - a.length).reduce((text, form) => text.replaceAll(form, hidden), words);

/** Removes whatever could be part of a token: servers quote them shortened or re-encoded. */
export const hideLongRuns = (words: string): string => words.replace(/[\w+/=~-]{40,}/g, hidden);

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** What XOAUTH2 sends to log in. */
export const xoauth2 = (login: string, token: string): string =>
  base64(`user=${login}\x01auth=Bearer ${token}\x01\x01`);

/** The forms in which a server may quote the credentials of a login. */
export const formsOf = (login: string, secret: string): readonly string[] =>
  secret === ''
    ? []
    : [
        secret,
        ...[base64(secret), base64(`\0${login}\0${secret}`), xoauth2(login, secret)].map((f) => f.replace(/=+$/, '')),
      ];

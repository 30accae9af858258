import { showable } from '#contract/showable.ts';

const longest = 500;
export const hidden = '••••••••';

/**
 * Makes somebody else's words fit to be kept and shown anywhere: one line, short, without what cannot be seen or turns
 * the line around, and without a usable link, which servers quote when a filter dislikes it.
 */
export function hideSecrets(words: string): string {
  return showable(words)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\d{1,15}\.(\d{1,9}\.[\w=-]{20,}|[\w=-]{30,})/g, hidden)
    .replace(/\/(i|reset)\/[^\s"'<>]+/g, `/$1/${hidden}`)
    .trim()
    .slice(0, longest);
}

/** Takes these texts out of somebody else's words, the longest first. */
export const hideForms = (words: string, forms: readonly string[]): string =>
  forms.toSorted((a, b) => b.length - a.length).reduce((text, form) => text.replaceAll(form, hidden), words);

/** Takes out whatever could be a part of a token: servers quote them cut short or coded anew. */
export const hideLongRuns = (words: string): string => words.replace(/[\w+/=~-]{40,}/g, hidden);

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** What XOAUTH2 sends for a login. */
export const xoauth2 = (login: string, token: string): string =>
  base64(`user=${login}\x01auth=Bearer ${token}\x01\x01`);

/** The forms in which a server may quote what it was told at the login. */
export const formsOf = (login: string, secret: string): readonly string[] =>
  secret === ''
    ? []
    : [
        secret,
        ...[base64(secret), base64(`\0${login}\0${secret}`), xoauth2(login, secret)].map((f) => f.replace(/=+$/, '')),
      ];

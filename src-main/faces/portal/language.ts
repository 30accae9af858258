import type { FastifyRequest } from 'fastify';
import { messagesIn } from '#contract/messages/index.ts';
import { type Language, languageOf } from '#contract/messages/languages.ts';

/** The first language of `Accept-Language` (RFC 9110, 12.5.4) that we have words in, else English. */
export const chooseLanguage = (accepted: string | undefined): Language =>
  preferences(accepted)
    .map(languageOf)
    .find((language) => language !== undefined) ?? 'en';

/** The country that a browser's languages hint at (`en-IE`), in capitals. */
export function hintedCountry(accepted: string | undefined): string | undefined {
  return preferences(accepted)
    .map((tag) => /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})$/.exec(tag)?.[1])
    .find((country) => country !== undefined)
    ?.toUpperCase();
}

/** The language of a page: as chosen at its foot, else as the browser says. */
export const wordsFor = (request: FastifyRequest, chosen: Language | undefined) => {
  const lang = chosen ?? chooseLanguage(request.headers['accept-language']);
  return { lang, words: messagesIn(lang) };
};

function preferences(accepted = ''): string[] {
  return accepted
    .slice(0, 500)
    .toLowerCase()
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((s) => s.trim());
      const q = parameters.find((p) => p.startsWith('q='))?.slice(2);
      return { tag, weight: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter(({ tag, weight }) => tag && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

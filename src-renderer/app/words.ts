import type { Issue } from '#contract/errors.ts';
import { wordAnswer } from '#contract/messages/answer.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import { wordError, wordIssue } from '#contract/messages/word.ts';
import { ApiError } from './api.ts';
import { isMissingPart } from './missing-part.ts';

/** The window's language. Changing it reloads the page. */
export const language: Language = globalThis.window?.gatehouse?.language ?? 'en';
/** Every word of the window. */
export const words = messagesIn(language);

/** What a mail server answered, as shown to people; null stays null. */
export const answerInWords = <A extends string | null>(kept: A) =>
  (kept === null ? null : wordAnswer(words, kept)) as A extends string ? string : A;

/** What to tell the person about anything that was thrown. */
export function wordsFor(error: unknown): string {
  if (error instanceof ApiError) return wordError(words, error.report);
  return words.desktop.failed[isMissingPart(error) ? 'partText' : 'other'];
}

/**
 * The refused fields of an input by their path, such as `owner.email`, in words: ready for `form.setErrors`.
 * Empty when the error is not about fields.
 */
export function fieldErrors(error: unknown): Record<string, string> {
  const issues: readonly Issue[] = error instanceof ApiError ? (error.report.issues ?? []) : [];
  return Object.fromEntries(issues.map((issue) => [issue.path.join('.'), sentence(wordIssue(words, issue))]));
}

/** Makes a sentence of a reason that elsewhere ends one, such as “there is no @ in it”. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

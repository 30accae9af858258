import type { Issue } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { wordError, wordIssue } from '#contract/messages/word.ts';
import { ApiError } from './api.ts';

/** Every word of the window, in its language. Another one comes with the page loaded anew. */
export const words = messagesIn(globalThis.window?.gatehouse?.language ?? 'en');

/** What to tell the person about anything that was thrown. */
export function wordsFor(error: unknown): string {
  return error instanceof ApiError ? wordError(words, error.report) : words.desktop.failed.other;
}

/**
 * The refused fields of an input by their path, such as `owner.email`, in words: ready for `form.setErrors`.
 * Empty when the error is not about fields.
 */
export function fieldErrors(error: unknown): Record<string, string> {
  const issues: readonly Issue[] = error instanceof ApiError ? (error.report.issues ?? []) : [];
  return Object.fromEntries(issues.map((issue) => [issue.path.join('.'), sentence(wordIssue(words, issue))]));
}

/** A reason that elsewhere ends a sentence, such as “there is no @ in it”, as a sentence of its own. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

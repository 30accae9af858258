import type { Language } from '#contract/messages/languages.ts';
import type { WordingKind } from '#contract/wording.ts';

/** Which wording it is about. */
export interface Mail {
  readonly kind: WordingKind;
  readonly language: Language;
}

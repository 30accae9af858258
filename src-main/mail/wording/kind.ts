import type { OutboxKind } from '#contract/vocabulary/outbox.ts';
import type { WordingKind } from '#contract/vocabulary/wording.ts';

/** The wording that a message uses. */
export const wordingKindOf = (kind: OutboxKind): WordingKind => (kind === 'invitation-again' ? 'invitation' : kind);

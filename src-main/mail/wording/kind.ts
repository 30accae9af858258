import type { OutboxKind } from '#contract/outbox.ts';
import type { WordingKind } from '#contract/wording.ts';

/** Which wording a message is written with. */
export const wordingKindOf = (kind: OutboxKind): WordingKind => (kind === 'invitation-again' ? 'invitation' : kind);

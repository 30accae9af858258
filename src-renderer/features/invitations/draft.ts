import type { Language } from '#contract/messages/languages.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { unsentShelf } from '../../app/unsent.ts';
import { type InviteRow, isBlankRow } from './rows-text.ts';

/** The two ways of this dialog; the wizard is a dialog of its own. */
export type BatchMode = 'rows' | 'paste';

/** What the batch has in common; a row or a line may say otherwise. */
export interface Defaults {
  readonly kind: InvitableKind;
  /** Null until chosen: the preset role. */
  readonly roles: readonly string[] | null;
  readonly teams: readonly string[];
  readonly groups: readonly string[];
  readonly products: readonly string[];
  readonly lines: readonly string[];
  /** Hours; null: the organization's. */
  readonly life: number | null;
  /** Of the mails; null: the organization's. */
  readonly language: Language | null;
}

export interface Draft {
  readonly text: string;
  readonly rows: readonly InviteRow[];
  readonly defaults: Defaults;
}

export const emptyDefaults: Defaults = {
  kind: 'user',
  roles: null,
  teams: [],
  groups: [],
  products: [],
  lines: [],
  life: null,
  language: null,
};
export const emptyDraft: Draft = { text: '', rows: [], defaults: emptyDefaults };

export const isTyped = ({ text, rows }: Pick<Draft, 'text' | 'rows'>): boolean =>
  text.trim() !== '' || rows.some((row) => !isBlankRow(row));

/** What was typed and not sent. */
const unsent = unsentShelf<Draft>('invitations', isTyped);

export const draftOf = (organizationId: number): Draft => unsent.of(organizationId) ?? emptyDraft;
export const keepDraft = unsent.keep;

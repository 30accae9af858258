import type { Language } from '#contract/messages/languages.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { unsentShelf } from '../../app/unsent.ts';

/** What was typed into the wizard. Roles and groups are known by name, as `invitations.send` takes them. */
export interface Draft {
  readonly kind: InvitableKind;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string;
  readonly phone: string;
  /** Null until chosen: the preset role. */
  readonly roles: readonly string[] | null;
  readonly groups: readonly string[];
  /** Of the mail; null: the organization's. */
  readonly language: Language | null;
}

export const emptyDraft: Draft = {
  kind: 'user',
  firstName: '',
  lastName: '',
  email: '',
  country: '',
  phone: '',
  roles: null,
  groups: [],
  language: null,
};

export const isTyped = ({ firstName, lastName, email, phone, groups }: Draft): boolean =>
  [firstName, lastName, email, phone].some((text) => text.trim() !== '') || groups.length > 0;

export const nameOf = ({ firstName, lastName }: Draft): string => `${firstName.trim()} ${lastName.trim()}`.trim();

/** What was typed and not added. */
export const { of: draftOf, keep: keepDraft } = unsentShelf<Draft>('wizard', isTyped);

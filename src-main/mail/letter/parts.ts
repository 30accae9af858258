import type { OutboxTable } from '../../database/tables/mail.ts';
import type { About } from '../about.ts';
import type { StoredLook } from '../look/store.ts';
import type { Values } from '../wording/fill.ts';
import type { StoredWording } from '../wording/store.ts';
import { hidden } from './escape.ts';

/** Everything a letter may mention, from the database. */
export interface LetterFacts {
  readonly kind: OutboxTable['kind'];
  readonly toEmail: string;
  readonly toName: string;
  /** The language it is written in. */
  readonly language: string;
  readonly organization: string;
  readonly timeZone: string;
  readonly contact: string | null;
  readonly inviter: string | null;
  readonly roles: readonly string[];
  /** What else an invitation tells a guest: the period of access, and the inviter's own words; null for others. */
  readonly guest: { readonly days: number; readonly note: string | null } | null;
  /** Null while the life of the link has not begun; it then begins when this letter is handed over. */
  readonly expiresAt: number | null;
  readonly lifeHours: number;
  /** Null for an invitation. */
  readonly about: About | null;
  readonly linksBeginWith: string;
  readonly sender: string;
  readonly senderName: string;
  readonly replyTo: string | null;
  /** The organization's own wordings, at most one for each language. */
  readonly wordings?: readonly StoredWording[];
  readonly look?: StoredLook | undefined;
}

/** The values of a letter besides those of every letter. */
export interface Told {
  readonly values: Values;
  readonly until: Content['until'];
}

/** What makes one kind of letter differ from another. */
export interface Content {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The end of the link or of the access, as stated in the letter: it is not delivered after that. Null is never. */
  readonly until: number | null;
}

/**
 * Takes the place of the link in everything that is stored or shown.
 * @param to an invitation, or a new password
 */
export const hiddenLink = (linksBeginWith: string, to: 'i' | 'reset' = 'i'): string =>
  `${linksBeginWith}/${to}/${hidden}`;

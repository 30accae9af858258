import type { Language } from '#contract/messages/languages.ts';
import { unsentShelf } from '../../app/unsent.ts';
import type { Sponsor } from './SponsorField.tsx';

/** What was typed into the dialog for inviting guests. */
export interface GuestDraft {
  /** One address each, good or bad. */
  readonly chips: readonly string[];
  /** Not added yet. */
  readonly text: string;
  readonly accountManager: boolean;
  readonly mayInviteGuests: boolean;
  /** Null until changed: the organization's default. */
  readonly days: number | string | null;
  /** Null: the person who invites. */
  readonly sponsor: Sponsor | null;
  readonly teams: readonly string[];
  readonly note: string;
  /** Of the mails; null: the organization's language. */
  readonly language: Language | null;
}

export const emptyDraft: GuestDraft = {
  chips: [],
  text: '',
  accountManager: false,
  mayInviteGuests: false,
  days: null,
  sponsor: null,
  teams: [],
  note: '',
  language: null,
};

export const isTyped = ({ chips, text, note }: GuestDraft): boolean =>
  chips.length > 0 || text.trim() !== '' || note.trim() !== '';

/** What was typed and not sent. */
const unsent = unsentShelf<GuestDraft>('guests', isTyped);

export const draftOf = (organizationId: number): GuestDraft => unsent.of(organizationId) ?? emptyDraft;
export const keepDraft = unsent.keep;

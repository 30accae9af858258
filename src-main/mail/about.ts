/** A guest named in a mail, as they were when it was queued. */
export interface EndingGuest {
  readonly name: string;
  readonly email: string;
  readonly membershipId: number;
  /** The end of access that the mail announces; once it changes, the mail is no longer true. */
  readonly endsAt: number;
}

/** What a mail to a guest or a sponsor is about. */
export interface EndAbout {
  readonly guest: EndingGuest;
  /** Which notice it is: how many days before the last day; 0 is the end itself, null a renewal. */
  readonly days: number | null;
  /** The name of the guest's sponsor, if there is one. */
  readonly sponsor: string | null;
}

/** What a manager's daily digest is about. */
export interface DigestAbout {
  readonly guests: readonly EndingGuest[];
  /** How many there are beyond those. */
  readonly moreEnding: number;
  readonly moreEnded: number;
}

/** Stored with the message in the outbox from the moment it is queued. */
export type About = EndAbout | DigestAbout;

export const isDigest = (about: About): about is DigestAbout => 'guests' in about;

export const readAbout = (about: string): About => JSON.parse(about) as About;

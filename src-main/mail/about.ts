/** A guest of a mail, as they were when it was queued. */
export interface EndingGuest {
  readonly name: string;
  readonly email: string;
  readonly membershipId: number;
  /** The end of access that the mail tells of; with another one it is not true any more. */
  readonly endsAt: number;
}

/** What a mail to a guest or a sponsor tells. */
export interface EndAbout {
  readonly guest: EndingGuest;
  /** Which of the notices it is: so many days before the last day; 0 is the end itself, null a renewal. */
  readonly days: number | null;
  /** The name of who answers for the guest, if anybody does. */
  readonly sponsor: string | null;
}

/** What the mail of a day tells a manager. */
export interface DigestAbout {
  readonly guests: readonly EndingGuest[];
  /** How many there are beyond those. */
  readonly moreEnding: number;
  readonly moreEnded: number;
}

/** Kept beside the message in the outbox, from the moment in which it is queued. */
export type About = EndAbout | DigestAbout;

export const isDigest = (about: About): about is DigestAbout => 'guests' in about;

export const readAbout = (about: string): About => JSON.parse(about) as About;

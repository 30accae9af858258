/** What all guests of one invitation get. */
export interface GuestTerms {
  /** How long access lasts from acceptance. */
  readonly days: number;
  /** The person who answers for them. */
  readonly sponsorId: number | null;
  readonly mayInvite: boolean;
  /** Goes into the mail; null is none. */
  readonly note: string | null;
}

/** The columns of a membership for what only guests have; without terms, as for everybody else. Access has no end yet. */
export const guestColumns = (terms?: Omit<GuestTerms, 'note'>) => ({
  guest_days: terms?.days ?? null,
  access_ends_at: null,
  sponsor_id: terms?.sponsorId ?? null,
  may_invite_guests: Number(terms?.mayInvite ?? false),
});

/** The mails whose wording an organization may change. *Send again* is an invitation like the first one. */
export const wordingKinds = [
  'invitation',
  'reinvitation',
  'reminder',
  'password-reset',
  'guest-ending',
  'guest-ended',
  'guest-renewed',
  'sponsor-ending',
  'sponsor-ended',
  'guests-digest',
] as const;
export type WordingKind = (typeof wordingKinds)[number];

/** Who an example is about: a user or a guest with all details, or somebody of whom only the least is known. */
export const wordingExamples = ['user', 'guest', 'bare'] as const;

/** The kinds of mail that carry a link. */
export const linkKinds = ['invitation', 'reinvitation', 'invitation-again', 'reminder'] as const;

/** Mails about the end of a guest's access: before it, at it, and when it is moved; to the guest and to the sponsor. */
export const endKinds = ['guest-ending', 'guest-ended', 'guest-renewed', 'sponsor-ending', 'sponsor-ended'] as const;

export const outboxKinds = [...linkKinds, ...endKinds, 'guests-digest', 'password-reset'] as const;
export type OutboxKind = (typeof outboxKinds)[number];

/** Without a link there is nothing to hide when a message is shown. */
export const carriesLink = (kind: OutboxKind): boolean =>
  kind === 'password-reset' || (linkKinds as readonly OutboxKind[]).includes(kind);

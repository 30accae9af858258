/**
 * `expiry` sorts by the end of access, the soonest first; people without one come last. `timeLeft` does the same by the
 * end of an open invitation's link.
 */
export const userSorts = ['name', 'email', 'status', 'changed', 'expiry', 'timeLeft'] as const;
export type UserSort = (typeof userSorts)[number];

/** The columns of an exported list, in this order. */
export const exportColumns = [
  'name',
  'email',
  'kind',
  'status',
  'roles',
  'teams',
  'groups',
  'products',
  'lines',
  'invitedBy',
  'sentAt',
  'validUntil',
  'changedAt',
  'accessEndsAt',
  'sponsor',
] as const;

/** Further columns about an invitation: what happened to its mail, its age, and how much time is left. */
export const invitationColumns = ['mailState', 'mailAnswer', 'invitedAt', 'age', 'timeLeft', 'generation'] as const;
export type ExportColumn = (typeof exportColumns)[number] | (typeof invitationColumns)[number];

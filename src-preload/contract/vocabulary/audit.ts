export const auditOutcomes = ['done', 'denied'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** The columns of an exported log, in this order. */
export const auditColumns = ['at', 'actor', 'operation', 'target', 'face', 'osUser', 'outcome', 'detail'] as const;
export type AuditColumn = (typeof auditColumns)[number];

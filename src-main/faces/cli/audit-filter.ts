import type { AuditFilter } from '#contract/audit.ts';
import type { Given } from './options.ts';

/** Which rows of the audit the options ask for. */
export const auditFilterOf = (given: Given) => ({
  actors: [...(given.actor ?? [])],
  operations: [...(given.operation ?? [])],
  outcomes: [...(given.outcome ?? [])] as AuditFilter['outcomes'],
  faces: [...(given.face ?? [])] as AuditFilter['faces'],
  ...(given.target === undefined ? {} : { target: given.target }),
  ...(given.from === undefined ? {} : { from: given.from }),
  ...(given.to === undefined ? {} : { to: given.to }),
  ...(given.search === undefined ? {} : { search: given.search }),
});

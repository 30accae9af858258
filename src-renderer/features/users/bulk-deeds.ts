import type { OperationName } from '#contract/index.ts';
import type { BulkOperation } from '../jobs/bulk.tsx';
import type { Belonging } from './list-state.ts';

/** What can be done to many people at once. */
export type BulkKey =
  | Belonging
  | 'reinvite'
  | 'extend'
  | 'links'
  | 'revoke'
  | 'suspend'
  | 'reactivate'
  | 'remove'
  | 'export'
  | 'renew'
  | 'sponsor'
  | 'bounced'
  | 'notBounced';
/** Actions that ask before they start. */
export type AskedKey = Extract<BulkKey, 'reinvite' | 'revoke' | 'suspend' | 'remove' | 'renew'>;

/** Actions that run as a job: all but copying links, whose result must not be kept. */
export type JobKey = Exclude<BulkKey, 'links'>;

export const operationOf: Readonly<Record<JobKey, BulkOperation> & { readonly links: 'invitations.copyLinks' }> = {
  roles: 'users.updateMany',
  teams: 'users.updateMany',
  groups: 'users.updateMany',
  products: 'users.updateMany',
  lines: 'users.updateMany',
  reinvite: 'invitations.reinviteMany',
  extend: 'invitations.extendMany',
  links: 'invitations.copyLinks',
  revoke: 'invitations.revokeMany',
  suspend: 'users.suspendMany',
  reactivate: 'users.reactivateMany',
  remove: 'users.removeMany',
  export: 'users.exportMany',
  renew: 'guests.renewMany',
  sponsor: 'guests.setSponsorMany',
  bounced: 'bounces.markMany',
  notBounced: 'bounces.unmarkMany',
} satisfies Record<BulkKey, OperationName>;

export const isBelonging = (key: BulkKey): key is Belonging =>
  key === 'roles' || key === 'teams' || key === 'groups' || key === 'products' || key === 'lines';

export const isAsked = (key: BulkKey): key is AskedKey =>
  key === 'reinvite' || key === 'revoke' || key === 'suspend' || key === 'remove' || key === 'renew';

import { assertNever } from './assert-never.ts';
import type { UserRow } from './users.ts';
import type { Named } from './values.ts';
import type { ExportColumn } from './vocabulary/users.ts';

/** The cell of a person in one column: codes, and ISO 8601 in UTC, so that programs can read it as well. */
export function userCell(row: UserRow, column: ExportColumn, now: number): string {
  switch (column) {
    case 'name':
    case 'email':
    case 'kind':
    case 'status':
      return row[column];
    case 'roles':
    case 'teams':
    case 'groups':
    case 'products':
    case 'lines':
      return names(row[column]);
    case 'invitedBy':
      return row.invitedBy?.name ?? '';
    case 'sentAt':
    case 'validUntil':
    case 'changedAt':
      return instant(row[column]);
    case 'accessEndsAt':
      return instant(row.guest?.endsAt ?? null);
    case 'sponsor':
      return row.guest?.sponsor?.name ?? '';
    case 'mailState':
      return row.delivery?.state ?? '';
    case 'mailAnswer':
      return row.delivery?.answer ?? '';
    case 'invitedAt':
      return instant(row.invitation?.createdAt ?? null);
    case 'age':
      return row.invitation ? hours(now - row.invitation.createdAt) : '';
    case 'timeLeft':
      return row.validUntil === null ? '' : hours(row.validUntil - now);
    case 'generation':
      return row.invitation ? String(row.invitation.generation) : '';
    default:
      return assertNever(column);
  }
}

const names = (named: readonly Named[]) => named.map(({ name }) => name).join('; ');
/** Completed hours; 0 after the end. */
const hours = (milliseconds: number) => String(Math.max(0, Math.floor(milliseconds / 3_600_000)));
const instant = (at: number | null) => (at === null ? '' : new Date(at).toISOString());

import type { Generated } from 'kysely';
import type { Fixed, Id } from './columns.ts';

// What was done, what is being done, and who does it.

export interface AuditTable {
  id: Id;
  organization_id: number | null;
  at: number;
  actor_person_id: number | null;
  actor: string;
  face: string;
  os_user: string | null;
  operation: string;
  outcome: 'done' | 'denied';
  target: string | null;
  detail: string;
  /** Over actor, target and detail; null, like the seal, in entries of versions that did not seal. */
  digest: string | null;
  /** Over the whole entry and the seal of the one before (`kernel/audit-chain.ts`). */
  seal: string | null;
  /** Folded: what a search looks into. */
  search_text: Generated<string>;
  /** For an entry that lost its personal part: the erasure, and its proof (`kernel/audit-erased.ts`). */
  erased: Generated<string | null>;
}

/** What the first entry of a chain follows. */
export interface AuditAnchorTable {
  /** The organization, 0 for none. */
  chain: number;
  /** Entries up to this id are before the chain. */
  after_id: number;
  seal: string;
  proof: string;
  /** How many entries were removed because their time was over. */
  removed: Generated<number>;
  /** When the last of them was written. */
  removed_until: number | null;
  /** How many of them did not fit the chain when they were removed. */
  faulty: Generated<number>;
  /** How many of them an entry of the log accounts for. */
  told: Generated<number>;
}

/** That somebody was erased from an organization, without saying who. */
export interface ErasureTable {
  /** Random; the same in the list beside the database. */
  id: string;
  organization_id: number;
  /** An HMAC of the address: with the key it can be compared, but not read. */
  who: string;
  pseudonym: string;
  at: number;
  /** Since when no page of the file holds anything of them; null: still to be done. */
  scrubbed_at: number | null;
}

/** One row: what is known about the clock by which old entries are removed (`features/audit/retention/trusted-clock.ts`). */
export interface AuditClockTable {
  id: number;
  seen_at: number;
  trusted_at: number;
  doubted_at: number | null;
  doubted_days: number;
}

export interface ChangeLogTable {
  id: Id;
  at: number;
  /** Tags separated by spaces. */
  tags: string;
}

export interface LeaseTable {
  name: string;
  holder: string;
  until: number;
}

/** One row: how late it has been (`database/clock-mark.ts`). */
export interface ClockMarkTable {
  id: number;
  at: number;
}

export interface JobTable {
  id: Id;
  organization_id: number;
  operation: string;
  input: string;
  state: 'running' | 'finished' | 'cancelled' | 'denied' | 'failed';
  person_id: number | null;
  face: string;
  os_user: string | null;
  /** The last key that is done; the next chunk begins after it. */
  cursor: Generated<number>;
  done: Generated<number>;
  total: number;
  failed: Generated<number>;
  started_at: number;
  ended_at: number | null;
}

/** One of those a job is done to, in the order of the work; for an export of the audit, one of its rows, by id. */
export interface JobItemTable {
  job_id: Fixed<number>;
  /** From 1. */
  position: Fixed<number>;
  membership_id: Fixed<number>;
  name: Fixed<string>;
  email: Fixed<string>;
  state: 'waiting' | 'done' | 'failed';
  /** JSON of the error's code and data. */
  error: string | null;
  detail: string | null;
}

/** One row: a backup is always of the whole workspace. */
export interface BackupSettingsTable {
  id: number;
  automatic: Generated<number>;
  /** Null: `backups` in the workspace's folder. */
  folder: string | null;
  /** Sealed with the workspace key; null: backups are not encrypted. */
  passphrase_sealed: string | null;
  /** When an automatic backup failed, and why, as JSON of the error's code and data; null once one has succeeded. */
  failed_at: number | null;
  failure: string | null;
}

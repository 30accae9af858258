import type { Generated } from 'kysely';
import type { Fixed, Id } from './columns.ts';

// What a person signs in with besides the password, and gets back in with.

/** The secret that a person's app makes codes from. */
export interface SecondFactorTable {
  person_id: number;
  /** Base32, sealed with the workspace key. */
  secret_sealed: string;
  /** Null while it is being set up: nothing asks for its codes yet. */
  confirmed_at: number | null;
  /** The step (RFC 6238, 4.2) of the last code that was accepted: none is accepted twice. */
  last_step: Generated<number>;
}

/** Codes that stand in for the app, one use each. */
export interface RecoveryCodeTable {
  id: Id;
  person_id: Fixed<number>;
  /** SHA-256, hex: the codes are random, so nothing slower is needed, and a lost workspace key locks nobody out. */
  code_hash: Fixed<string>;
  used_at: number | null;
}

/** Somebody who gave the right password and has yet to give a code. It opens nothing. */
export interface SignInAttemptTable {
  id: Id;
  /** As in `session`. */
  token_hash: Fixed<string>;
  person_id: Fixed<number>;
  face: Fixed<string>;
  created_at: Fixed<number>;
  expires_at: Fixed<number>;
}

/** The code with which an owner sets a new password. */
export interface OwnerRecoveryTable {
  person_id: number;
  /** As in `recovery_code`. */
  code_hash: string;
  created_at: number;
}

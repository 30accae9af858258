import type { Address, AddressProblem } from '#contract/address.ts';

export type RecipientProblem = AddressProblem | 'two-addresses';

/** One recipient of a pasted text, or one piece that cannot be one. */
export interface RecipientEntry {
  /** Line of the text, from 1. */
  readonly line: number;
  /** Place within the line, from 0. */
  readonly index: number;
  /** The text from `start` to `end`. */
  readonly raw: string;
  /** Offsets into the text in UTF-16 units; entries are in order and never overlap. */
  readonly start: number;
  readonly end: number;
  readonly email?: string;
  /** `addressKey` of the address: equal for duplicates. */
  readonly key?: string;
  readonly name?: string;
  readonly roles?: readonly string[];
  readonly teams?: readonly string[];
  readonly problem?: RecipientProblem;
  readonly warning?: 'mixed-script';
}

/** Names that exist in the organization; they tell a role's column from a team's when nothing else does. */
export interface KnownNames {
  readonly roles: readonly string[];
  readonly teams: readonly string[];
}

/** An entry while it is being read; at the end either `address` or `problem` is set. */
export interface Draft {
  start: number;
  end: number;
  address?: Pick<Address, 'email' | 'key' | 'warning'> | undefined;
  problem?: RecipientProblem | undefined;
  name?: string | undefined;
  roles?: readonly string[];
  teams?: readonly string[];
}

import type { z } from 'zod';
import type { Permission } from './vocabulary/permissions.ts';

/** Where a call comes from. `core` is Gatehouse itself: jobs, migrations, the demo. */
export const faces = ['window', 'portal', 'cli', 'core'] as const;
export type Face = (typeof faces)[number];

/** What notices of change are about; queries name the tags they read, commands those they change. */
export const tags = [
  'organizations',
  'users',
  'invitations',
  'drafts',
  'roles',
  'teams',
  'groups',
  'products',
  'lines',
  'outbox',
  'mail',
  'wording',
  'portal',
  'audit',
  'jobs',
  'views',
  'inbox',
  'session',
  'backups',
  'key',
  'demo',
] as const;
export type Tag = (typeof tags)[number];

/**
 * - `query`: reads on the read-only connection.
 * - `command`: one short transaction (`BEGIN IMMEDIATE`), audited.
 * - `effect`: touches the world outside the database (SMTP test, dialog); no transaction.
 * - `job`: persisted, processed in chunks of one transaction each; the call answers with the job's id.
 */
export type Kind = 'query' | 'command' | 'effect' | 'job';

/** `anyone`: no sign-in needed. `signed-in`: any person. Otherwise the right that the actor must hold in the organization. */
export type Needs = Permission | 'anyone' | 'signed-in';

export interface Operation<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: K;
  /** One English sentence for `gatehouse operations` and the docs. */
  readonly summary: string;
  readonly input: I;
  /** Parsing the answer with it strips everything not declared, secrets above all. */
  readonly output: O;
  readonly needs: Needs;
  readonly faces: readonly Face[];
  readonly reads?: readonly Tag[];
  readonly changes?: readonly Tag[];
}

type Declaration<I extends z.ZodType, O extends z.ZodType> = Omit<Operation<Kind, I, O>, 'kind' | 'faces'> & {
  readonly faces?: readonly Face[];
};

/** Operations are reachable from every face but the portal unless they say otherwise. */
const everywhereButPortal: readonly Face[] = ['window', 'cli', 'core'];

const declare =
  <K extends Kind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(d: Declaration<I, O>): Operation<K, I, O> => ({
    faces: everywhereButPortal,
    ...d,
    kind,
  });

export const query = declare('query');
export const command = declare('command');
export const effect = declare('effect');
export const job = declare('job');

/** Puts the feature's name before its verbs: `{send}` becomes `{'invitations.send'}`. */
export function prefix<P extends string, T extends object>(name: P, operations: T) {
  return Object.fromEntries(Object.entries(operations).map(([verb, o]) => [`${name}.${verb}`, o])) as {
    readonly [V in keyof T & string as `${P}.${V}`]: T[V];
  };
}

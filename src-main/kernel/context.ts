import type { ErrorCode } from '#contract/errors.ts';
import type { Contract, OperationName, OutputOf, ParsedOf } from '#contract/index.ts';
import type { Face } from '#contract/operation.ts';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import type { ReadableDb, WritableDb } from '../database/schema.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { AuditEndsKeeper } from './audit-ends.ts';
import type { BackupHouse } from './backups.ts';
import type { Clock } from './clock.ts';
import type { Guesses } from './guesses.ts';
import type { WorkspaceKey } from './key/workspace-key.ts';
import type { Keys } from './keys.ts';
import type { Passwords } from './passwords.ts';

/** How a face says on whose behalf it calls. Who that is, and what they may do, is looked up for every call. */
export type Credentials =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'session'; readonly token: string }
  /** The command line: whoever can read the workspace's files names an operator; none named means its only owner. */
  | { readonly kind: 'operator'; readonly email?: string | undefined }
  /** A job that goes on for the person who started it. */
  | { readonly kind: 'person'; readonly personId: number }
  | { readonly kind: 'core' };

export interface Caller {
  readonly face: Face;
  readonly credentials: Credentials;
  /** The user of the operating system, where the face knows it. */
  readonly osUser?: string | undefined;
  /** Aborted when nobody waits for the answer any more; long reads stop, commands do not. */
  readonly signal?: AbortSignal | undefined;
  /** Files and folders that a person chose in a dialog of the window: a page cannot name any other. */
  readonly chosen?: ReadonlySet<string> | undefined;
}

export interface Somebody {
  readonly kind: 'person';
  readonly personId: number;
  readonly email: string;
  readonly name: string;
}

export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'core' }
  | Somebody
  /** Signed in, but their window was left alone: they may do nothing until they prove who they are. */
  | { readonly kind: 'locked'; readonly person: Somebody };

/** What every handler is given. */
export interface Services {
  readonly clock: Clock;
  readonly keys: Keys;
  /** The secret from which the keys are derived, and where it lies. */
  readonly workspaceKey: WorkspaceKey;
  /** The workspace's folder. */
  readonly folder: string;
  readonly passwords: Passwords;
  readonly guesses: Guesses;
  readonly tokens: AccessTokens;
  /** What is noted about the audit outside the database. */
  readonly auditEnds: AuditEndsKeeper;
  readonly backups: BackupHouse;
  /** A port on this computer that is not in use. */
  readonly freePort: () => Promise<number>;
  /** Only in a throw-away workspace opened with `--demo`: the mail that its catcher received. */
  readonly demo?: DemoMail | undefined;
}

/** One message as the demo's mail catcher received it: the one place where usable links are shown. */
export interface CaughtMail {
  readonly id: number;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly at: number;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
}

export interface DemoMail {
  /** Newest first. */
  readonly messages: () => readonly CaughtMail[];
  readonly message: (id: number) => CaughtMail | undefined;
}

interface BaseContext extends Services {
  readonly now: number;
  readonly caller: Caller;
  readonly actor: Actor;
  /** The rights of the actor in the organization that the input names. */
  readonly permissions: ReadonlySet<Permission>;
}

export interface QueryContext extends BaseContext {
  readonly db: ReadableDb;
}

type Detail = Readonly<Record<string, unknown>>;

/** Facts for the audit row of this call: never a secret, a token or a link. */
export interface Note {
  /** Who did it, where the deed itself shows who they are: signing in, accepting. */
  readonly actor?: Actor;
  readonly organizationId?: number;
  readonly target?: string;
  /** A deed on many people leaves a row for each of them. */
  readonly targets?: readonly string[];
  /** The same where the outcome differs for each: these rows replace the one with `target` and `detail`. */
  readonly each?: readonly { readonly target: string; readonly detail: Detail }[];
  readonly detail?: Detail;
}

export interface CommandContext extends BaseContext {
  readonly db: WritableDb;
  readonly note: (note: Note) => void;
}

/** Where a job stands. */
export interface JobPlace {
  readonly jobId: number;
  /** The last key that is done. */
  readonly cursor: number;
}

export interface JobChunk {
  /** The last key that is done; the next chunk continues after it. */
  readonly cursor: number;
  readonly done: number;
  readonly failed: number;
  readonly finished: boolean;
}

type Answer<N extends OperationName> = OutputOf<N> | Promise<OutputOf<N>>;

/** What takes long and needs no transaction (hashing a password) happens in `prepare`, before the transaction begins. */
export interface PreparedCommand<N extends OperationName, P> {
  readonly prepare: (ctx: QueryContext, input: ParsedOf<N>) => Promise<P>;
  readonly handle: (ctx: CommandContext, input: ParsedOf<N>, prepared: P) => Answer<N>;
}

export interface JobHandler<N extends OperationName> {
  /**
   * Settles whom the job is done to, in the transaction that makes the job, after its row was written.
   * @returns how many there are
   */
  readonly plan: (ctx: CommandContext, input: ParsedOf<N>, jobId: number) => Promise<number>;
  /** One transaction of the job. */
  readonly chunk: (ctx: CommandContext, input: ParsedOf<N>, place: JobPlace) => Promise<JobChunk>;
}

export type QueryHandler<N extends OperationName> = (ctx: QueryContext, input: ParsedOf<N>) => Answer<N>;
export type CommandHandler<N extends OperationName> = (ctx: CommandContext, input: ParsedOf<N>) => Answer<N>;

/** The handler that an operation's declaration requires. */
export type HandlerOf<N extends OperationName> = Contract[N]['kind'] extends 'query' | 'effect'
  ? QueryHandler<N>
  : Contract[N]['kind'] extends 'job'
    ? JobHandler<N>
    : // biome-ignore lint/suspicious/noExplicitAny: what is prepared stays between the two halves of one handler
      CommandHandler<N> | PreparedCommand<N, any>;

/** All handlers: the compiler finds a missing or a wrong one. */
export type Handlers = { readonly [N in OperationName]: HandlerOf<N> };
/** The handlers of one feature: `satisfies HandlersOf<'teams'>`. */
export type HandlersOf<F extends string> = {
  readonly [N in OperationName as N extends `${F}.${infer V}` ? V : never]: HandlerOf<N>;
};

/** Errors that say "you may not": audited after the rollback. */
export const denials: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not-permitted',
  'not-a-member',
  'owner-needed',
  'owner-of-all-needed',
  'wrong-face',
  'wrong-credentials',
  'too-many-guesses',
  'wrong-code',
  'recovery-refused',
  'two-factor-needed',
  'unknown-operator',
  'sign-in-needed',
  'role-not-grantable',
  'approval-needed',
  'approval-not-yours',
]);

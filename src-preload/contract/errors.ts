import type { FileProblem } from './import.ts';
import type { WornLook } from './look.ts';
import type { CertificateTrouble } from './portal.ts';
import type { Shape } from './shape.ts';
import type { Permission } from './vocabulary/permissions.ts';

/** One place where an input went wrong: the path to the field and the code of the reason. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
  /** Set if it is the shape that does not fit, rather than a rule of ours. */
  readonly shape?: Shape;
}

/** What was wrong with the arguments on the command line: those of a verb, or of any command. */
export type UsageProblem = VerbProblem | CommandProblem;

export type VerbProblem =
  | 'one-too-many'
  | 'operand-missing'
  | 'bad-choice'
  | 'bad-number'
  | 'bad-time'
  | 'bad-mapping'
  | 'unknown-name'
  | 'organization-needed'
  | 'unknown-organization'
  | 'nobody-chosen'
  | 'chosen-twice'
  | 'not-together'
  | 'yes-needed'
  | 'file-exists'
  | 'format-needed';

type CommandProblem =
  | 'command-missing'
  | 'unknown-command'
  | 'unknown-option'
  | 'option-elsewhere'
  | 'option-value'
  | 'option-twice'
  | 'operation-missing'
  | 'workspace-missing'
  | 'too-many-arguments'
  | 'bad-port'
  | 'bad-base-url'
  | 'bad-proxy'
  | 'certificate-alone'
  | 'operator-missing'
  | 'password-missing'
  | 'code-missing'
  | 'sign-in-itself';

/** What the page of a dead link tells its holder, apart from the reason. */
export interface DeadLink {
  readonly organization: string;
  readonly timeZone: string;
  readonly contact: string | null;
  readonly look: WornLook;
  readonly invitedBy: string | null;
  /** When the link ended: expired, was used, revoked or replaced. */
  readonly at: number | null;
}

/**
 * Every error that an operation can answer with, and the facts that its wording needs. The words themselves are in
 * `messages/en/errors.ts`; a test fails when a code is missing there or in `docs/operations.md`.
 */
export interface ErrorData {
  readonly 'unknown-operation': { readonly name: string };
  readonly 'invalid-input': { readonly name: string };
  readonly 'invalid-output': { readonly name: string };
  readonly 'wrong-face': { readonly name: string; readonly face: string };
  readonly 'not-signed-in': Record<string, never>;
  /** The window was left unused, and waits for the password. */
  readonly locked: Record<string, never>;
  readonly 'not-permitted': { readonly permission: Permission };
  readonly 'not-a-member': Record<string, never>;
  readonly 'not-found': { readonly what: string };
  /** For matters of the whole workspace: adding an organization, backups. */
  readonly 'owner-needed': Record<string, never>;
  readonly 'already-exists': { readonly what: string; readonly name: string };
  readonly 'wrong-credentials': Record<string, never>;
  /** Wrong passwords in a row for one account; `seconds` until the next attempt. */
  readonly 'too-many-guesses': { readonly seconds: number };
  /** Neither a current code from the app, nor an unused recovery code. */
  readonly 'wrong-code': Record<string, never>;
  /** No account, not an owner, or a wrong code: the same answer for all. */
  readonly 'recovery-refused': Record<string, never>;
  /** The sign-in that was waiting for a code has ended. */
  readonly 'attempt-over': Record<string, never>;
  readonly 'two-factor-on': Record<string, never>;
  /** Somebody who requires a second factor of others has to have one. */
  readonly 'two-factor-first': Record<string, never>;
  readonly 'two-factor-off': Record<string, never>;
  /** Needs an owner of all organizations that the person belongs to. */
  readonly 'owner-of-all-needed': { readonly email: string };
  /** The organization requires a second factor of everybody who does anything in it. */
  readonly 'two-factor-needed': { readonly organization: string };
  readonly 'unknown-operator': { readonly email: string };
  /** On the command line, for somebody who needs a second factor. */
  readonly 'sign-in-needed': { readonly email: string };
  readonly 'operator-needed': Record<string, never>;
  readonly 'password-common': Record<string, never>;
  readonly 'role-not-grantable': { readonly role: string };
  readonly 'built-in-role': { readonly role: string };
  readonly 'role-needed': { readonly email: string };
  readonly 'role-in-use': { readonly role: string; readonly members: number };
  /** The last active owner can lose neither the role nor access. */
  readonly 'last-owner': { readonly email: string };
  /** Nobody can suspend or remove themselves. */
  readonly yourself: Record<string, never>;
  readonly 'seats-exceeded': { readonly free: number; readonly needed: number };
  readonly 'not-active': { readonly email: string };
  /** Only removed or revoked people can be erased. */
  readonly 'not-removed': Record<string, never>;
  /** What was typed to confirm is not the person's address. */
  readonly 'address-differs': Record<string, never>;
  readonly 'not-suspended': { readonly email: string };
  readonly 'no-role-for-agents': { readonly email: string };
  /** An inbox agent asked the portal for a page other than the inbox. */
  readonly 'inbox-only': Record<string, never>;
  readonly 'not-a-guest': { readonly email: string };
  readonly 'already-a-guest': { readonly email: string };
  /** A link for a new password that was used, replaced, has expired, or never existed. */
  readonly 'reset-dead': Record<string, never>;
  /** A guest's access has ended: only a new invitation brings it back. */
  readonly 'access-ended': { readonly email: string };
  readonly 'not-pending': { readonly email: string };
  /** The link's life has not begun: it was neither mailed nor copied. */
  readonly 'link-not-out': { readonly email: string };
  readonly 'link-expired': { readonly email: string; readonly link?: DeadLink };
  readonly 'link-unknown': Record<string, never>;
  readonly 'link-used': { readonly link?: DeadLink };
  readonly 'link-revoked': { readonly link?: DeadLink };
  readonly 'link-replaced': { readonly link?: DeadLink };
  readonly 'domain-refused': { readonly domain: string; readonly reason: 'free-mail-provider' | 'not-a-partner' };
  readonly 'account-exists': { readonly email: string };
  readonly 'account-other': { readonly email: string };
  readonly 'mail-not-set-up': Record<string, never>;
  readonly 'message-not-retryable': { readonly state: string };
  /** What it would say is no longer true: a guest was renewed, say, or its reader has left. */
  readonly 'message-outdated': { readonly email: string };
  readonly 'message-not-waiting': { readonly state: string };
  /** No server has accepted a mail that could come back. */
  readonly 'mail-not-out': { readonly email: string };
  readonly 'mail-bounced': { readonly email: string };
  readonly 'mail-not-bounced': { readonly email: string };
  readonly 'job-not-running': Record<string, never>;
  readonly 'file-newer': { readonly file: string; readonly version: string };
  readonly 'file-damaged': { readonly file: string; readonly detail: string };
  /** `detail` is the code from the system or SQLite. */
  readonly 'file-unreadable': { readonly file: string; readonly detail: string };
  /** Another program keeps the database locked for longer than a call waits. */
  readonly 'workspace-busy': { readonly file: string };
  readonly 'key-unreadable': { readonly file: string };
  /** Somebody else owns the key file, or others may read it and that cannot be changed. */
  readonly 'key-exposed': { readonly file: string; readonly why: 'owner' | 'mode' };
  /** A keyring has sealed the key, and cannot give it back now. */
  readonly 'key-in-keyring': {
    readonly file: string;
    readonly why: 'basic-text' | 'unavailable' | 'no-window' | 'refused';
  };
  /** A key, but not the one this workspace was written with. */
  readonly 'key-wrong': { readonly file: string };
  readonly 'key-not-lost': Record<string, never>;
  readonly 'keyring-missing': Record<string, never>;
  readonly 'recovery-key-wrong': Record<string, never>;
  /** A recovery key stored beside the workspace would be lost together with it. */
  readonly 'recovery-beside': Record<string, never>;
  readonly 'port-in-use': { readonly address: string; readonly port: number };
  /** The system does not let us listen there: the address is not this computer's, say, or the port is below 1024. */
  readonly 'cannot-listen': { readonly address: string; readonly port: number; readonly reason: string };
  /** The portal's certificate or key cannot be used, or not for the address that links begin with. */
  readonly 'certificate-refused': CertificateTrouble;
  /** So many passwords are waiting to be checked that another one would only make it worse. */
  readonly 'too-many-passwords': { readonly seconds: number };
  /** The caller did not wait for the answer. */
  readonly cancelled: Record<string, never>;
  readonly 'core-stopped': Record<string, never>;
  readonly usage: { readonly problem: UsageProblem; readonly argument: string };
  readonly 'not-json': { readonly place: string };
  readonly 'no-workspace': { readonly folder: string };
  readonly 'export-too-large': { readonly most: number };
  readonly 'job-not-finished': { readonly jobId: number; readonly state: string };
  /** Here people are invited only by a draft that another operator approves. */
  readonly 'approval-needed': Record<string, never>;
  /** With this policy nobody could invite: there is no second operator who could approve. */
  readonly 'approver-needed': Record<string, never>;
  /** Whoever wrote a draft, or changed it last, may not approve it. */
  readonly 'approval-not-yours': { readonly why: 'author' | 'editor' };
  readonly 'draft-state': { readonly state: string; readonly wanted: string };
  readonly 'draft-changed': Record<string, never>;
  readonly 'draft-empty': Record<string, never>;
  readonly 'draft-full': { readonly most: number };
  readonly 'send-time': { readonly problem: 'past' | 'far' };
  /** A list given as a file cannot be read. `limit` is what it exceeds, `line` where. */
  readonly 'file-unsuitable': { readonly fault: FileProblem; readonly limit?: number; readonly line?: number };
  /** The backup is encrypted. */
  readonly 'backup-passphrase-needed': Record<string, never>;
  readonly 'backup-passphrase-wrong': Record<string, never>;
  /** The stored passphrase for backups was sealed with another key. */
  readonly 'backup-passphrase-lost': Record<string, never>;
  /** No backup could be made before upgrading the database to this version. `detail` is the system's code. */
  readonly 'not-saved-before-update': { readonly file: string; readonly detail: string };
  /** A page named a file or folder that no dialog chose. */
  readonly 'path-not-chosen': Record<string, never>;
  /** A page asked the system to open something other than a secure web address or a plain mail address. */
  readonly 'address-refused': Record<string, never>;
  readonly 'not-in-demo': Record<string, never>;
  readonly internal: { readonly reference: string };
}
export type ErrorCode = keyof ErrorData;

/** A failure to report to the person. Its `message` is only the code: wording belongs to the face. */
export class GatehouseError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData[C];
  readonly issues: readonly Issue[];
  constructor(code: C, data: ErrorData[C], issues: readonly Issue[] = []) {
    super(code);
    this.name = 'GatehouseError';
    this.code = code;
    this.data = data;
    this.issues = issues;
  }
}

/** The shape in which an error crosses a thread, a process or the preload. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly data: unknown;
  readonly issues?: readonly Issue[];
}
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorReport };

import type { ErrorReport } from '#contract/errors.ts';
import type { Tag } from '#contract/operation.ts';
import type { PortalState } from './faces/portal/manage.ts';
import type { GivenKey } from './kernel/key/given-key.ts';

/** What the worker is started with. */
export interface CoreWorkerData {
  readonly folder: string;
  readonly demo: boolean;
  /** Folder of `resources/`: portal styles and the like. */
  readonly resources: string;
  readonly osUser?: string;
  /** A key file that was named at the start. */
  readonly givenKey?: GivenKey | undefined;
}

/** What the core asks of the desktop's keyring. */
export type KeyringAsk =
  | { readonly deed: 'state' }
  | { readonly deed: 'seal'; readonly text: string }
  | { readonly deed: 'unseal'; readonly text: string };

/** From the main process to the core's worker. */
export type ToCore =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      /** It may be cancelled. */
      readonly stoppable?: boolean;
    }
  /** Nobody waits for the answer to this call any more. */
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'portal'; readonly id: number }
  /** The page is there: the portal, the mail and all that is due by the clock may begin. Until then calls are answered, no more. */
  | { readonly kind: 'begin' }
  /** Whether the system has a network. */
  | { readonly kind: 'network'; readonly online: boolean }
  /** Somebody chose this file or folder in a dialog: only from now on may a page name it. */
  | { readonly kind: 'chosen'; readonly path: string }
  /** Closes the workspace, and lets the one that `backups.restore` got ready take its place. The thread then ends. */
  | { readonly kind: 'restore'; readonly id: number }
  /** The keyring's answer; `value` is what the method of `Keyring` resolves to. */
  | { readonly kind: 'keyring'; readonly id: number; readonly ok: boolean; readonly value?: unknown }
  | { readonly kind: 'close' };

/** From the core's worker to the main process. */
export type FromCore =
  | { readonly kind: 'ready' }
  /** The workspace cannot be opened: every call gets this answer. */
  | { readonly kind: 'refused'; readonly error: ErrorReport }
  /** The outcome as JSON: a text crosses thread, process and preload as one piece, where an object is copied at each. */
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: string }
  | { readonly kind: 'portal'; readonly id: number; readonly state: PortalState }
  | { readonly kind: 'restored'; readonly id: number; readonly error: ErrorReport | null }
  | { readonly kind: 'keyring'; readonly id: number; readonly ask: KeyringAsk }
  | { readonly kind: 'changes'; readonly tags: readonly Tag[] };

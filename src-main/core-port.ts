import type { ErrorReport } from '#contract/errors.ts';
import type { Tag } from '#contract/operation.ts';
import type { PortalState } from './faces/portal/manage.ts';
import type { GivenKey } from './kernel/key/given-key.ts';

/** What the worker is started with. */
export interface CoreWorkerData {
  readonly folder: string;
  readonly demo: boolean;
  /** The folder `resources/`, with the portal's styles among others. */
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
  /** The page is there: the portal, the mail and the scheduled work may begin. Until then only calls are answered. */
  | { readonly kind: 'begin' }
  /** Whether the system has a network. */
  | { readonly kind: 'network'; readonly online: boolean }
  /** Somebody chose this file or folder in a dialog: only now may a page name it. */
  | { readonly kind: 'chosen'; readonly path: string }
  /** Closes the workspace and puts the one that `backups.restore` prepared in its place. The thread then ends. */
  | { readonly kind: 'restore'; readonly id: number }
  /** The keyring's answer; `value` is what the method of `Keyring` resolves to. */
  | { readonly kind: 'keyring'; readonly id: number; readonly ok: boolean; readonly value?: unknown }
  | { readonly kind: 'close' };

/** From the core's worker to the main process. */
export type FromCore =
  | { readonly kind: 'ready' }
  /** The workspace cannot be opened: every call gets this answer. */
  | { readonly kind: 'refused'; readonly error: ErrorReport }
  /** The outcome as JSON: a string crosses thread, process and preload in one piece; an object would be cloned at each. */
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: string }
  | { readonly kind: 'portal'; readonly id: number; readonly state: PortalState }
  | { readonly kind: 'restored'; readonly id: number; readonly error: ErrorReport | null }
  | { readonly kind: 'keyring'; readonly id: number; readonly ask: KeyringAsk }
  | { readonly kind: 'changes'; readonly tags: readonly Tag[] };

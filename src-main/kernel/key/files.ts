import path from 'node:path';

/** What a workspace's folder may hold of its key. */
export const keyNames = {
  /** The key itself, for its owner's eyes only. Where it is there, it counts. */
  file: 'workspace.key',
  /** The key as the keyring of somebody's desktop has sealed it. */
  sealed: 'workspace.key.sealed',
  /** A new key for which the audit is about to begin anew. */
  next: 'workspace.key.next',
} as const;

/** Where each of them lies. */
export const keyFilesIn = (folder: string) => ({
  file: path.join(folder, keyNames.file),
  sealed: path.join(folder, keyNames.sealed),
  next: path.join(folder, keyNames.next),
});

/** For tests: called before each step, which a crash may come before. */
export type Reach = (point: string) => void;

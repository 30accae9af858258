import path from 'node:path';

/** The files of a workspace's key that its folder may hold. */
export const keyNames = {
  /** The key itself, readable by its owner only. Where it exists, it is the one that counts. */
  file: 'workspace.key',
  /** The key as sealed by the keyring of somebody's desktop. */
  sealed: 'workspace.key.sealed',
  /** A new key with which the audit is about to begin again. */
  next: 'workspace.key.next',
} as const;

/** Where each of them lies. */
export const keyFilesIn = (folder: string) => ({
  file: path.join(folder, keyNames.file),
  sealed: path.join(folder, keyNames.sealed),
  next: path.join(folder, keyNames.next),
});

/** For tests: called before each step, where a crash could come. */
export type Reach = (point: string) => void;

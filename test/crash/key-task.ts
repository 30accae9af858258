export interface KeyTask {
  readonly folder: string;
  readonly deed: 'keyring' | 'file' | 'begin';
  readonly point: string;
}

/** The keyring outlives the process. */
export const keyringPassword = Buffer.alloc(32, 'k');

import type { SafeStorage } from 'electron';
import { type KeyringState, keyrings } from '#contract/key.ts';
import type { Keyring } from '../../kernel/key/keyring.ts';

/**
 * Electron's safeStorage in whichever form there is: once only synchronous calls, from 46 on only asynchronous ones
 * (electronjs.org/docs/latest/api/safe-storage). The latter can read what the former sealed.
 */
export type AnySafeStorage = Partial<
  Pick<
    SafeStorage,
    | 'isEncryptionAvailable'
    | 'encryptString'
    | 'decryptString'
    | 'isAsyncEncryptionAvailable'
    | 'encryptStringAsync'
    | 'decryptStringAsync'
    | 'getSelectedStorageBackend'
  >
>;

const ofPlatform: { readonly [P in NodeJS.Platform]?: KeyringState } = {
  darwin: { name: 'keychain', lacking: null },
  win32: { name: 'dpapi', lacking: null },
};

/** The system's keyring, through whichever calls this Electron has. Ask only once the application is ready. */
export function safeStorageKeyring(storage: AnySafeStorage, platform: NodeJS.Platform = process.platform): Keyring {
  const promises = storage.isAsyncEncryptionAvailable !== undefined;
  const available = async () => (promises ? storage.isAsyncEncryptionAvailable?.() : storage.isEncryptionAvailable?.());
  const stateOf = (): KeyringState => {
    const backend = storage.getSelectedStorageBackend?.() ?? 'unknown';
    // `basic_text` seals with a password from Chromium's source: that is no keyring
    if (backend === 'basic_text') return { name: null, lacking: 'basic-text' };
    const name = keyrings.find((known) => known === backend);
    return ofPlatform[platform] ?? (name ? { name, lacking: null } : { name: null, lacking: 'unavailable' });
  };
  const missing = () => new Error('safeStorage has no such call');
  return {
    async state() {
      const state = stateOf();
      if (state.lacking !== null) return state;
      try {
        return (await available()) === true ? state : { name: null, lacking: 'unavailable' };
      } catch {
        return { name: null, lacking: 'unavailable' };
      }
    },
    async seal(text) {
      const sealed = promises ? await storage.encryptStringAsync?.(text) : storage.encryptString?.(text);
      if (!sealed) throw missing();
      return sealed.toString('base64');
    },
    async unseal(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (promises) {
        const opened = await storage.decryptStringAsync?.(bytes);
        if (!opened) throw missing();
        return { text: opened.result, again: opened.shouldReEncrypt };
      }
      const text = storage.decryptString?.(bytes);
      if (text === undefined) throw missing();
      return { text, again: false };
    },
  };
}

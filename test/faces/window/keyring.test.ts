import { describe, expect, it } from 'vitest';
import { type AnySafeStorage, safeStorageKeyring } from '../../../src-main/faces/window/keyring.ts';

type Backend = ReturnType<NonNullable<AnySafeStorage['getSelectedStorageBackend']>>;
const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

/** Electron's safeStorage has had two sets of calls; these do what each is documented to do. */
const older = (backend: Backend, available = true): AnySafeStorage => ({
  getSelectedStorageBackend: () => backend,
  isEncryptionAvailable: () => available,
  encryptString: (text) => turn(Buffer.from(text)),
  decryptString: (bytes) => turn(bytes).toString(),
});
const newer = (backend: Backend, available = true, again = false): AnySafeStorage => ({
  getSelectedStorageBackend: () => backend,
  isAsyncEncryptionAvailable: async () => available,
  encryptStringAsync: async (text) => turn(Buffer.from(text)),
  decryptStringAsync: async (bytes) => ({ result: turn(bytes).toString(), shouldReEncrypt: again }),
});
const both = { ...older('gnome_libsecret', false), ...newer('gnome_libsecret') };

describe('the keyring through Electron’s safeStorage', () => {
  it.each([
    ['synchronous calls', older('gnome_libsecret')],
    ['asynchronous calls', newer('gnome_libsecret')],
    ['both, of which the asynchronous ones count', both],
  ])('seals and reads with %s', async (_, storage) => {
    const keyring = safeStorageKeyring(storage, 'linux');
    expect(await keyring.state()).toEqual({ name: 'gnome_libsecret', lacking: null });
    const sealed = await keyring.seal('the key');
    expect(Buffer.from(sealed, 'base64').toString()).not.toContain('the key');
    expect(await keyring.unseal(sealed)).toEqual({ text: 'the key', again: false });
  });

  it('passes on that the keyring wants the key sealed anew', async () => {
    const keyring = safeStorageKeyring(newer('kwallet6', true, true), 'linux');
    expect(await keyring.unseal(await keyring.seal('the key'))).toEqual({ text: 'the key', again: true });
  });

  it('counts a password that everybody knows as no keyring, even if it says that it is available', async () => {
    for (const storage of [older('basic_text'), newer('basic_text')])
      expect(await safeStorageKeyring(storage, 'linux').state()).toEqual({ name: null, lacking: 'basic-text' });
  });

  it('is missing where it is unavailable, fails, is not known yet, or lacks the calls', async () => {
    const failing = {
      ...newer('gnome_libsecret'),
      isAsyncEncryptionAvailable: () => Promise.reject(new Error('locked')),
    };
    for (const storage of [older('gnome_libsecret', false), newer('kwallet6', false), failing, older('unknown'), {}])
      expect(await safeStorageKeyring(storage, 'linux').state()).toEqual({ name: null, lacking: 'unavailable' });
    await expect(safeStorageKeyring({}, 'linux').seal('the key')).rejects.toThrow();
    await expect(safeStorageKeyring({}, 'linux').unseal('a2V5')).rejects.toThrow();
  });

  it('has the name of the system’s own keyring on macOS and Windows', async () => {
    const { getSelectedStorageBackend: _, ...storage } = newer('unknown');
    expect(await safeStorageKeyring(storage, 'darwin').state()).toEqual({ name: 'keychain', lacking: null });
    expect(await safeStorageKeyring(storage, 'win32').state()).toEqual({ name: 'dpapi', lacking: null });
  });
});

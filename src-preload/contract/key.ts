import { z } from 'zod';
import { allLanguages } from './messages/languages.ts';
import { effect, query } from './operation.ts';
import { done, none } from './values.ts';

/** Keyrings that a desktop may have, by their names in Electron's safeStorage. */
export const keyrings = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'keychain', 'dpapi'] as const;
export type KeyringName = (typeof keyrings)[number];

/** Why there is no keyring: `basic-text` would only seal with a password that everybody knows. */
export const keyringLacks = ['basic-text', 'unavailable', 'no-window'] as const;

export const keyringState = z.union([
  z.object({ name: z.enum(keyrings), lacking: z.null() }),
  z.object({ name: z.null(), lacking: z.enum(keyringLacks) }),
]);
export type KeyringState = z.infer<typeof keyringState>;

/** Where the workspace key comes from: its own file, the keyring, or a file named at the start. */
export const keyPlaces = ['file', 'keyring', 'given'] as const;
export type KeyPlace = (typeof keyPlaces)[number];

const somePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => !path.includes('\0'), 'control-character');
const recoveryFile = { recoveryFile: somePath, language: z.enum(allLanguages).default('en') };
const backupFile = z.union([z.strictObject({ name: z.string().min(1).max(200) }), z.strictObject({ path: somePath })]);

export const key = {
  state: query({
    summary: 'Tells where the workspace key lies, and whether this system has a keyring for it.',
    input: none,
    output: z.object({
      place: z.enum(keyPlaces),
      /** The file that holds it, sealed or not. */
      file: z.string(),
      keyring: keyringState,
      /** Other accounts on this computer could read the key file until this start. */
      mended: z.boolean(),
    }),
    needs: 'signed-in', // the handler requires an owner: the key belongs to the whole workspace
    reads: ['key'],
  }),
  move: effect({
    summary:
      'Moves the workspace key from its file into the keyring of this desktop, with a recovery key in a file of your own, or back.',
    input: z.discriminatedUnion('to', [
      z.strictObject({ to: z.literal('keyring'), ...recoveryFile }),
      z.strictObject({ to: z.literal('file') }),
    ]),
    output: done,
    needs: 'signed-in', // the handler requires an owner
    changes: ['key'],
  }),
  saveRecovery: effect({
    summary: 'Writes the recovery key, which stands for the workspace key, into a file of your own.',
    input: z.strictObject(recoveryFile),
    output: done,
    needs: 'signed-in', // the handler requires an owner
  }),
  recover: effect({
    summary:
      'Gives a workspace that can no longer be opened its key back: by a recovery key, or from an encrypted backup.',
    input: z.union([
      z.strictObject({ recoveryKey: z.string().max(1000) }),
      z.strictObject({ file: backupFile, passphrase: z.string().max(1000).optional() }),
    ]),
    output: z.object({ place: z.enum(keyPlaces) }),
    needs: 'anyone', // only while nobody can sign in: anyone at this computer has the files anyway
    faces: ['window'],
    changes: ['key'],
  }),
  begin: effect({
    summary:
      'Begins with a new key where the old one is lost: links that are out end, stored passwords must be typed again, and the audit begins a new chain.',
    input: z.strictObject({ lost: z.literal(true) }),
    output: done,
    needs: 'anyone', // as above
    faces: ['window'],
    changes: ['key'],
  }),
};

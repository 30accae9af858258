import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { KeyringState } from '#contract/key.ts';
import { writePrivate } from './key-file.ts';

/** What a desktop's keyring does for Gatehouse; only the window has one. */
export interface Keyring {
  readonly state: () => Promise<KeyringState>;
  /** @returns base64 that `unseal` reads, on this computer and for this user only; rejects when it cannot */
  readonly seal: (text: string) => Promise<string>;
  /** `again`: the keyring has a newer key, and the text should be sealed again. Rejects when the keyring cannot read it. */
  readonly unseal: (sealed: string) => Promise<{ readonly text: string; readonly again: boolean }>;
}

/** For the command line and the service, which run without a desktop. */
export const noKeyring: Keyring = {
  state: async () => ({ name: null, lacking: 'no-window' }),
  seal: () => Promise.reject(new Error('there is no keyring here')),
  unseal: () => Promise.reject(new Error('there is no keyring here')),
};

const sealedFile = z.object({ version: z.literal(1), keyring: z.string(), sealed: z.base64() });

/** Seals the key, checks that it can be read again, and only then writes it to the file. */
export async function writeSealedKey(file: string, secret: Buffer, keyring: Keyring): Promise<void> {
  const text = secret.toString('base64url');
  const { name } = await keyring.state();
  const sealed = await keyring.seal(text);
  if ((await keyring.unseal(sealed)).text !== text) throw new Error('the keyring reads another key than it sealed');
  const content: z.infer<typeof sealedFile> = { version: 1, keyring: name ?? '', sealed };
  writePrivate(file, `${JSON.stringify(content)}\n`, { replace: true });
}

/** @returns the key; rejects when the keyring cannot read the file */
export async function readSealedKey(file: string, keyring: Keyring): Promise<Buffer> {
  const { sealed } = sealedFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { text, again } = await keyring.unseal(sealed);
  const secret = Buffer.from(text, 'base64url');
  if (again) await writeSealedKey(file, secret, keyring).catch(() => undefined); // it can still be read as it is
  return secret;
}

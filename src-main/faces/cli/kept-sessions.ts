import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { addressKey } from '#contract/address-key.ts';

/** The tokens of operators who are signed in on the command line, by address; in the workspace's folder. */
const fileOf = (folder: string) => path.join(folder, 'command-line-sessions.json');
const kept = z.record(z.string(), z.string());
type Kept = z.infer<typeof kept>;

/** A file that cannot be read holds no sessions: the operator signs in again. */
function read(folder: string): Kept {
  try {
    return kept.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')));
  } catch {
    return {};
  }
}

/** Only its owner may read it, from the first byte on. */
function write(folder: string, sessions: Kept): void {
  const file = fileOf(folder);
  if (Object.keys(sessions).length === 0) {
    rmSync(file, { force: true });
    return;
  }
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(sessions)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
}

export const tokenOf = (folder: string, email: string): string | undefined => read(folder)[addressKey(email.trim())];

export const keepToken = (folder: string, email: string, token: string): void =>
  write(folder, { ...read(folder), [addressKey(email.trim())]: token });

/**
 * Forgets the token of one operator, or of all.
 * @returns what was forgotten
 */
export function dropTokens(folder: string, email?: string): readonly string[] {
  const sessions = read(folder);
  const keys = email === undefined ? Object.keys(sessions) : [addressKey(email.trim())];
  write(folder, Object.fromEntries(Object.entries(sessions).filter(([key]) => !keys.includes(key))));
  return keys.flatMap((key) => sessions[key] ?? []);
}

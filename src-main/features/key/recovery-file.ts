import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import { writePrivate } from '../../kernel/key/key-file.ts';
import { readRecoveryKey, recoveryKeyOf } from '../../kernel/key/recovery-key.ts';

export interface RecoveryFile {
  /** The workspace's folder. */
  readonly folder: string;
  readonly secret: Buffer;
  readonly file: string;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Writes a recovery key, with an explanation, into a file that only its owner can read, and reads it back.
 * @throws GatehouseError `recovery-beside` for a place that would be lost together with the workspace, `file-unreadable`
 */
export function writeRecoveryFile({ folder, secret, file, language, now }: RecoveryFile): void {
  const target = path.resolve(file);
  const within = path.relative(path.resolve(folder), target);
  if (!within.startsWith('..') && !path.isAbsolute(within)) throw new GatehouseError('recovery-beside', {});
  const say = messagesIn(language).key.recoveryFile;
  const lines = [
    say.title,
    '',
    recoveryKeyOf(secret),
    '',
    say.of(path.resolve(folder)),
    say.made(dayOf(now)),
    '',
    ...say.text,
  ];
  writePrivate(target, `${lines.join('\n')}\n`, { replace: true });
  const read = readFileSync(target, 'utf8').split('\n').map(readRecoveryKey).find(Boolean);
  if (!read?.equals(secret)) throw new GatehouseError('file-unreadable', { file: target, detail: 'EIO' });
}

const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);

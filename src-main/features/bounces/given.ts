import path from 'node:path';
import { bounceLimits } from '#contract/bounce-limits.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import type { Caller } from '../../kernel/context.ts';
import { bytesOf } from '../import/bytes.ts';
import { breathe } from '../import/table.ts';
import { type Told, tellFile, tellText, unreadable } from './read/told.ts';

type Given = Pick<ParsedOf<'bounces.preview'>, 'text' | 'files'>;

/**
 * Reads all that was given, file by file and then the text; a file that cannot be read becomes a line that says why.
 * @throws GatehouseError `invalid-input` for more than one call takes
 */
export async function tellAll({ text, files }: Given, caller: Caller): Promise<readonly Told[]> {
  const told: Told[] = [];
  let size = 0;
  for (const file of files) {
    const name = 'path' in file ? path.basename(file.path) : file.name;
    const bytes = await bytesOf('path' in file ? { path: file.path } : { base64: file.base64 }, caller).catch(whyNot);
    if (!Buffer.isBuffer(bytes)) {
      told.push(unreadable(name, bytes));
      continue;
    }
    size += bytes.length;
    if (size > bounceLimits.total) throw tooMuch('files');
    told.push(...(bytes.length > bounceLimits.size ? [unreadable(name, 'too-large')] : await tellFile(name, bytes)));
    if (told.length > bounceLimits.lines) throw tooMuch('files');
    await breathe(caller.signal);
  }
  if (text.trim() !== '') told.push(...(await tellText(null, text)));
  if (told.length > bounceLimits.lines) throw tooMuch('text');
  return told;
}

function whyNot(error: unknown) {
  if (!(error instanceof GatehouseError)) throw error;
  const { code, data } = error as GatehouseError<'file-unsuitable' | 'file-unreadable'>;
  if (code === 'file-unreadable') return code;
  if (code !== 'file-unsuitable') throw error;
  const { fault } = data as { readonly fault: string };
  if (fault === 'path-elsewhere') throw error;
  return fault === 'too-large' ? fault : 'not-a-message';
}

const tooMuch = (field: 'files' | 'text') =>
  new GatehouseError('invalid-input', { name: 'bounces.import' }, [
    { path: [field], code: 'too-many', message: 'too-many' },
  ]);

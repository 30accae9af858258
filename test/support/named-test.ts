import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Whether a test that a document names as `file › title` exists; the title may be in any kind of quotes in the source. */
export function isTest(file: string, title: string): boolean {
  const at = path.join(root, file);
  if (file === '' || !existsSync(at)) return false;
  const source = readFileSync(at, 'utf8');
  return [`'${title}'`, `"${title}"`, `\`${title}\``, `'${title.replaceAll("'", "\\'")}'`].some((t) =>
    source.includes(t),
  );
}

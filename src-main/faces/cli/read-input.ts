import { readFile } from 'node:fs/promises';

/** Everything that comes on standard input, as text. */
export async function readAll(stream: NodeJS.ReadStream): Promise<string> {
  stream.setEncoding('utf8');
  let text = '';
  for await (const part of stream) text += part;
  return text;
}

/** The text of a file, or of standard input for `-`, without a byte order mark. */
export async function readText(file: string): Promise<string> {
  const text = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8');
  return text.replace(/^\uFEFF/, '');
}

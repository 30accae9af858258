import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The forms in which a secret may turn up: as it is, or encoded for the web, for mail, for JSON, for Windows. */
function formsOf(secret: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(secret);
  const forms = new Map<string, Buffer>([
    ['plain', bytes],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
    ['url', Buffer.from(encodeURIComponent(secret))],
    ['form', Buffer.from(new URLSearchParams({ s: secret }).toString().slice(2))],
    ['JSON', Buffer.from(JSON.stringify(secret).slice(1, -1))],
  ]);
  // within something longer, base64 has three forms; what depends on the neighbours is left out at both ends
  for (const shift of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const own = text.slice(shift === 0 ? 0 : shift + 1, -1);
    forms.set(`base64 ${shift}`, Buffer.from(own));
    forms.set(`base64url ${shift}`, Buffer.from(own.replaceAll('+', '-').replaceAll('/', '_')));
  }
  return forms;
}

export type Canaries = Readonly<Record<string, string>>;

/** Which canaries are in some bytes, and in which form. */
export function foundIn(content: Buffer, canaries: Canaries): string[] {
  return Object.entries(canaries).flatMap(([name, secret]) =>
    [...formsOf(secret)].flatMap(([form, bytes]) => (content.includes(bytes) ? [`${name} (${form})`] : [])),
  );
}

/** The same for every file below a folder, whatever it is: databases, their WAL, logs, profiles, backups. */
export function foundBelow(folder: string, canaries: Canaries, except: readonly string[] = []): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || except.includes(file)) return [];
    return foundIn(readFileSync(file), canaries).map((found) => `${path.relative(folder, file)}: ${found}`);
  });
}

import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContainer, sealInto } from '../../../src-main/features/backups/container.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const cost = { memory: 8, passes: 1, lanes: 1 };
const passphrase = 'twelve letters at least';
const mebibyte = 1_048_576;

async function sealed(content: Buffer) {
  const folder = temporaryFolder();
  const [from, to] = [path.join(folder, 'plain'), path.join(folder, 'sealed')] as const;
  writeFileSync(from, content);
  const secret = randomBytes(32);
  await sealInto({ from, to, passphrase, secret, made: 1234, cost });
  return { to, secret };
}

async function opened(file: string, by = passphrase) {
  const pieces: Buffer[] = [];
  const { secret, made } = await openContainer(file, by, (piece) => void pieces.push(Buffer.from(piece)));
  return { secret, made, content: Buffer.concat(pieces) };
}
const codeOf = (file: string, by?: string) =>
  opened(file, by).then(
    () => 'opened',
    (error: { code: string }) => error.code,
  );

describe('an encrypted backup', () => {
  // the secret comes first, so that the first chunk holds 32 bytes less
  const sizes = [0, 1, mebibyte - 33, mebibyte - 32, mebibyte - 31, mebibyte, 2 * mebibyte - 32, 3 * mebibyte];
  it.each(sizes)('gives back what went in, %i bytes', async (size) => {
    const content = randomBytes(size);
    const { to, secret } = await sealed(content);
    const found = await opened(to);
    expect(found.content.equals(content)).toBe(true);
    expect(found.secret.equals(secret)).toBe(true);
    expect(found.made).toBe(1234);
  });

  it('shows nothing of what it holds', async () => {
    const { to, secret } = await sealed(Buffer.from('SQLite format 3 and everything'.repeat(100)));
    const bytes = readFileSync(to);
    expect(bytes.includes('SQLite')).toBe(false);
    expect(bytes.includes(secret)).toBe(false);
  });

  it('reports a wrong passphrase as such', async () => {
    const { to } = await sealed(randomBytes(100));
    expect(await codeOf(to, 'another passphrase')).toBe('backup-passphrase-wrong');
    expect(await codeOf(to)).toBe('opened');
  });

  it('takes a passphrase however its accents were typed', async () => {
    const folder = temporaryFolder();
    const [from, to] = [path.join(folder, 'plain'), path.join(folder, 'sealed')] as const;
    writeFileSync(from, 'x');
    await sealInto({ from, to, passphrase: 'caf\u00e9 au lait, deux', secret: randomBytes(32), made: 0, cost });
    expect(await codeOf(to, 'cafe\u0301 au lait, deux')).toBe('opened');
  });

  it('is refused with a byte changed in any of its parts', async () => {
    const { to } = await sealed(randomBytes(2 * mebibyte));
    const bytes = readFileSync(to);
    const headEnd = 17 + 4 + bytes.readUInt32BE(17);
    const places = [3, 18, 25, headEnd - 5, headEnd + 3, headEnd + 16, headEnd + 5000, bytes.length - 1];
    for (const place of [...places, headEnd + 16 + mebibyte, headEnd + 16 + mebibyte + 20]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(to, changed);
      expect(['file-damaged', 'backup-passphrase-wrong'], `byte ${place}`).toContain(await codeOf(to));
    }
    writeFileSync(to, bytes);
    expect(await codeOf(to)).toBe('opened');
  });

  it('is refused when it is cut off or made longer, or when its parts are swapped', async () => {
    const { to } = await sealed(randomBytes(3 * mebibyte - 32));
    const bytes = readFileSync(to);
    const begin = 17 + 4 + bytes.readUInt32BE(17) + 16;
    const chunk = mebibyte + 16;
    expect((bytes.length - begin) % chunk).toBe(0); // cut at a chunk's end, what remains is sound in itself
    const parts = [0, 1, 2].map((n) => bytes.subarray(begin + n * chunk, begin + (n + 1) * chunk));
    const [a, b, c] = parts as [Buffer, Buffer, Buffer];
    const head = bytes.subarray(0, begin);
    const wrong: readonly (readonly Buffer[])[] = [
      ...[[head, a, b], [head, a], [head], [head, b, a, c], [head, a, c], [head, a, b, c, c]],
      ...[
        [head, a, b, c, Buffer.from([0])],
        [bytes.subarray(0, 10)],
        [Buffer.alloc(0)],
        [bytes.subarray(0, begin + 7)],
      ],
    ];
    for (const [n, order] of wrong.entries()) {
      writeFileSync(to, Buffer.concat(order));
      expect(await codeOf(to), `case ${n}`).toBe('file-damaged');
    }
  });

  it('of a later format is reported as newer', async () => {
    const { to } = await sealed(Buffer.from('x'));
    const bytes = readFileSync(to, 'latin1').replace('"version":1', '"version":2');
    writeFileSync(to, bytes, 'latin1');
    expect(await codeOf(to)).toBe('file-newer');
  });
});

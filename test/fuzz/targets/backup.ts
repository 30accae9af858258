import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { isContainer, openContainer, sealInto } from '../../../src-main/features/backups/container.ts';
import { head } from '../../../src-main/features/backups/container-key.ts';
import { anyBytes, asBytes, asText, mutatedBytes, token } from '../odd.ts';
import { refused, type Target, taken } from '../target.ts';
import { asRefusal } from './house.ts';

const magic = 'GATEHOUSE-BACKUP\n';
const passphrase = 'a sentence for backups';
const cheap = { memory: 8, passes: 1, lanes: 1 };

type Input = {
  readonly head: string | null;
  readonly length: number | null;
  readonly rest: string;
  readonly change: Change;
};
interface Change {
  readonly at: number;
  readonly bytes: string;
}

const number = fc.oneof(
  fc.constantFrom(0, 1, 8, 16, -1, 1.5, 1e308, 2 ** 53, 1_048_576),
  fc.constantFrom<unknown>('8', null, [], {}, true),
);
const headText = fc.oneof(
  fc
    .record(
      {
        version: fc.constantFrom<unknown>(1, 1, 1, 2, '1', 0),
        made: number,
        kdf: fc.constantFrom('argon2id', 'argon2d', 'constructor'),
        memory: number,
        passes: number,
        lanes: number,
        salt: fc.oneof(fc.constant('A'.repeat(22)), token),
        chunk: fc.constantFrom(1_048_576, 1, 0),
        ['__proto__']: fc.constant({ version: 1 }),
      },
      { requiredKeys: [] },
    )
    .map((facts) => JSON.stringify(facts)),
  fc.constantFrom('{"__proto__":{"version":1}}', 'null', '[]', '"x"', '{', '['.repeat(4000), ''),
);

/** Encrypted backups as strangers may have changed them: head, length, check and chunks. */
export const backup: Target<Input> = {
  name: 'backup',
  inputs: fc.record({
    head: fc.option(headText),
    length: fc.option(fc.constantFrom(0, 1, 4096, 4097, 0xffff_ffff), { freq: 2 }),
    rest: fc.oneof(anyBytes, fc.constant(''), mutatedBytes(fc.constant('x'.repeat(60)))),
    change: fc.record({ at: fc.nat({ max: 1400 }), bytes: fc.oneof(anyBytes, token, fc.constant('')) }),
  }),
  async open(later) {
    const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-fuzz-'));
    later(() => rmSync(folder, { recursive: true, force: true }));
    const [from, to, file] = ['plain', 'sealed', 'given'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(from, 'p'.repeat(1000));
    await sealInto({ from, to, passphrase, secret: Buffer.alloc(32, 7), made: 1, cost: cheap });
    const sealed = asText(await readFile(to));
    return async (input) => {
      const bytes = asBytes(bytesOf(input, sealed));
      if (isCostly(bytes)) return refused;
      writeFileSync(file, bytes);
      assert.equal(await isContainer(file), bytes.subarray(0, magic.length).toString('latin1') === magic);
      let read = '';
      try {
        const { secret } = await openContainer(file, passphrase, (piece) => {
          read += piece.toString('latin1');
        });
        // whatever is let through is what was sealed, to the last byte
        assert.deepEqual([read, secret], ['p'.repeat(1000), Buffer.alloc(32, 7)]);
        return taken;
      } catch (error) {
        assert.match(asRefusal(error).code, /^(file-damaged|file-newer|backup-passphrase-wrong)$/);
        return refused;
      }
    };
  },
};

function bytesOf({ head: facts, length, rest, change }: Input, sealed: string): string {
  if (facts === null) return sealed.slice(0, change.at) + change.bytes + sealed.slice(change.at + change.bytes.length);
  const told = Buffer.alloc(4);
  told.writeUInt32BE(length ?? Buffer.byteLength(facts, 'latin1'));
  return magic + asText(told) + facts + rest;
}

/** A head may ask for minutes of computing (docs/backups.md): that is its price, not a defect. */
function isCostly(bytes: Buffer): boolean {
  try {
    const length = bytes.readUInt32BE(magic.length);
    const found = head.safeParse(JSON.parse(bytes.subarray(magic.length + 4, magic.length + 4 + length).toString()));
    return found.success && found.data.memory * found.data.passes > 1024;
  } catch {
    return false;
  }
}

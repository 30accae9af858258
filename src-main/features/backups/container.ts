import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { GatehouseError } from '#contract/errors.ts';
import { type Cost, deriveKeys, type Head, head, usualCost } from './container-key.ts';

// An encrypted backup; docs/backups.md describes the format for reading one without Gatehouse.

const magic = Buffer.from('GATEHOUSE-BACKUP\n');
const checkBytes = 16;
const tagBytes = 16;
const chunkBytes = 1_048_576;
const longestHead = 4096;
export const secretBytes = 32;

/** A nonce is used once: each file has its own key. The chunk's number secures the order, the mark the end. */
function nonceOf(chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(chunk, 5, 6);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

export interface Sealing {
  readonly from: string;
  readonly to: string;
  readonly passphrase: string;
  /** The workspace's secret, which goes in front of the database. */
  readonly secret: Buffer;
  readonly made: number;
  readonly cost?: Cost | undefined;
}

/** Writes a database and the workspace's secret into one encrypted file, and waits until it is on the disk. */
export async function sealInto({ from, to, passphrase, secret, made, cost = usualCost }: Sealing): Promise<void> {
  const facts: Head = {
    version: 1,
    made,
    kdf: 'argon2id',
    ...cost,
    salt: randomBytes(16).toString('base64url'),
    chunk: chunkBytes,
  };
  const headBytes = Buffer.from(JSON.stringify(facts));
  const keys = await deriveKeys(passphrase, facts, headBytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(headBytes.length);
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      await target.write(Buffer.concat([magic, length, headBytes, keys.check]));
      let left = (await source.stat()).size;
      let plain = secret;
      for (let chunk = 0; ; chunk++) {
        const wanted = Math.min(chunkBytes - (chunk === 0 ? secret.length : 0), left);
        const piece = await readWhole(source, wanted);
        left -= piece.length;
        plain = chunk === 0 ? Buffer.concat([secret, piece]) : piece;
        const last = left === 0;
        const cipher = createCipheriv('aes-256-gcm', keys.content, nonceOf(chunk, last));
        await target.write(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
        if (last) break;
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

export interface Opened {
  /** The workspace's secret. */
  readonly secret: Buffer;
  readonly made: number;
}

/** Whether a file begins like an encrypted backup. */
export async function isContainer(file: string): Promise<boolean> {
  const source = await open(file, 'r');
  try {
    return (await readUpTo(source, magic.length)).equals(magic);
  } finally {
    await source.close();
  }
}

/**
 * Reads an encrypted backup from its first to its last byte.
 * @param take gets the database piece by piece
 * @throws GatehouseError `backup-passphrase-wrong`; `file-damaged` for a file that was changed, cut off or rearranged;
 * `file-newer` for a future format
 */
export async function openContainer(
  file: string,
  passphrase: string,
  take: (piece: Buffer) => Promise<unknown> | unknown,
): Promise<Opened> {
  const damaged = (detail: string) => new GatehouseError('file-damaged', { file, detail });
  const source = await open(file, 'r');
  try {
    const begin = await readUpTo(source, magic.length + 4);
    if (begin.length < magic.length + 4 || !begin.subarray(0, magic.length).equals(magic))
      throw damaged('it is not an encrypted backup of Gatehouse');
    const headLength = begin.readUInt32BE(magic.length);
    if (headLength > longestHead) throw damaged('its beginning was changed');
    const headBytes = await readUpTo(source, headLength);
    const facts = readHead(file, headBytes);
    const keys = await deriveKeys(passphrase, facts, headBytes);
    const check = await readUpTo(source, checkBytes);
    if (check.length < checkBytes) throw damaged('it is cut off');
    if (!timingSafeEqual(check, keys.check)) throw new GatehouseError('backup-passphrase-wrong', {});
    let left = (await source.stat()).size - begin.length - headLength - checkBytes;
    let secret: Buffer | undefined;
    for (let chunk = 0; ; chunk++) {
      const piece = await readUpTo(source, Math.min(chunkBytes + tagBytes, left));
      left -= piece.length;
      const last = left === 0;
      const plain = decrypt(piece, keys.content, nonceOf(chunk, last));
      if (!plain) throw damaged('it was changed or cut off after it was made');
      if (secret === undefined) {
        if (plain.length < secretBytes) throw damaged('it is too short');
        secret = Buffer.from(plain.subarray(0, secretBytes));
      }
      await take(chunk === 0 ? plain.subarray(secretBytes) : plain);
      if (last) return { secret, made: facts.made };
    }
  } finally {
    await source.close();
  }
}

function readHead(file: string, bytes: Buffer): Head {
  try {
    const found: unknown = JSON.parse(bytes.toString('utf8'));
    const version = (found as { version?: unknown }).version;
    if (typeof version === 'number' && version > 1)
      throw new GatehouseError('file-newer', { file, version: `format ${version}` });
    return head.parse(found);
  } catch (error) {
    if (error instanceof GatehouseError) throw error;
    throw new GatehouseError('file-damaged', { file, detail: 'its beginning was changed' });
  }
}

function decrypt(piece: Buffer, key: Buffer, nonce: Buffer): Buffer | undefined {
  if (piece.length < tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(piece.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

async function readUpTo(source: FileHandle, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  let at = 0;
  while (at < bytes) {
    const { bytesRead } = await source.read(buffer, at, bytes - at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return buffer.subarray(0, at);
}

async function readWhole(source: FileHandle, bytes: number): Promise<Buffer> {
  const piece = await readUpTo(source, bytes);
  if (piece.length < bytes) throw new Error('the copy became shorter while it was read');
  return piece;
}

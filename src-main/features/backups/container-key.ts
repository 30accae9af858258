import { hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';

/** The cost of trying a passphrase. Memory in KiB. */
export interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}
/** RFC 9106, 4, the second recommended choice: argon2id with 64 MiB, three passes, four lanes. */
export const usualCost: Cost = { memory: 65_536, passes: 3, lanes: 4 };

/** The head of a container, in the clear. Limited, so that a forged one cannot take all memory, or hours. */
export const head = z.strictObject({
  version: z.literal(1),
  /** When it was made; milliseconds since 1970. */
  made: z.int(),
  kdf: z.literal('argon2id'),
  memory: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
  lanes: z.int().min(1).max(16),
  /** Base64url, 16 bytes. */
  salt: z.string().length(22),
  /** Bytes of content in one chunk. */
  chunk: z.literal(1_048_576),
});
export type Head = z.infer<typeof head>;

export interface ContainerKeys {
  readonly content: Buffer;
  /** Tells a wrong passphrase from a damaged file; reveals nothing about the content's key. */
  readonly check: Buffer;
}

const argon2id = 2;

/** Derives a file's keys from the passphrase and the bytes of its head, so that none of those can be changed. */
export async function deriveKeys(
  passphrase: string,
  { salt, ...cost }: Head,
  headBytes: Buffer,
): Promise<ContainerKeys> {
  const secret = await hashRaw(passphrase.normalize('NFC'), {
    algorithm: argon2id,
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
    salt: Buffer.from(salt, 'base64url'),
  });
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, headBytes, purpose, 32));
  return { content: derive('gatehouse backup content'), check: derive('gatehouse backup check').subarray(0, 16) };
}

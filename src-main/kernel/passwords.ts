import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { GatehouseError } from '#contract/errors.ts';
import type { Face } from '#contract/operation.ts';
import { createTurns, type Lane } from './turns.ts';

export interface Passwords {
  /**
   * argon2id, on the thread pool and never more than `cores − 1` at once, so that nothing else stands still.
   * @throws GatehouseError `too-many-passwords` in the portal's lane when too many wait
   */
  readonly hash: (password: string, lane?: Lane) => Promise<string>;
  /** Takes as long for nobody (`undefined`) as for a wrong password. @throws GatehouseError as `hash` */
  readonly verify: (hashed: string | undefined, password: string, lane?: Lane) => Promise<boolean>;
  /** Rejects with GatehouseError `password-common`. */
  readonly refuseCommon: (password: string) => Promise<void>;
}

/** OWASP Password Storage Cheat Sheet: argon2id (the library's own default) with 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One of the pool's four threads stays free for files and name look-ups. */
const mostAtOnce = 3;
/** A whole company may sign up at once; at 40 ms each on one core the last of them waits ten seconds. */
const usuallyWaiting = 256;

/** Whose password it is: one posted by strangers, or one typed by somebody at this computer. */
export const laneOf = (face: Face): Lane => (face === 'portal' ? 'portal' : 'own');

/**
 * @param weaker for tests that make hundreds of accounts; never set by a face
 * @param mostWaiting how many of the portal's may wait
 */
export function createPasswords(
  weaker?: { readonly memoryCost: number; readonly timeCost: number },
  mostWaiting = usuallyWaiting,
): Passwords {
  const options = { ...parameters, ...weaker };
  const most = Math.min(mostAtOnce, Math.max(1, availableParallelism() - 1));
  const inTurn = createTurns({ most, mostWaiting });
  let common: Promise<ReadonlySet<string>> | undefined;
  let decoy: Promise<string> | undefined;
  return {
    hash: (password, lane = 'own') => inTurn(() => hash(password.normalize('NFC'), options), lane),
    async verify(hashed, password, lane = 'own') {
      decoy ??= inTurn(() => hash('nobody has this password', options), 'own');
      const against = hashed ?? (await decoy);
      const right = await inTurn(() => verify(against, password.normalize('NFC')), lane);
      return right && hashed !== undefined;
    },
    async refuseCommon(password) {
      common ??= readCommon();
      if ((await common).has(password.toLowerCase())) throw new GatehouseError('password-common', {});
    },
  };
}

/** Half a megabyte of lists, unpacked: read when somebody first chooses a password. */
async function readCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'] as readonly string[]);
}

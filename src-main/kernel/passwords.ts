import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { GatehouseError } from '#contract/errors.ts';

export interface Passwords {
  /** argon2id, on the thread pool and never more at once than `cores − 1`, so that nothing else stands still. */
  readonly hash: (password: string) => Promise<string>;
  /** Takes as long for nobody (`undefined`) as for a wrong password. */
  readonly verify: (hashed: string | undefined, password: string) => Promise<boolean>;
  /** @throws GatehouseError `password-common` */
  readonly refuseCommon: (password: string) => void;
}

/** OWASP Password Storage Cheat Sheet: argon2id (the library's own default) with 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @param weaker for tests that make hundreds of accounts; never set by a face */
export function createPasswords(weaker?: { readonly memoryCost: number; readonly timeCost: number }): Passwords {
  const options = { ...parameters, ...weaker };
  const inTurn = limit(Math.max(1, availableParallelism() - 1));
  const common = new Set(dictionary['passwords-common'] as readonly string[]);
  let decoy: Promise<string> | undefined;
  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFC'), options)),
    async verify(hashed, password) {
      decoy ??= inTurn(() => hash('nobody has this password', options));
      const against = hashed ?? (await decoy);
      const right = await inTurn(() => verify(against, password.normalize('NFC')));
      return right && hashed !== undefined;
    },
    refuseCommon(password) {
      if (common.has(password.toLowerCase())) throw new GatehouseError('password-common', {});
    },
  };
}

/** Runs at most `most` at once; the others wait in order. */
function limit(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    running++;
    try {
      return await work();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}

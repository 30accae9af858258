import { parseAddress } from '#contract/address.ts';
import { addressKey } from '#contract/address-key.ts';
import { GatehouseError } from '#contract/errors.ts';
import { type Face, faces } from '#contract/operation.ts';
import type { Changes } from '../database/changes.ts';
import type { Store } from '../database/open.ts';
import type { WritableDb } from '../database/schema.ts';
import type { Clock } from './clock.ts';
import type { Keys } from './keys.ts';
import { laneOf, type Passwords } from './passwords.ts';

export interface Guess {
  /** Whose account: the address that was typed or is known. */
  readonly email: string;
  readonly face: Face;
  /** Undefined where there is no account with that address. */
  readonly hash: string | undefined;
  readonly password: string;
}

/** Different sorts of codes are counted separately. */
export const codeSorts = ['second-factor', 'owner-recovery'] as const;

/** A code of a second factor, or one for getting back in: it can be guessed just as passwords can. */
export interface CodeGuess {
  readonly sort: (typeof codeSorts)[number];
  readonly email: string;
  readonly face: Face;
  readonly compare: () => Promise<boolean>;
}

/** The one place where a password or a code is compared. */
export interface Guesses {
  /**
   * Compares, and counts wrong guesses. Window and portal count separately: strangers who guess at the portal lock nobody
   * out of their own window.
   * @throws GatehouseError `too-many-guesses` while the account has to wait, `too-many-passwords`; then nothing is compared
   */
  readonly check: (guess: Guess) => Promise<boolean>;
  /** The same for a code, counted separately: entering the right password does not restart the count of wrong codes. */
  readonly checkCode: (guess: CodeGuess) => Promise<boolean>;
}

export interface GuessesOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly keys: Keys;
  readonly passwords: Passwords;
  readonly clock: Clock;
}

/** Wrong guesses in a row that cost nothing. */
const freeFailures = 5;
const second = 1000;
/** After that each doubles the wait, up to the longest: 96 guesses a day (NIST SP 800-63B, 3.2.2 allows 100 in a row). */
const firstWait = 15 * second;
const longestWait = 15 * 60 * second;
/** This long after the last wrong guess, all are forgotten. */
const forgetAfter = 24 * 3_600 * second;

const waitAfter = (failures: number): number =>
  failures < freeFailures ? 0 : Math.min(firstWait * 2 ** (failures - freeFailures), longestWait);

function keyOf(email: string): string {
  const parsed = parseAddress(email);
  return parsed.ok ? parsed.address.key : addressKey(email);
}

/** The key under which guesses at an account are counted: those at its password, or at one sort of its codes. */
export const guessesKey = (keys: Keys, face: Face, email: string, sort?: CodeGuess['sort']): string =>
  keys.sign('guesses', [...(sort ? [sort] : []), face, keyOf(email.trim())].join(' '));

/** Wrong guesses at what was replaced must not keep its owner from using what came instead. No sort: the password. */
export async function forgetGuesses(
  { db, keys }: { readonly db: WritableDb; readonly keys: Keys },
  email: string,
  sorts: readonly (CodeGuess['sort'] | undefined)[],
): Promise<void> {
  const rows = faces.flatMap((face) => sorts.map((sort) => guessesKey(keys, face, email, sort)));
  await db.deleteFrom('wrong_password').where('who', 'in', rows).execute();
}

/**
 * Slows down guessing by account (OWASP Authentication Cheat Sheet, "Login Throttling"), whichever addresses and however many
 * connections it comes from: guesses at one account are taken one after the other. An account that does not exist waits just
 * like one that does.
 */
export function createGuesses({ store, changes, keys, passwords, clock }: GuessesOptions): Guesses {
  const queues = new Map<string, Promise<unknown>>();

  const failuresOf = async (who: string): Promise<{ failures: number; until: number }> => {
    const row = await store.read.selectFrom('wrong_password').selectAll().where('who', '=', who).executeTakeFirst();
    if (!row || row.last_at + forgetAfter <= clock.now()) return { failures: 0, until: 0 };
    // else a clock that was set back would lock somebody out for that much longer
    const until = row.last_at > clock.now() ? 0 : row.last_at + waitAfter(row.failures);
    return { failures: row.failures, until };
  };
  const compare = async (who: string, isRight: () => Promise<boolean>): Promise<boolean> => {
    const { failures, until } = await failuresOf(who);
    const wait = until - clock.now();
    if (wait > 0) throw new GatehouseError('too-many-guesses', { seconds: Math.ceil(wait / second) });
    const right = await isRight();
    if (!right || failures > 0) await remember(who, right ? 0 : failures + 1);
    return right;
  };
  const remember = (who: string, failures: number) =>
    changes.write([], clock.now(), async (db) => {
      const now = clock.now();
      const old = now - forgetAfter;
      await db
        .deleteFrom('wrong_password')
        .where((e) => e.or([e('last_at', '<', old), e('who', '=', who)]))
        .execute();
      if (failures > 0) await db.insertInto('wrong_password').values({ who, failures, last_at: now }).execute();
    });

  const inTurn = (who: string, isRight: () => Promise<boolean>): Promise<boolean> => {
    const go = () => compare(who, isRight);
    const turn = (queues.get(who) ?? Promise.resolve()).then(go, go);
    queues.set(who, turn);
    const leave = () => {
      if (queues.get(who) === turn) queues.delete(who);
    };
    turn.then(leave, leave);
    return turn;
  };

  return {
    check: ({ face, email, hash, password }) =>
      inTurn(guessesKey(keys, face, email), () => passwords.verify(hash, password, laneOf(face))),
    checkCode: ({ sort, face, email, compare: isRight }) => inTurn(guessesKey(keys, face, email, sort), isRight),
  };
}

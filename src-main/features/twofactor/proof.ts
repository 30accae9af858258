import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { Keys } from '../../kernel/keys.ts';
import { hashCode } from './random-codes.ts';
import { matchingStep } from './totp.ts';

/** What a code turned out to be, before it is used up. */
export type CodeProof =
  | { readonly kind: 'app'; readonly step: number }
  | { readonly kind: 'recovery-code'; readonly id: number };

type Context = Pick<QueryContext, 'db' | 'now' | 'keys' | 'guesses' | 'caller'>;

interface Account {
  readonly personId: number;
  readonly email: string;
}

/**
 * Takes a code from the app or a recovery code as proof; guesses are slowed down like those of passwords.
 * @throws GatehouseError `wrong-code`, `too-many-guesses`
 */
export async function proveCode(
  { db, now, keys, guesses, caller }: Context,
  { personId, email }: Account,
  code: string,
): Promise<CodeProof> {
  let proof: CodeProof | undefined;
  const compare = async () => {
    proof = isFromApp(code) ? await ofApp(db, keys, personId, code, now) : await ofRecovery(db, personId, code);
    return proof !== undefined;
  };
  await guesses.checkCode({ sort: 'second-factor', email, face: caller.face, compare });
  if (!proof) throw new GatehouseError('wrong-code', {});
  return proof;
}

/** Apps show codes in two halves. */
const digitsOf = (code: string) => code.replace(/\s/g, '');
const isFromApp = (code: string) => /^\d{6}$/.test(digitsOf(code));

async function ofApp(
  db: ReadableDb,
  keys: Keys,
  personId: number,
  code: string,
  now: number,
): Promise<CodeProof | undefined> {
  const row = await db
    .selectFrom('second_factor')
    .select(['secret_sealed', 'last_step'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const secret = row && unsealed(keys, row.secret_sealed);
  const step = secret && matchingStep(secret, digitsOf(code), now, row.last_step);
  return step ? { kind: 'app', step } : undefined;
}

/** Under another workspace key it cannot be read: the recovery codes still work. */
function unsealed(keys: Keys, sealed: string): string | undefined {
  try {
    return keys.unseal(sealed);
  } catch {
    return undefined;
  }
}

async function ofRecovery(db: ReadableDb, personId: number, code: string): Promise<CodeProof | undefined> {
  const row = await db
    .selectFrom('recovery_code')
    .select('id')
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashCode(code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row && { kind: 'recovery-code', id: row.id };
}

/**
 * Uses a code up, in the transaction of whatever it proves: of two that came at once, one is refused.
 * @throws GatehouseError `wrong-code`
 */
export async function spend(db: WritableDb, personId: number, proof: CodeProof, now: number): Promise<void> {
  const { numUpdatedRows } =
    proof.kind === 'app'
      ? await db
          .updateTable('second_factor')
          .set({ last_step: proof.step })
          .where('person_id', '=', personId)
          .where('last_step', '<', proof.step)
          .executeTakeFirst()
      : await db
          .updateTable('recovery_code')
          .set({ used_at: now })
          .where('id', '=', proof.id)
          .where('used_at', 'is', null)
          .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new GatehouseError('wrong-code', {});
}

import { createHash } from 'node:crypto';
import { parseAddress } from '#contract/address.ts';
import { assertNever } from '#contract/assert-never.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { Operation } from '#contract/operation.ts';
import { permissions as everyPermission, holds, type Permission } from '#contract/vocabulary/permissions.ts';
import { hasAccess } from '../database/access.ts';
import { prepared } from '../database/prepared.ts';
import type { ReadableDb } from '../database/schema.ts';
import type { Actor, Credentials, Somebody } from './context.ts';
import { factorDemanded, hasSecondFactor } from './second-factor.ts';
import { loadStanding } from './standing.ts';

const anonymous: Actor = { kind: 'anonymous' };

/** What is kept of a session's token. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** The window calls with the same credentials until it signs out. What they allow is looked up each time. */
const hashes = new WeakMap<Credentials, string>();

function hashOf(credentials: Credentials & { readonly kind: 'session' }): string {
  const known = hashes.get(credentials) ?? hashToken(credentials.token);
  hashes.set(credentials, known);
  return known;
}

/** How long a session of the portal, which any browser may hold, lives without being used. */
export const idleMilliseconds = 2 * 3_600_000;

/** Finds out who is calling. A session that has ended or idled out, or whose person is gone, is nobody's. */
export async function loadActor(db: ReadableDb, credentials: Credentials, now: number): Promise<Actor> {
  switch (credentials.kind) {
    case 'anonymous':
      return anonymous;
    case 'core':
      return { kind: 'core' };
    case 'person':
      return (await personById(db, credentials.personId)) ?? anonymous;
    case 'session': {
      const [row] = await sessions(db, { tokenHash: hashOf(credentials), now, idleSince: now - idleMilliseconds });
      if (!row) return anonymous;
      const person = asActor(row);
      return row.locked_at === null ? person : { kind: 'locked', person };
    }
    case 'operator':
      return byName(
        db,
        credentials.email === undefined ? await onlyOwner(db, now) : await operatorByEmail(db, credentials.email, now),
        now,
      );
    default:
      return assertNever(credentials);
  }
}

/**
 * Naming an operator is enough only where no second factor is asked for.
 * @throws GatehouseError `sign-in-needed` where they have a second factor, or belong to an organization that demands one
 */
async function byName(db: ReadableDb, operator: Actor, now: number): Promise<Actor> {
  if (operator.kind !== 'person') return operator;
  const { personId, email } = operator;
  if ((await hasSecondFactor(db, personId)) || (await factorDemanded(db, personId, now)))
    throw new GatehouseError('sign-in-needed', { email });
  return operator;
}

/** Inbox agents are no operators: all they reach is their inbox in the portal. Nor are guests whose access has ended. */
const operating = ['user', 'guest'] as const;

const people = (db: ReadableDb) => db.selectFrom('person').select(['person.id', 'person.email', 'person.name']);
const asActor = (row: { id: number; email: string; name: string }): Somebody => ({
  kind: 'person',
  personId: row.id,
  email: row.email,
  name: row.name,
});

const sessions = prepared((db, given: { tokenHash: string; now: number; idleSince: number }) =>
  people(db)
    .innerJoin('session', 'session.person_id', 'person.id')
    .select('session.locked_at')
    .where('session.token_hash', '=', given.tokenHash)
    .where('session.expires_at', '>', given.now)
    .where((e) => e.or([e('session.last_seen_at', 'is', null), e('session.last_seen_at', '>', given.idleSince)])),
);

async function personById(db: ReadableDb, id: number): Promise<Somebody | undefined> {
  const row = await people(db).where('person.id', '=', id).executeTakeFirst();
  return row && asActor(row);
}

async function operatorByEmail(db: ReadableDb, email: string, now: number): Promise<Actor> {
  const parsed = parseAddress(email);
  const row = parsed.ok
    ? await people(db)
        .where('email_key', '=', parsed.address.key)
        .where((e) =>
          e.exists(
            e
              .selectFrom('membership')
              .select('membership.id')
              .whereRef('membership.person_id', '=', 'person.id')
              .where((m) => hasAccess(m, now))
              .where('membership.kind', 'in', operating),
          ),
        )
        .executeTakeFirst()
    : undefined;
  if (!row) throw new GatehouseError('unknown-operator', { email: email.slice(0, 320) });
  return asActor(row);
}

async function onlyOwner(db: ReadableDb, now: number): Promise<Actor> {
  const rows = await people(db)
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .innerJoin('membership_role', 'membership_role.membership_id', 'membership.id')
    .innerJoin('role', 'role.id', 'membership_role.role_id')
    .where((e) => hasAccess(e, now))
    .where('role.key', '=', 'owner')
    .distinct()
    .limit(2)
    .execute();
  return rows.length === 1 && rows[0] ? asActor(rows[0]) : anonymous;
}

/**
 * The permissions hook: lets a call pass or says why not.
 * @returns the actor's rights in the organization that the input names
 * @throws GatehouseError `not-signed-in`, `locked`, `operator-needed`, `not-a-member`, `two-factor-needed`,
 * `not-permitted`
 */
export async function authorize(
  db: ReadableDb,
  operation: Operation,
  { actor, credentials, now }: { readonly actor: Actor; readonly credentials: Credentials; readonly now: number },
  input: unknown,
): Promise<ReadonlySet<Permission>> {
  if (actor.kind === 'core') return new Set(everyPermission);
  const { needs } = operation;
  const organizationId = (input as { organizationId?: number }).organizationId;
  const standing =
    actor.kind === 'person' && organizationId !== undefined
      ? await loadStanding(db, actor.personId, organizationId, now)
      : undefined;
  const held = standing?.permissions;
  if (needs === 'anyone') return held ?? new Set();
  if (actor.kind === 'locked') throw new GatehouseError('locked', {});
  if (actor.kind === 'anonymous')
    throw credentials.kind === 'operator'
      ? new GatehouseError('operator-needed', {})
      : new GatehouseError('not-signed-in', {});
  if (needs !== 'signed-in' && !held) throw new GatehouseError('not-a-member', {});
  if (standing && standing.factorDemandedBy !== null)
    throw new GatehouseError('two-factor-needed', { organization: standing.factorDemandedBy });
  if (needs === 'signed-in' || !held) return held ?? new Set();
  if (!holds(held, needs)) throw new GatehouseError('not-permitted', { permission: needs });
  return held;
}

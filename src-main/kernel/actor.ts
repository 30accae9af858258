import { createHash } from 'node:crypto';
import { parseAddress } from '#contract/address.ts';
import { assertNever } from '#contract/assert-never.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { Operation } from '#contract/operation.ts';
import { permissions as everyPermission, holds, type Permission } from '#contract/permissions.ts';
import type { ReadableDb } from '../database/schema.ts';
import type { Actor, Credentials } from './context.ts';

const anonymous: Actor = { kind: 'anonymous' };

/** What is kept of a session's token. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Finds out who calls. A session that ended, or whose person is gone, is nobody's. */
export async function loadActor(db: ReadableDb, credentials: Credentials, now: number): Promise<Actor> {
  switch (credentials.kind) {
    case 'anonymous':
      return anonymous;
    case 'core':
      return { kind: 'core' };
    case 'person':
      return (await personById(db, credentials.personId)) ?? anonymous;
    case 'session': {
      const row = await db
        .selectFrom('session')
        .select('person_id')
        .where('token_hash', '=', hashToken(credentials.token))
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row ? ((await personById(db, row.person_id)) ?? anonymous) : anonymous;
    }
    case 'operator':
      return credentials.email === undefined ? onlyOwner(db) : operatorByEmail(db, credentials.email);
    default:
      return assertNever(credentials);
  }
}

/** An inbox agent operates nothing: what they reach is their inbox in the portal. */
const operating = ['user', 'guest'] as const;

const people = (db: ReadableDb) => db.selectFrom('person').select(['person.id', 'person.email', 'person.name']);
const asActor = (row: { id: number; email: string; name: string }): Actor => ({
  kind: 'person',
  personId: row.id,
  email: row.email,
  name: row.name,
});

async function personById(db: ReadableDb, id: number): Promise<Actor | undefined> {
  const row = await people(db).where('person.id', '=', id).executeTakeFirst();
  return row && asActor(row);
}

async function operatorByEmail(db: ReadableDb, email: string): Promise<Actor> {
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
              .where('membership.status', '=', 'active')
              .where('membership.kind', 'in', operating),
          ),
        )
        .executeTakeFirst()
    : undefined;
  if (!row) throw new GatehouseError('unknown-operator', { email: email.slice(0, 320) });
  return asActor(row);
}

async function onlyOwner(db: ReadableDb): Promise<Actor> {
  const rows = await people(db)
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .innerJoin('membership_role', 'membership_role.membership_id', 'membership.id')
    .innerJoin('role', 'role.id', 'membership_role.role_id')
    .where('membership.status', '=', 'active')
    .where('role.key', '=', 'owner')
    .distinct()
    .limit(2)
    .execute();
  return rows.length === 1 && rows[0] ? asActor(rows[0]) : anonymous;
}

/**
 * The rights of a person in an organization: all that their roles give while they are active there, else `undefined`. An
 * inbox agent is a member without any, whatever roles a row may give them.
 */
export async function loadPermissions(
  db: ReadableDb,
  personId: number,
  organizationId: number,
): Promise<ReadonlySet<Permission> | undefined> {
  const rows = await db
    .selectFrom('membership')
    .leftJoin('membership_role', 'membership_role.membership_id', 'membership.id')
    .leftJoin('role_permission', 'role_permission.role_id', 'membership_role.role_id')
    .select(['membership.kind', 'role_permission.permission'])
    .where('membership.organization_id', '=', organizationId)
    .where('membership.person_id', '=', personId)
    .where('membership.status', '=', 'active')
    .execute();
  if (rows.length === 0) return undefined;
  return new Set(rows.flatMap((r) => (r.permission && r.kind !== 'inbox-agent' ? [r.permission as Permission] : [])));
}

/**
 * The permissions hook: lets a call pass or says why not.
 * @returns the actor's rights in the organization that the input names
 * @throws GatehouseError `not-signed-in`, `operator-needed`, `not-a-member`, `not-permitted`
 */
export async function authorize(
  db: ReadableDb,
  operation: Operation,
  actor: Actor,
  credentials: Credentials,
  input: unknown,
): Promise<ReadonlySet<Permission>> {
  if (actor.kind === 'core') return new Set(everyPermission);
  const { needs } = operation;
  const organizationId = (input as { organizationId?: number }).organizationId;
  const held =
    actor.kind === 'person' && organizationId !== undefined
      ? await loadPermissions(db, actor.personId, organizationId)
      : undefined;
  if (needs === 'anyone') return held ?? new Set();
  if (actor.kind === 'anonymous')
    throw credentials.kind === 'operator'
      ? new GatehouseError('operator-needed', {})
      : new GatehouseError('not-signed-in', {});
  if (needs === 'signed-in') return held ?? new Set();
  if (!held) throw new GatehouseError('not-a-member', {});
  if (!holds(held, needs)) throw new GatehouseError('not-permitted', { permission: needs });
  return held;
}

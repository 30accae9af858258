import { foldName } from '#contract/fold.ts';
import type { ParsedOf } from '#contract/index.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import { builtInRoles } from '#contract/vocabulary/permissions.ts';
import type { WritableDb } from '../../database/schema.ts';
import { renewCode } from '../recovery/store.ts';
import { findOrAddPerson } from '../users/people.ts';
import { nameKeys } from '../users/sort-key.ts';

interface NewOrganization extends ParsedOf<'organizations.create'> {
  readonly address: { readonly email: string; readonly key: string };
  readonly passwordHash: string;
  /** Chosen once, so that links stay valid across restarts. */
  readonly port: number;
}

/**
 * The organization, its built-in roles, and its owner, who can sign in at once. The recovery code is returned for a new
 * account only, never for an existing one.
 */
export async function createOrganization(db: WritableDb, input: NewOrganization, now: number) {
  const person = await findOrAddPerson(db, { ...input.address, name: input.owner.name }, now);
  // an account that exists already keeps its password
  const { numInsertedOrUpdatedRows: made } = await db
    .insertInto('credential')
    .values({ person_id: person.id, password_hash: input.passwordHash, created_at: now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  await db.updateTable('portal_settings').set({ port: input.port }).where('port', '=', 0).execute();
  const owner = {
    person_id: person.id,
    name: input.owner.name,
    email: input.address.email,
    email_key: input.address.key,
  };
  return {
    organizationId: await foundOrganization(db, input, owner, now),
    ownerId: person.id,
    recoveryCode: made === 1n ? await renewCode(db, person.id, now) : null,
  };
}

/** Another organization for an existing person: they own it under the name and phone number they have. */
export async function addOrganization(db: WritableDb, terms: Terms, personId: number, now: number): Promise<number> {
  const person = await db
    .selectFrom('person')
    .select(['id as person_id', 'name', 'first_name', 'last_name', 'phone', 'email', 'email_key'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return foundOrganization(db, terms, person, now);
}

type Terms = Pick<NewOrganization, 'name' | 'timeZone' | 'linkLifeHours' | 'language'>;

interface Owner {
  readonly person_id: number;
  readonly name: string;
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  readonly phone?: string | null;
  readonly email: string;
  readonly email_key: string;
}

async function foundOrganization(db: WritableDb, terms: Terms, { email, ...owner }: Owner, now: number) {
  const { id } = await db
    .insertInto('organization')
    .values({
      name: terms.name,
      time_zone: terms.timeZone,
      link_life_hours: terms.linkLifeHours,
      contact: null,
      language: terms.language,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ownerRole = await addBuiltInRoles(db, id, terms.language, now);
  const membership = await db
    .insertInto('membership')
    .values({
      organization_id: id,
      kind: 'user',
      status: 'active',
      ...owner,
      ...nameKeys(owner.name, email),
      created_at: now,
      changed_at: now,
      joined_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('membership_role').values({ membership_id: membership.id, role_id: ownerRole }).execute();
  return id;
}

async function addBuiltInRoles(
  db: WritableDb,
  organizationId: number,
  language: Language,
  now: number,
): Promise<number> {
  const names = messagesIn(language).common.roles;
  let owner = 0;
  for (const { key, permissions } of builtInRoles) {
    const name = names[key];
    const { id } = await db
      .insertInto('role')
      .values({ organization_id: organizationId, key, name, name_key: foldName(name), created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (permissions.length > 0)
      await db
        .insertInto('role_permission')
        .values(permissions.map((permission) => ({ role_id: id, permission })))
        .execute();
    if (key === 'owner') owner = id;
  }
  return owner;
}

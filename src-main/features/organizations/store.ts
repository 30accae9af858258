import type { Selectable } from 'kysely';
import { foldName } from '#contract/fold.ts';
import type { ParsedOf } from '#contract/index.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { Organization } from '#contract/organizations.ts';
import { builtInRoles } from '#contract/permissions.ts';
import { hasAccess } from '../../database/access.ts';
import type { OrganizationTable, ReadableDb, WritableDb } from '../../database/schema.ts';
import { findOrAddPerson } from '../users/people.ts';
import { nameKeys } from '../users/sort-key.ts';
import { readDomains } from './partner-domains.ts';

const toOrganization = (r: Selectable<OrganizationTable>): Organization => ({
  id: r.id,
  name: r.name,
  timeZone: r.time_zone,
  linkLifeHours: r.link_life_hours,
  refuseFreeMail: r.refuse_free_mail === 1,
  nameRequired: r.name_required === 1,
  groupRequired: r.group_required === 1,
  seatLimit: r.seat_limit,
  contact: r.contact,
  guestDays: r.guest_days,
  guestNoticeDays: r.guest_notice_days,
  guestMailDays: JSON.parse(r.guest_mail_days) as number[],
  partnerDomains: r.partner_domains === null ? null : (JSON.parse(r.partner_domains) as string[]),
});

/** The organization with its policies, or undefined where there is none with this id. */
export async function getOrganization(db: ReadableDb, id: number): Promise<Organization | undefined> {
  const row = await db.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toOrganization(row);
}

/** By name: those that a person has access to; without a person, all of them. */
export async function listOrganizations(db: ReadableDb, now: number, personId?: number): Promise<Organization[]> {
  let rows = db.selectFrom('organization').selectAll('organization');
  if (personId !== undefined)
    rows = rows
      .innerJoin('membership', 'membership.organization_id', 'organization.id')
      .where('membership.person_id', '=', personId)
      .where((e) => hasAccess(e, now));
  return (await rows.orderBy('organization.name').execute()).map(toOrganization);
}

type Changes = Omit<ParsedOf<'organizations.update'>, 'organizationId'>;

/** What is left out stays as it is. */
export async function updateOrganization(db: WritableDb, id: number, changes: Changes): Promise<void> {
  const { name, timeZone, linkLifeHours, refuseFreeMail, nameRequired, groupRequired, seatLimit, contact } = changes;
  const { guestDays, guestNoticeDays, guestMailDays, partnerDomains } = changes;
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(linkLifeHours === undefined ? {} : { link_life_hours: linkLifeHours }),
    ...(refuseFreeMail === undefined ? {} : { refuse_free_mail: Number(refuseFreeMail) }),
    ...(nameRequired === undefined ? {} : { name_required: Number(nameRequired) }),
    ...(groupRequired === undefined ? {} : { group_required: Number(groupRequired) }),
    ...(seatLimit === undefined ? {} : { seat_limit: seatLimit }),
    ...(contact === undefined ? {} : { contact }),
    ...(guestDays === undefined ? {} : { guest_days: guestDays }),
    ...(guestNoticeDays === undefined ? {} : { guest_notice_days: guestNoticeDays }),
    ...(guestMailDays === undefined ? {} : { guest_mail_days: JSON.stringify(earliestFirst(guestMailDays)) }),
    ...(partnerDomains === undefined
      ? {}
      : { partner_domains: partnerDomains && JSON.stringify(readDomains(partnerDomains)) }),
  };
  if (Object.keys(set).length > 0) await db.updateTable('organization').set(set).where('id', '=', id).execute();
}

const earliestFirst = (days: readonly number[]) => [...new Set(days)].sort((a, b) => b - a);

interface NewOrganization extends ParsedOf<'organizations.create'> {
  readonly address: { readonly email: string; readonly key: string };
  readonly passwordHash: string;
  /** Chosen once, so that links stay valid over restarts. */
  readonly port: number;
}

/** The organization, its built-in roles, and its owner, who can sign in at once. */
export async function createOrganization(db: WritableDb, input: NewOrganization, now: number) {
  const { id: organizationId } = await db
    .insertInto('organization')
    .values({
      name: input.name,
      time_zone: input.timeZone,
      link_life_hours: input.linkLifeHours,
      contact: null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ownerRole = await addBuiltInRoles(db, organizationId, now);
  const person = await findOrAddPerson(db, { ...input.address, name: input.owner.name }, now);
  // an account that exists already keeps its password
  await db
    .insertInto('credential')
    .values({ person_id: person.id, password_hash: input.passwordHash, created_at: now })
    .onConflict((c) => c.doNothing())
    .execute();
  const membership = await db
    .insertInto('membership')
    .values({
      organization_id: organizationId,
      person_id: person.id,
      kind: 'user',
      status: 'active',
      name: input.owner.name,
      ...nameKeys(input.owner.name, input.address.email),
      email_key: input.address.key,
      created_at: now,
      changed_at: now,
      joined_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('membership_role').values({ membership_id: membership.id, role_id: ownerRole }).execute();
  await db.updateTable('portal_settings').set({ port: input.port }).where('port', '=', 0).execute();
  return { organizationId, ownerId: person.id };
}

async function addBuiltInRoles(db: WritableDb, organizationId: number, now: number): Promise<number> {
  const names = messagesIn('en').common.roles;
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

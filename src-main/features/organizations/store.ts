import type { Selectable } from 'kysely';
import { GatehouseError } from '#contract/errors.ts';
import { foldName } from '#contract/fold.ts';
import type { ParsedOf } from '#contract/index.ts';
import { languageOf } from '#contract/messages/languages.ts';
import type { Organization } from '#contract/organizations.ts';
import { hasAccess } from '../../database/access.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import type { OrganizationTable } from '../../database/tables/organization.ts';
import { readDomains } from './partner-domains.ts';

const toOrganization = (r: Selectable<OrganizationTable>): Organization => ({
  id: r.id,
  name: r.name,
  timeZone: r.time_zone,
  linkLifeHours: r.link_life_hours,
  refuseFreeMail: r.refuse_free_mail === 1,
  nameRequired: r.name_required === 1,
  groupRequired: r.group_required === 1,
  approvalRequired: r.approval_required === 1,
  twoFactorRequired: r.two_factor_required === 1,
  seatLimit: r.seat_limit,
  contact: r.contact,
  language: languageOf(r.language) ?? 'en',
  remindHours: r.remind_hours,
  auditDays: r.audit_days,
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

/** How many days an organization keeps its audit; null is for ever. */
export async function auditDaysOf(db: ReadableDb, id: number): Promise<number | null> {
  const row = await db.selectFrom('organization').select('audit_days').where('id', '=', id).executeTakeFirst();
  return row?.audit_days ?? null;
}

/** The organizations that a person has access to, by name; without a person, all of them. */
export async function listOrganizations(db: ReadableDb, now: number, personId?: number): Promise<Organization[]> {
  let rows = db.selectFrom('organization').selectAll('organization');
  if (personId !== undefined)
    rows = rows
      .innerJoin('membership', 'membership.organization_id', 'organization.id')
      .where('membership.person_id', '=', personId)
      .where((e) => hasAccess(e, now));
  return (await rows.orderBy('organization.name').execute()).map(toOrganization);
}

/**
 * Two organizations of one name cannot be told apart in the menu, so nobody makes a second one among those they have access
 * to. Others are not checked: a name must not reveal that somebody else's organization exists.
 * @param but the organization being renamed
 * @throws GatehouseError `already-exists` for a name that differs at most in case and accents
 */
export async function refuseTwin(
  db: ReadableDb,
  name: string,
  { now, personId, but = 0 }: { readonly now: number; readonly personId?: number | undefined; readonly but?: number },
): Promise<void> {
  const key = foldName(name);
  const twin = (await listOrganizations(db, now, personId)).some((o) => o.id !== but && foldName(o.name) === key);
  if (twin) throw new GatehouseError('already-exists', { what: 'organization', name });
}

type Changes = Omit<ParsedOf<'organizations.update'>, 'organizationId'>;

/** What is left out stays as it is. */
export async function updateOrganization(db: WritableDb, id: number, changes: Changes): Promise<void> {
  const { name, timeZone, linkLifeHours, refuseFreeMail, nameRequired, groupRequired, seatLimit, contact } = changes;
  const {
    approvalRequired,
    twoFactorRequired,
    language,
    remindHours,
    auditDays,
    guestDays,
    guestNoticeDays,
    guestMailDays,
    partnerDomains,
  } = changes;
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(linkLifeHours === undefined ? {} : { link_life_hours: linkLifeHours }),
    ...(refuseFreeMail === undefined ? {} : { refuse_free_mail: Number(refuseFreeMail) }),
    ...(nameRequired === undefined ? {} : { name_required: Number(nameRequired) }),
    ...(groupRequired === undefined ? {} : { group_required: Number(groupRequired) }),
    ...(approvalRequired === undefined ? {} : { approval_required: Number(approvalRequired) }),
    ...(twoFactorRequired === undefined ? {} : { two_factor_required: Number(twoFactorRequired) }),
    ...(seatLimit === undefined ? {} : { seat_limit: seatLimit }),
    ...(contact === undefined ? {} : { contact }),
    ...(language === undefined ? {} : { language }),
    ...(remindHours === undefined ? {} : { remind_hours: remindHours }),
    ...(auditDays === undefined ? {} : { audit_days: auditDays }),
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

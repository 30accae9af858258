import { foldName } from '#contract/fold.ts';
import type { ReadableDb } from '../../../database/schema.ts';

/** The person to be erased: everything that names them. */
export interface Subject {
  readonly organizationId: number;
  readonly membershipId: number;
  readonly personId: number;
  readonly email: string;
  readonly emailKey: string;
  /** Full names, as they are and were recorded here. */
  readonly names: readonly string[];
  /** First and last names, which others may share. */
  readonly parts: readonly string[];
  readonly phones: readonly string[];
  /** Whether somebody else has the same name: then a name alone says nothing. */
  readonly namesake: boolean;
  readonly status: string;
}

/** @returns undefined where the organization knows nobody by this id */
export async function findSubject(
  db: ReadableDb,
  organizationId: number,
  membershipId: number,
): Promise<Subject | undefined> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.id', '=', membershipId)
    .where('membership.organization_id', '=', organizationId)
    .select(['person.id as personId', 'person.email', 'person.email_key as emailKey', 'person.name as ownName'])
    .select(['person.first_name as ownFirst', 'person.last_name as ownLast', 'person.phone as ownPhone'])
    .select([
      'membership.name',
      'membership.first_name',
      'membership.last_name',
      'membership.phone',
      'membership.status',
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { personId, email, emailKey, status } = row;
  const mailed = await db
    .selectFrom('outbox')
    .select('to_name')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where((e) => e.or([e('to_email', '=', email), e('membership_id', '=', membershipId)]))
    .execute();
  const whole = (first: string | null, last: string | null) => (first && last ? `${first} ${last}` : null);
  const names = some([
    row.ownName,
    row.name,
    whole(row.first_name, row.last_name),
    whole(row.ownFirst, row.ownLast),
    ...mailed.map((m) => m.to_name),
  ]).filter((name) => name !== email);
  return {
    organizationId,
    membershipId,
    personId,
    email,
    emailKey,
    names,
    parts: some([row.first_name, row.last_name, row.ownFirst, row.ownLast]),
    phones: some([row.phone, row.ownPhone]),
    namesake: await hasNamesake(db, personId, names),
    status,
  };
}

const some = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text?.trim() ? [text.trim()] : []))),
];

async function hasNamesake(db: ReadableDb, personId: number, names: readonly string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const keys = new Set(names.map(foldName));
  const likely = await db
    .selectFrom('membership')
    .select('name')
    .where('person_id', '<>', personId)
    .where('sort_key', 'in', [...keys])
    .execute();
  return likely.some(({ name }) => keys.has(foldName(name)));
}

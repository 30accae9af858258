import type { JoinBuilder } from 'kysely';
import type { LogoType } from '#contract/look.ts';
import type { ReadableDb, Schema, WritableDb } from '../../database/schema.ts';

/** How an organization's mails look. Without the picture itself, which letters name by its hash. */
export interface StoredLook {
  readonly accent: string | null;
  readonly logo: LogoFacts | null;
}
export interface LogoFacts {
  readonly sha256: string;
  readonly type: LogoType;
  readonly width: number;
  readonly height: number;
}
export interface Logo extends LogoFacts {
  readonly content: Buffer;
}

/** Of the logos that an organization has had, the one that its look names. */
export const wornNow = (join: JoinBuilder<Pick<Schema, 'look' | 'logo'>, 'look' | 'logo'>) =>
  join.onRef('logo.organization_id', '=', 'look.organization_id').onRef('logo.sha256', '=', 'look.logo');

/** The looks of some organizations; those without one are left out. */
export async function loadLooks(
  db: ReadableDb,
  organizationIds: readonly number[],
): Promise<ReadonlyMap<number, StoredLook>> {
  if (organizationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('look')
    .leftJoin('logo', wornNow)
    .select(['look.organization_id', 'look.accent', 'logo.sha256', 'logo.type', 'logo.width', 'logo.height'])
    .where('look.organization_id', 'in', organizationIds)
    .execute();
  return new Map(
    rows.map(({ organization_id, accent, sha256, type, width, height }) => [
      organization_id,
      { accent, logo: sha256 && type && width && height ? { sha256, type, width, height } : null },
    ]),
  );
}

/** One logo with its content, the organization's present or a former one: letters on their way still carry it. */
export async function readLogo(db: ReadableDb, organizationId: number, sha256: string): Promise<Logo | undefined> {
  const row = await db
    .selectFrom('logo')
    .select(['sha256', 'type', 'width', 'height', 'content'])
    .where('organization_id', '=', organizationId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { ...row, content: Buffer.from(row.content) };
}

/** What is left out stays as it is. Logos are kept, so that a repeated mail is the same to the last byte. */
export async function saveLook(
  db: WritableDb,
  organizationId: number,
  changes: { readonly accent?: string | null | undefined; readonly logo?: Logo | null | undefined },
): Promise<void> {
  const { accent, logo } = changes;
  if (logo)
    await db
      .insertInto('logo')
      .values({ organization_id: organizationId, ...logo })
      .onConflict((c) => c.columns(['organization_id', 'sha256']).doNothing())
      .execute();
  const set = {
    ...(accent === undefined ? {} : { accent }),
    ...(logo === undefined ? {} : { logo: logo?.sha256 ?? null }),
  };
  if (Object.keys(set).length === 0) return;
  await db
    .insertInto('look')
    .values({ organization_id: organizationId, accent: null, logo: null, ...set })
    .onConflict((c) => c.column('organization_id').doUpdateSet(set))
    .execute();
}

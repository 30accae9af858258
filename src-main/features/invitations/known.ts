import type { ReadableDb } from '../../database/schema.ts';
import { slices } from '../../database/slices.ts';

/** Somebody who is already in the workspace, as far as an invitation to this organization is concerned. */
export interface KnownPerson {
  readonly personId: number;
  /** The address as it was first written: mail goes there. */
  readonly email: string;
  readonly membership?: {
    readonly id: number;
    readonly status: 'pending' | 'active' | 'suspended' | 'revoked' | 'removed';
    readonly generation: number;
    /** The open invitation's end; null while its life has not begun. */
    readonly expiresAt: number | null;
    /** Of a guest. */
    readonly accessEndsAt: number | null;
  };
}

/** Looks addresses up by their exact key, some hundred per query. */
export async function knownPeople(
  db: ReadableDb,
  organizationId: number,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  const known = new Map<string, KnownPerson>();
  for (const slice of slices(keys, 500)) {
    const rows = await db
      .selectFrom('person')
      .leftJoin('membership', (join) =>
        join.onRef('membership.person_id', '=', 'person.id').on('membership.organization_id', '=', organizationId),
      )
      .leftJoin('invitation', 'invitation.membership_id', 'membership.id')
      .select((e) => [
        'person.id',
        'person.email',
        'person.email_key',
        'membership.id as member',
        'membership.status',
        'membership.access_ends_at',
        e.fn.max('invitation.generation').as('generation'),
        e.fn.max('invitation.expires_at').filterWhere('invitation.state', '=', 'pending').as('expires'),
      ])
      .where('person.email_key', 'in', slice)
      .groupBy(['person.id', 'membership.id'])
      .execute();
    for (const r of rows)
      known.set(r.email_key, {
        personId: r.id,
        email: r.email,
        ...(r.member !== null && r.status !== null
          ? {
              membership: {
                id: r.member,
                status: r.status,
                generation: Number(r.generation ?? 0),
                expiresAt: r.expires === null ? null : Number(r.expires),
                accessEndsAt: r.access_ends_at,
              },
            }
          : {}),
      });
  }
  return known;
}

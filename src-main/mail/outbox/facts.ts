import { linkBase } from '../../database/link-life.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { OutboxTable } from '../../database/tables/mail.ts';
import { type About, isDigest, readAbout } from '../about.ts';
import type { LetterFacts } from '../letter/letter.ts';
import { loadLooks } from '../look/store.ts';
import { wordingKindOf } from '../wording/kind.ts';
import { loadWordings } from '../wording/store.ts';
import { languagesOf } from './language.ts';
import { stillEnding } from './still-wanted.ts';

/** A message with all that decides whether and how it is sent. */
export interface Draft {
  readonly id: number;
  readonly organizationId: number;
  readonly facts: LetterFacts;
  readonly invitation: { readonly id: number; readonly generation: number } | null;
  /** The password link, for the mail about a forgotten password. */
  readonly resetId: number | null;
  readonly fixed: string | null;
  readonly messageId: string | null;
  readonly firstBodyAt: number | null;
  readonly answer: string | null;
}

/** Reads everything about some messages in a few queries, however many there are. */
export async function loadDrafts(db: ReadableDb, ids: readonly number[]): Promise<readonly Draft[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('organization', 'organization.id', 'outbox.organization_id')
    .leftJoin('mail_settings', 'mail_settings.organization_id', 'outbox.organization_id')
    .leftJoin('invitation', 'invitation.id', 'outbox.invitation_id')
    .leftJoin('password_reset', 'password_reset.id', 'outbox.reset_id')
    .leftJoin('person as inviter', 'inviter.id', 'invitation.invited_by')
    .leftJoin('membership', 'membership.id', 'outbox.membership_id')
    .where('outbox.id', 'in', ids)
    .select([
      'outbox.id',
      'outbox.organization_id',
      'outbox.membership_id',
      'outbox.kind',
      'outbox.to_email',
      'outbox.to_name',
      'outbox.fixed',
      'outbox.message_id',
      'outbox.first_body_at',
      'outbox.answer',
      'outbox.about',
      'organization.name as organization',
      'organization.time_zone',
      'organization.contact',
      'organization.language',
      'organization.link_life_hours',
      'mail_settings.sender',
      'mail_settings.sender_name',
      'mail_settings.reply_to',
      'outbox.reset_id',
      'password_reset.expires_at as reset_expires_at',
      'invitation.id as invitation_id',
      'invitation.generation',
      'invitation.expires_at',
      'invitation.life_hours',
      'invitation.note',
      'invitation.language as invitation_language',
      'membership.kind as member_kind',
      'membership.guest_days',
      'inviter.name as inviter_name',
      'inviter.email as inviter_email',
    ])
    .execute();
  const roles = await rolesOf(
    db,
    rows.flatMap((r) => r.membership_id ?? []),
  );
  const abouts = await aboutNow(db, rows);
  const theirs = await languagesOf(
    db,
    rows.map((r) => r.to_email),
  );
  const { linksBeginWith } = await linkBase(db);
  const organizations = [...new Set(rows.map((r) => r.organization_id))];
  const looks = await loadLooks(db, organizations);
  const wordings = await loadWordings(db, organizations);
  const drafts = rows.map(
    (r): Draft => ({
      id: r.id,
      organizationId: r.organization_id,
      fixed: r.fixed,
      messageId: r.message_id,
      firstBodyAt: r.first_body_at,
      answer: r.answer,
      resetId: r.reset_id,
      invitation: r.invitation_id === null ? null : { id: r.invitation_id, generation: r.generation ?? 0 },
      facts: {
        kind: r.kind as OutboxTable['kind'],
        toEmail: r.to_email,
        toName: r.to_name,
        language: theirs(r.to_email) ?? r.invitation_language ?? r.language,
        organization: r.organization,
        timeZone: r.time_zone,
        contact: r.contact,
        inviter: r.inviter_name || r.inviter_email,
        roles: roles.get(r.membership_id ?? 0) ?? [],
        guest: r.member_kind === 'guest' && r.guest_days !== null ? { days: r.guest_days, note: r.note } : null,
        expiresAt: r.expires_at ?? r.reset_expires_at,
        lifeHours: r.life_hours ?? r.link_life_hours,
        about: abouts.get(r.id) ?? null,
        linksBeginWith,
        sender: r.sender ?? '',
        senderName: r.sender_name ?? '',
        replyTo: r.reply_to,
        wordings: wordings.filter(
          (own) => own.organizationId === r.organization_id && own.kind === wordingKindOf(r.kind),
        ),
        look: looks.get(r.organization_id),
      },
    }),
  );
  const order = new Map(ids.map((id, i) => [id, i]));
  return drafts.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** What the messages are about; for a digest, only the guests for whom it is still true. */
async function aboutNow(
  db: ReadableDb,
  rows: readonly { readonly id: number; readonly about: string | null }[],
): Promise<ReadonlyMap<number, About>> {
  const abouts = rows.flatMap(({ id, about }) => (about === null ? [] : [[id, readAbout(about)] as const]));
  const all = abouts.flatMap(([, about]) => (isDigest(about) ? about.guests : []));
  const still = await stillEnding(db, all);
  return new Map(
    abouts.map(([id, about]) => [id, isDigest(about) ? { ...about, guests: about.guests.filter(still) } : about]),
  );
}

async function rolesOf(
  db: ReadableDb,
  memberships: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = new Map<number, string[]>();
  if (memberships.length === 0) return found;
  const rows = await db
    .selectFrom('membership_role')
    .innerJoin('role', 'role.id', 'membership_role.role_id')
    .select(['membership_role.membership_id', 'role.name'])
    .where('membership_role.membership_id', 'in', memberships)
    .orderBy('role.id')
    .execute();
  for (const { membership_id, name } of rows) {
    const names = found.get(membership_id);
    if (names) names.push(name);
    else found.set(membership_id, [name]);
  }
  return found;
}

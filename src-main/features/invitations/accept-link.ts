import { assertNever } from '#contract/assert-never.ts';
import { type DeadLink, GatehouseError } from '#contract/errors.ts';
import type { WornLook } from '#contract/look.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { InvitationTable } from '../../database/tables/mail.ts';
import type { Keys } from '../../kernel/keys.ts';
import { readToken } from '../../kernel/tokens.ts';
import { wornNow } from '../../mail/look/store.ts';
import { lookColumns, wornLook } from '../../mail/look/worn.ts';

export interface PersonFacts {
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** E.164. */
  readonly phone: string | null;
}

/** The invitation behind a link, whatever its state. */
export interface InvitationLink {
  readonly invitationId: number;
  readonly generation: number;
  readonly state: InvitationTable['state'];
  readonly expiresAt: number | null;
  readonly endedAt: number | null;
  readonly invitedBy: string | null;
  readonly membershipId: number;
  readonly kind: MemberKind;
  /** The period that a guest is invited for; the organization's own where the invitation names none. */
  readonly guestDays: number;
  readonly membershipName: string;
  /** What the inviter entered about the person. */
  readonly given: PersonFacts;
  readonly personId: number;
  readonly personName: string;
  /** What the person entered about themselves, for any organization. */
  readonly own: PersonFacts;
  readonly email: string;
  /** Of the account that the address already has. */
  readonly passwordHash: string | null;
  readonly organization: {
    readonly id: number;
    readonly name: string;
    readonly timeZone: string;
    readonly contact: string | null;
    readonly look: WornLook;
    readonly refuseFreeMail: boolean;
    readonly partnerDomains: readonly string[] | null;
  };
}

interface Where {
  readonly db: ReadableDb;
  readonly keys: Keys;
}

/** @throws GatehouseError `link-unknown` for a link that this workspace did not sign, or no longer knows */
export async function findLink({ db, keys }: Where, token: string): Promise<InvitationLink> {
  const subject = readToken(keys, token);
  const row =
    subject &&
    (await db
      .selectFrom('invitation as i')
      .innerJoin('membership as m', 'm.id', 'i.membership_id')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .innerJoin('organization as o', 'o.id', 'i.organization_id')
      .leftJoin('look', 'look.organization_id', 'o.id')
      .leftJoin('logo', wornNow)
      .leftJoin('credential as c', 'c.person_id', 'p.id')
      .leftJoin('person as inviter', 'inviter.id', 'i.invited_by')
      .select(['i.id as invitationId', 'i.generation', 'i.state', 'i.expires_at as expiresAt', 'i.ended_at as endedAt'])
      .select([
        'm.id as membershipId',
        'm.kind',
        'm.guest_days',
        'm.name as membershipName',
        'm.first_name as givenFirst',
        'm.last_name as givenLast',
        'm.phone as givenPhone',
      ])
      .select(['p.id as personId', 'p.name as personName', 'p.email'])
      .select(['p.first_name as ownFirst', 'p.last_name as ownLast', 'p.phone as ownPhone'])
      .select(['c.password_hash as passwordHash', 'inviter.name as invitedBy'])
      .select([
        'o.id as organizationId',
        'o.name as organizationName',
        'o.time_zone',
        'o.contact',
        'o.refuse_free_mail',
        'o.partner_domains',
        'o.guest_days as organizationGuestDays',
      ])
      .select(lookColumns)
      .where('i.id', '=', subject.invitationId)
      .where('i.generation', '=', subject.generation)
      .executeTakeFirst());
  if (!row) throw new GatehouseError('link-unknown', {});
  const { organizationId, organizationName, time_zone, contact, refuse_free_mail, invitedBy, ...all } = row;
  const { partner_domains, guest_days, organizationGuestDays, ...rest } = all;
  const { givenFirst, givenLast, givenPhone, ownFirst, ownLast, ownPhone, ...others } = rest;
  const { accent, logo, logoWidth, logoHeight, ...link } = others;
  return {
    ...link,
    guestDays: guest_days ?? organizationGuestDays,
    given: { firstName: givenFirst, lastName: givenLast, phone: givenPhone },
    own: { firstName: ownFirst, lastName: ownLast, phone: ownPhone },
    invitedBy: invitedBy || null,
    organization: {
      id: organizationId,
      name: organizationName,
      timeZone: time_zone,
      contact,
      look: wornLook(keys, { accent, logo, logoWidth, logoHeight }),
      refuseFreeMail: refuse_free_mail === 1,
      partnerDomains: partner_domains === null ? null : (JSON.parse(partner_domains) as string[]),
    },
  };
}

/**
 * Passes a link that can be accepted now, including one whose life has not begun: its mail is waiting, or was lost.
 * @throws GatehouseError `link-used`, `link-revoked`, `link-replaced`, `link-expired`
 */
export function assertLive(link: InvitationLink, now: number): void {
  switch (link.state) {
    case 'pending':
      if (link.expiresAt !== null && link.expiresAt <= now)
        throw new GatehouseError('link-expired', { email: link.email, link: told(link, link.expiresAt) });
      return;
    case 'accepted':
      throw new GatehouseError('link-used', { link: told(link, link.endedAt) });
    case 'revoked':
      throw new GatehouseError('link-revoked', { link: told(link, link.endedAt) });
    case 'replaced':
      throw new GatehouseError('link-replaced', { link: told(link, link.endedAt) });
    default:
      assertNever(link.state);
  }
}

const told = ({ organization, invitedBy }: InvitationLink, at: number | null): DeadLink => ({
  organization: organization.name,
  timeZone: organization.timeZone,
  contact: organization.contact,
  look: organization.look,
  invitedBy,
  at,
});

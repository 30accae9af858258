import { GatehouseError } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { WordingKind, wordingExamples } from '#contract/vocabulary/wording.ts';
import { linkBase } from '../../database/link-life.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { About } from '../../mail/about.ts';
import type { LetterFacts } from '../../mail/letter/letter.ts';
import { loadSettings } from '../../mail/settings.ts';

const day = 86_400_000;

export interface ExampleOf {
  readonly kind: WordingKind;
  readonly example: (typeof wordingExamples)[number];
  readonly language: string;
}

/**
 * A letter to an invented person, so that whoever words it sees everything that can be filled in; organization, contact and
 * sender are real.
 * @throws GatehouseError `not-found`
 */
export async function exampleFacts(
  db: ReadableDb,
  organizationId: number,
  { kind, example, language }: ExampleOf,
  { now, asker }: { readonly now: number; readonly asker: string },
): Promise<LetterFacts> {
  const organization = await db
    .selectFrom('organization')
    .select(['name', 'time_zone', 'contact', 'link_life_hours', 'guest_days'])
    .where('id', '=', organizationId)
    .executeTakeFirst();
  if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
  const settings = await loadSettings(db, organizationId);
  const { example: words } = messagesIn(language).wording;
  const bare = example === 'bare';
  const inviter = bare ? null : asker || words.inviter;
  return {
    kind,
    toEmail: words.email,
    toName: bare ? words.email : words.name,
    language,
    organization: organization.name,
    timeZone: organization.time_zone,
    contact: organization.contact,
    inviter,
    roles: example === 'user' ? words.roles : [],
    guest: example === 'guest' ? { days: organization.guest_days, note: words.note } : null,
    expiresAt: null,
    lifeHours: organization.link_life_hours,
    about: aboutGuests(kind, { language, now, sponsor: inviter }),
    linksBeginWith: (await linkBase(db)).linksBeginWith,
    sender: settings?.sender ?? words.sender,
    senderName: settings?.senderName ?? '',
    replyTo: settings?.replyTo ?? null,
  };
}

function aboutGuests(
  kind: WordingKind,
  { language, now, sponsor }: { readonly language: string; readonly now: number; readonly sponsor: string | null },
): About | null {
  const { guests } = messagesIn(language).wording.example;
  const [first, second, third] = guests.map((guest, i) => ({ ...guest, membershipId: i + 1, endsAt: now + 14 * day }));
  if (!first || !second || !third) return null;
  switch (kind) {
    case 'guest-ending':
    case 'guest-renewed':
    case 'sponsor-ending':
      return { guest: first, days: 14, sponsor };
    case 'guest-ended':
    case 'sponsor-ended':
      return { guest: { ...first, endsAt: now }, days: 0, sponsor };
    case 'guests-digest':
      return { guests: sponsor ? [first, second, { ...third, endsAt: now }] : [first], moreEnding: 0, moreEnded: 0 };
    default:
      return null;
  }
}

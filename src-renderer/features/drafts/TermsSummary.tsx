import type { DraftTerms } from '#contract/drafts.ts';
import { ownNameOf } from '#contract/messages/languages.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import classes from './Drafts.module.css';

const say = words.drafts.page;
const { fields } = words.invitations;
const { invite } = words.guests;

type Fact = readonly [label: string, value: string];
type GuestTerms = Extract<DraftTerms, { kind: 'guest' }>;

/** What everybody in a draft gets, read-only: a draft in review or scheduled cannot be changed. */
export function TermsSummary({ terms }: { readonly terms: DraftTerms }) {
  const guest = useGuestFacts(terms.kind === 'guest' ? terms : null);
  const { linkLifeHours, language } = useSession().place;
  const own: readonly Fact[] =
    terms.kind === 'guest'
      ? guest
      : [
          ...(['roles', 'teams', 'groups', 'products', 'lines'] as const).map(
            (kind): Fact => [fields[kind], terms.defaults[kind].join(', ')],
          ),
          [fields.life, words.common.hours(terms.linkLifeHours ?? linkLifeHours)],
        ];
  const facts: readonly Fact[] = [...own, [fields.language, ownNameOf(terms.language ?? language)]];
  const heading = terms.kind === 'guest' ? say.guestTerms : say.terms;
  return (
    <section className={classes.terms} aria-label={heading}>
      <h2 className={classes.heading}>{heading}</h2>
      <dl className={classes.summary}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function useGuestFacts(terms: GuestTerms | null): readonly Fact[] {
  const { place } = useSession();
  const membershipId = terms?.sponsorMembershipId;
  const sponsor = useQueryOf(
    'users.get',
    { organizationId: place.id, membershipId: membershipId ?? 1 },
    { enabled: membershipId !== undefined },
  ).data;
  if (!terms) return [];
  const rights = [
    ...(terms.accountManager ? [invite.accountManager] : []),
    ...(terms.mayInviteGuests ? [invite.mayInvite] : []),
  ];
  return [
    [invite.days, String(terms.days ?? place.guestDays)],
    [invite.permissions, rights.join(', ')],
    [invite.sponsor, sponsor ? sponsor.name || sponsor.email : say.authorAnswers],
    [invite.teams, terms.teams.join(', ')],
    [invite.note, terms.note],
  ];
}

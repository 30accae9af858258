import type { DraftTerms } from '#contract/drafts.ts';
import { isGuestPeriod } from '#contract/vocabulary/values.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import type { Sponsor } from '../guests/SponsorField.tsx';
import { Terms as GuestFields } from '../guests/Terms.tsx';
import { BatchDefaults } from '../invitations/BatchDefaults.tsx';
import type { Defaults } from '../invitations/draft.ts';
import type { Choices } from '../invitations/use-choices.ts';
import classes from './Drafts.module.css';

const say = words.drafts.page;

interface TermsProps {
  readonly terms: DraftTerms;
  readonly choices: Choices;
  /** The draft's author, who is the sponsor of its guests if nobody is named; null if that is the operator. */
  readonly author: string | null;
  readonly onChange: (terms: DraftTerms) => void;
}

/** What everybody in a draft gets, in the same fields in which it was chosen. */
export function Terms({ terms, ...rest }: TermsProps) {
  return (
    <section className={classes.terms} aria-label={terms.kind === 'guest' ? say.guestTerms : say.terms}>
      <h2 className={classes.heading}>{terms.kind === 'guest' ? say.guestTerms : say.terms}</h2>
      {terms.kind === 'guest' ? <OfGuests terms={terms} {...rest} /> : <OfUsers terms={terms} {...rest} />}
    </section>
  );
}

type GuestTerms = Extract<DraftTerms, { kind: 'guest' }>;
type UserTerms = Exclude<DraftTerms, GuestTerms>;

function OfUsers({ terms, choices, onChange }: TermsProps & { readonly terms: UserTerms }) {
  const { place } = useSession();
  const defaults: Defaults = {
    ...terms.defaults,
    kind: terms.kind,
    life: terms.linkLifeHours ?? null,
    language: terms.language ?? null,
  };
  const change = ({ life, language, kind: _, roles, teams, groups, products, lines }: Partial<Defaults>) => {
    const { linkLifeHours: __, language: before, ...rest } = terms;
    const spoken = language === undefined ? before : language;
    const hours = life === undefined ? terms.linkLifeHours : life;
    const given = Object.entries({ roles, teams, groups, products, lines }).flatMap(([field, names]) =>
      names ? [[field, [...names]]] : [],
    );
    onChange({
      ...rest,
      defaults: { ...terms.defaults, ...Object.fromEntries(given) },
      ...(hours === undefined || hours === null ? {} : { linkLifeHours: hours }),
      ...(spoken === undefined || spoken === null ? {} : { language: spoken }),
    });
  };
  return (
    <BatchDefaults
      choices={choices}
      defaults={defaults}
      roles={terms.defaults.roles}
      ownLife={place.linkLifeHours}
      ownLanguage={place.language}
      rolesError={false}
      groupNeeded={place.groupRequired}
      groupError={false}
      disabled={false}
      onChange={change}
    />
  );
}

function OfGuests({ terms, author, onChange }: TermsProps & { readonly terms: GuestTerms }) {
  const { place } = useSession();
  const membershipId = terms.sponsorMembershipId;
  const found = useQueryOf(
    'users.get',
    { organizationId: place.id, membershipId: membershipId ?? 1 },
    { enabled: membershipId !== undefined },
  ).data;
  const sponsor: Sponsor | null =
    membershipId !== undefined && found
      ? { membershipId, personId: found.personId, name: found.name || found.email }
      : membershipId === undefined && author !== null
        ? { membershipId: 0, personId: 0, name: author }
        : null;
  const { accountManager, mayInviteGuests, teams, note } = terms;
  return (
    <div className={classes.guests}>
      <GuestFields
        invite={{
          draft: {
            chips: [],
            text: '',
            days: terms.days ?? null,
            accountManager,
            mayInviteGuests,
            teams,
            note,
            sponsor,
            language: terms.language ?? null,
          },
          days: terms.days ?? place.guestDays,
          change: ({ days, sponsor: chosen, language, chips: _, text: __, teams: names, ...more }) => {
            const { sponsorMembershipId, days: before, language: spokenBefore, ...rest } = terms;
            const spoken = language === undefined ? spokenBefore : language;
            const answers = chosen === undefined ? sponsorMembershipId : chosen?.membershipId;
            // an invalid period is not stored
            const period = days !== undefined && days !== null && isGuestPeriod(days) ? days : before;
            onChange({
              ...rest,
              ...more,
              ...(names ? { teams: [...names] } : {}),
              ...(answers === undefined ? {} : { sponsorMembershipId: answers }),
              ...(period === undefined ? {} : { days: period }),
              ...(spoken === undefined || spoken === null ? {} : { language: spoken }),
            });
          },
        }}
        disabled={false}
        ownIfNone={author === null}
      />
    </div>
  );
}

import type { UserDetails } from '#contract/users.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedButton } from '../../components/Guarded.tsx';
import { ResetFactor } from '../twofactor/ResetFactor.tsx';
import { hindrance } from '../users/DeedItems.tsx';
import { type Deed, isFinal } from '../users/deeds.ts';
import { useOffers } from '../users/use-offers.ts';
import card from './Card.module.css';
import classes from './Danger.module.css';

interface DangerProps {
  readonly user: UserDetails;
  readonly onDeed: (deed: Deed) => void;
}

type Grave = keyof typeof words.user.danger;
const isGrave = (deed: Deed): deed is Grave => Object.hasOwn(words.user.danger, deed);

/** What ends access, temporarily or for good; at the bottom of the page, each with its effect. */
export function Danger({ user, onDeed }: DangerProps) {
  const { may, person } = useSession();
  // guests take no seat, and are not called users
  const say = user.kind === 'guest' ? { ...words.user.danger, ...words.guests.danger } : words.user.danger;
  const { offersFor } = useOffers();
  return (
    <section className={card.card} data-danger>
      {offersFor(user).map((offer) => {
        const { deed } = offer;
        if (!isGrave(deed)) return null;
        const why = hindrance(offer);
        return (
          <div key={deed} className={classes.row}>
            <div className={classes.text}>
              <h2 className={classes.title}>{say[deed].title}</h2>
              <p>{say[deed].text}</p>
            </div>
            <GuardedButton
              why={why}
              variant={isFinal(deed) && !why ? 'outline' : 'default'}
              {...(isFinal(deed) ? { color: 'red', className: classes.final ?? '' } : {})}
              onClick={() => onDeed(deed)}
            >
              {say[deed].action}
            </GuardedButton>
          </div>
        );
      })}
      {user.twoFactor && user.personId !== person.id && may('users:write') ? <ResetFactor user={user} /> : null}
    </section>
  );
}

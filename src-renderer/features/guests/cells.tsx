import { IconAlertTriangle } from '@tabler/icons-react';
import type { GuestFacts } from '#contract/users.ts';
import { useSession } from '../../app/session.ts';
import { fullDate } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { OverflowText } from '../../components/OverflowText.tsx';
import classes from './cells.module.css';
import { leftInWords } from './time-left.ts';
import { useAccessState } from './use-access-state.ts';

const say = words.guests;

interface ExpiresCellProps {
  readonly guest: GuestFacts;
  /** Shows the period as well, where it has no column of its own. */
  readonly withPeriod: boolean;
}

/** The last day of access and the time left; in warning ink within the notice window. */
export function ExpiresCell({ guest, withPeriod }: ExpiresCellProps) {
  const { timeZone } = useSession().place;
  const state = useAccessState(guest);
  const { time } = words.desktop;
  if (state.kind === 'not-started')
    return (
      <div className="gh-dim" title={say.afterAcceptanceWhy}>
        {say.afterAcceptance}
        {withPeriod ? <div className={classes.left}>{say.days(guest.days)}</div> : null}
      </div>
    );
  const date = fullDate(state.lastDay, timeZone, time);
  if (state.kind === 'ended')
    return (
      <div className="gh-dim">
        {date}
        <div className={classes.left}>{withPeriod ? say.endedAfter(guest.days) : say.ended}</div>
      </div>
    );
  return (
    <>
      {date}
      <div className={classes.left} data-soon={state.soon || undefined}>
        {withPeriod ? say.leftOf(state.days, guest.days) : say.left(leftInWords(state, time))}
      </div>
    </>
  );
}

/** A guest's sponsor, or that there is none. */
export function SponsorCell({ guest }: { readonly guest: GuestFacts }) {
  const { person } = useSession();
  if (!guest.sponsor)
    return (
      <span className={classes.nobody}>
        <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
        {say.noSponsor}
      </span>
    );
  return <OverflowText>{guest.sponsor.id === person.id ? words.users.you : guest.sponsor.name}</OverflowText>;
}

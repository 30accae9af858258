import { IconArrowRight } from '@tabler/icons-react';
import type { UserRow } from '#contract/users.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { OverflowText } from '../../components/OverflowText.tsx';
import { lastDayInWords, renewedLastDay } from '../guests/time-left.ts';
import classes from './RenewPreview.module.css';

/** The most that are listed one by one. */
export const mostPreviewed = 6;

/** For a few guests: the last day as it is now, and as it will be. */
export function RenewPreview({ rows }: { readonly rows: readonly UserRow[] }) {
  const { timeZone } = useSession().place;
  const now = useNow();
  const { time } = words.desktop;
  return (
    <ul className={classes.list}>
      {rows.map(({ membershipId, name, email, guest }) => {
        if (!guest || guest.endsAt === null) return null;
        return (
          <li key={membershipId}>
            <OverflowText className={classes.name}>{name || email}</OverflowText>
            <span className="gh-dim">{lastDayInWords(guest.endsAt, timeZone, time)}</span>
            <IconArrowRight size={14} stroke={1.6} aria-label={words.guests.renewMany.becomes} role="img" />
            <span>{renewedLastDay(now, guest.days, time, timeZone)}</span>
          </li>
        );
      })}
    </ul>
  );
}

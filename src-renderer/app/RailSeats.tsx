import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconArmchair } from '@tabler/icons-react';
import { Link } from 'wouter';
import { SeatMeter, seatsInWords } from '../components/SeatMeter.tsx';
import { useQueryOf } from './queries.ts';
import classes from './Rail.module.css';
import { useSession } from './session.ts';
import { useNarrow } from './sizes.ts';
import { words } from './words.ts';

const href = '/settings/licences';

/** The seats at the foot of the rail, which link to the licence; an icon in the narrow rail. */
export function RailSeats() {
  const { place, may } = useSession();
  const narrow = useNarrow();
  const seats = useQueryOf('organizations.seats', { organizationId: place.id }, { enabled: may('users:read') }).data;
  if (!seats) return null;
  if (!narrow) {
    return (
      <UnstyledButton component={Link} href={href} className={classes.seats}>
        <SeatMeter seats={seats} />
        <span className="gh-hidden">{words.seats.open}</span>
      </UnstyledButton>
    );
  }
  return (
    <Tooltip label={`${words.seats.title}: ${seatsInWords(seats)}`} position="right">
      <UnstyledButton
        component={Link}
        href={href}
        className={classes.entry}
        data-warn={seats.free === 0 || undefined}
        aria-label={`${words.seats.title}: ${seatsInWords(seats)}. ${words.seats.open}`}
      >
        <IconArmchair size={17} stroke={1.6} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}

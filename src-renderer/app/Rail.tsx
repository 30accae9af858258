import { Tooltip, UnstyledButton } from '@mantine/core';
import { Link, useLocation, useRoute } from 'wouter';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { OrganizationSwitch } from './OrganizationSwitch.tsx';
import { useOutboxState } from './outbox-state.ts';
import { homes, type PlaceEntry, placeGroups, placesFor, settingsPlace } from './places.ts';
import { useQueryOf } from './queries.ts';
import classes from './Rail.module.css';
import { RailSeats } from './RailSeats.tsx';
import { useSession } from './session.ts';
import { useNarrow } from './sizes.ts';
import { words } from './words.ts';

interface Counted {
  readonly n: number;
  /** Such as “3 waiting”. */
  readonly spoken: string;
  /** Something ends soon. */
  readonly warns?: boolean;
}

interface EntryProps {
  readonly entry: PlaceEntry;
  /** The path on screen. */
  readonly path: string;
  readonly count?: Counted | undefined;
}

const isAt = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** A person's page belongs to the list of their kind. */
function useRailPath(): string {
  const [path] = useLocation();
  const [onPerson, params] = useRoute('/users/:id');
  const { place } = useSession();
  const membershipId = Number(params?.id);
  const enabled = onPerson && Number.isSafeInteger(membershipId) && membershipId > 0;
  const { data } = useQueryOf('users.get', { organizationId: place.id, membershipId }, { enabled });
  return enabled && data ? homes[data.kind] : path;
}

function Entry({ entry, path, count }: EntryProps) {
  const narrow = useNarrow();
  const on = [entry.path, ...(entry.also ?? [])].some((place) => isAt(path, place));
  const counted = count ? `${entry.label}, ${count.spoken}` : entry.label;
  return (
    <Tooltip label={counted} position="right" disabled={!narrow}>
      <UnstyledButton
        component={Link}
        href={entry.path}
        className={classes.entry}
        aria-current={on ? 'page' : undefined}
      >
        <entry.icon size={17} stroke={1.6} aria-hidden />
        <span className={classes.label}>{entry.label}</span>
        {count ? (
          <>
            <span className={classes.count} data-warns={count.warns || undefined} aria-hidden>
              {words.format.number(count.n)}
            </span>
            <span className="gh-hidden">, {count.spoken}</span>
          </>
        ) : null}
      </UnstyledButton>
    </Tooltip>
  );
}

/**
 * What waits behind an entry: unsent mail, unanswered invitations, expired ones included, and guests whose access
 * ends soon.
 */
function useCounts(): Readonly<Record<string, Counted | undefined>> {
  const { place, may } = useSession();
  const { navigation, header } = words.desktop;
  const waiting = useOutboxState()?.waiting;
  const invited = { organizationId: place.id, kinds: [...memberKinds], invited: true };
  const people = useQueryOf('users.counts', invited, { enabled: may('users:read') }).data;
  const expiring = useQueryOf('guests.expiring', { organizationId: place.id }, { enabled: may('guests:read') }).data
    ?.expiring;
  const open = people && people.pending + people.expired;
  return {
    '/outbox': waiting ? { n: waiting, spoken: header.waiting(waiting) } : undefined,
    '/guests': expiring ? { n: expiring, spoken: words.guests.notice.open(expiring), warns: true } : undefined,
    '/pending': open ? { n: open, spoken: navigation.open(open) } : undefined,
  };
}

/** The navigation: 224 wide, icons with tooltips where the window is narrow. */
export function Rail() {
  const counts = useCounts();
  const path = useRailPath();
  const mine = new Set(placesFor(useSession()));
  const shown = placeGroups.map((group) => group.filter((place) => mine.has(place)));
  return (
    <nav className={classes.rail} aria-label={words.desktop.navigation.label}>
      <OrganizationSwitch />
      {shown
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]?.path} className={classes.group}>
            {group.map((entry) => (
              <Entry key={entry.path} entry={entry} path={path} count={counts[entry.path]} />
            ))}
          </div>
        ))}
      <div className={classes.bottom}>
        <Entry entry={settingsPlace} path={path} />
        <RailSeats />
      </div>
    </nav>
  );
}

import { Tooltip, UnstyledButton } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { OrganizationSwitch } from './OrganizationSwitch.tsx';
import { useOutboxState } from './outbox-state.ts';
import { mainPlaces, type PlaceEntry, settingsPlace } from './places.ts';
import classes from './Rail.module.css';
import { useSession } from './session.ts';
import { useNarrow } from './sizes.ts';
import { words } from './words.ts';

function Entry({ entry, count }: { readonly entry: PlaceEntry; readonly count?: number | undefined }) {
  const [path] = useLocation();
  const narrow = useNarrow();
  const on = path === entry.path || path.startsWith(`${entry.path}/`);
  const counted = count ? `${entry.label}, ${words.desktop.header.waiting(count)}` : entry.label;
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
            <span className={classes.count} aria-hidden>
              {count.toLocaleString('en')}
            </span>
            <span className="gh-hidden">, {words.desktop.header.waiting(count)}</span>
          </>
        ) : null}
      </UnstyledButton>
    </Tooltip>
  );
}

/** The navigation: 224 wide, icons with tooltips where the window is narrow. */
export function Rail() {
  const { demo, may } = useSession();
  const outbox = useOutboxState();
  const shown = mainPlaces.filter((p) => (!p.demoOnly || demo) && (!p.needs || may(p.needs)));
  return (
    <nav className={classes.rail} aria-label={words.desktop.navigation.label}>
      <OrganizationSwitch />
      <div className={classes.group}>
        {shown.map((entry) => (
          <Entry key={entry.path} entry={entry} count={entry.path === '/outbox' ? outbox?.waiting : undefined} />
        ))}
      </div>
      <div className={classes.bottom}>
        <Entry entry={settingsPlace} />
      </div>
    </nav>
  );
}

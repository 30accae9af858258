import { Tabs } from '@mantine/core';
import { type UserView, userViews } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import classes from './ViewTabs.module.css';

interface ViewTabsProps {
  readonly view: UserView;
  readonly counts: Readonly<Record<UserView, number>> | undefined;
  readonly onChange: (view: UserView) => void;
  /** The id of the panel below. */
  readonly panel: string;
}

/** The views of the list with how many each holds. */
export const ViewTabs = ({ view, counts, onChange, panel }: ViewTabsProps) => (
  <Tabs value={view} onChange={(next) => next && onChange(next as UserView)} className={classes.views}>
    <Tabs.List aria-label={words.users.viewsLabel}>
      {userViews.map((name) => (
        <Tabs.Tab key={name} value={name} className={classes.tab} aria-controls={panel}>
          {words.users.views[name]}{' '}
          <span className={classes.count}>{counts ? counts[name].toLocaleString('en') : ''}</span>
        </Tabs.Tab>
      ))}
    </Tabs.List>
  </Tabs>
);

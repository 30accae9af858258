import { type UserView, userViews } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { CountTabs } from '../../components/CountTabs.tsx';

interface ViewTabsProps {
  readonly view: UserView;
  readonly counts: Readonly<Record<UserView, number>> | undefined;
  readonly onChange: (view: UserView) => void;
  /** The id of the panel below. */
  readonly panel: string;
}

/** The views of the list of users with how many each holds. */
export const ViewTabs = ({ view, counts, onChange, panel }: ViewTabsProps) => (
  <CountTabs
    label={words.users.viewsLabel}
    value={view}
    tabs={userViews.map((name) => ({ value: name, label: words.users.views[name], count: counts?.[name] }))}
    onChange={onChange}
    panel={panel}
  />
);

import { IconBookmark } from '@tabler/icons-react';
import type { DraftState } from '#contract/drafts.ts';
import type { SavedView } from '#contract/views.ts';
import { type GuestState, guestStates, type MailGroup, mailGroups } from '#contract/vocabulary/user-filter.ts';
import { go } from '../../app/location.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { CountTabs } from '../../components/CountTabs.tsx';
import { draftsHref, useDraftCounts } from '../drafts/use-draft-counts.ts';
import classes from './ListTabs.module.css';
import { type ListState, stateOf, type Tab, tabs, wholeList } from './list-state.ts';
import { SavedViews } from './SavedViews.tsx';
import type { PageScope } from './scopes.ts';

interface ListTabsProps {
  readonly scope: PageScope;
  readonly state: ListState;
  readonly counts: Readonly<Record<Tab, number>> | undefined;
  readonly guestCounts: Readonly<Partial<Record<GuestState, number>>>;
  readonly mailCounts: Readonly<Partial<Record<MailGroup, number>>> | undefined;
  readonly onShow: (state: ListState) => void;
  /** The id of the panel below. */
  readonly panel: string;
}

const noViews: readonly SavedView[] = [];

/** The statuses, each with its count, and then the operator's saved views. */
export function ListTabs({ scope, state, counts, guestCounts, mailCounts, onShow, panel }: ListTabsProps) {
  const { place } = useSession();
  const saves = scope.name === 'users';
  const kept = useQueryOf('views.list', { organizationId: place.id }, { enabled: saves }).data?.rows;
  // on a page without saved views, another page may still have read them
  const views = (saves && kept) || noViews;
  const open = views.find((view) => view.id === state.saved);
  // *Suspended* is worth a tab only if somebody is suspended, or if it is the current one
  const own = scope.tabs
    .filter((tab) => tab !== 'suspended' || counts?.suspended || state.tab === 'suspended')
    .map((tab) => ({ value: tab as string, label: words.users.views[tab], count: counts?.[tab] }));
  const byMail = (scope.mailTabs ?? []).map((group) => ({
    value: mailTab(group),
    label: words.users.mailGroups[group],
    // an empty group shows no count
    count: mailCounts?.[group] || undefined,
  }));
  const drafts = useDraftCounts();
  const waiting = scope.name === 'pending' && drafts.enabled ? draftTabs(drafts.counts) : [];
  const [only, ...others] = state.guests;
  const atGuests =
    others.length === 0 && state.tab === 'all' && state.statuses.length === 0
      ? scope.guestTabs.find((g) => g === only)
      : undefined;
  const [group, ...groups] = state.mail;
  // with several groups, no tab is the open one
  const atMail = groups.length > 0 ? '' : group ? mailTab(group) : state.tab;
  const choose = (value: string) => {
    const draft = waiting.find((one) => one.value === value);
    if (draft) return go(draft.href);
    const view = views.find((v) => savedTab(v) === value);
    if (view) return onShow(stateOf(scope, view.id, view.query));
    const mail = mailGroups.find((g) => mailTab(g) === value);
    if (mail) return onShow({ ...state, tab: 'all', statuses: [], mail: [mail] });
    const guests = guestStates.find((g) => guestTab(g) === value);
    // people who are about to leave are listed in the order in which they leave
    if (guests)
      return onShow({ ...state, tab: 'all', statuses: [], guests: [guests], sort: 'expiry', descending: false });
    const tab = tabs.find((t) => t === value) ?? 'all';
    // leaving a saved view drops its filters, too
    return onShow({
      ...(open ? wholeList : state),
      tab,
      statuses: [],
      mail: [],
      // leaving the tab of a guest state drops its filter
      ...(atGuests ? { guests: [] } : {}),
      saved: null,
    });
  };
  return (
    <div className={classes.row}>
      <div className={classes.tabs}>
        <CountTabs
          label={words.users.viewsLabel}
          value={open ? savedTab(open) : atGuests ? guestTab(atGuests) : atMail}
          tabs={[
            ...own.slice(0, 1),
            ...byMail,
            ...own.slice(1),
            ...waiting,
            ...scope.guestTabs.map((g) => ({
              value: guestTab(g),
              label: words.guests.states[g],
              count: guestCounts[g],
            })),
            ...views.map((view, place) => ({
              value: savedTab(view),
              label: view.name,
              count: undefined,
              icon: <IconBookmark size={14} stroke={1.6} aria-hidden />,
              divided: place === 0,
            })),
          ]}
          onChange={choose}
          panel={panel}
        />
      </div>
      {saves ? <SavedViews scope={scope} state={state} views={views} onShow={onShow} /> : null}
    </div>
  );
}

const guestTab = (state: GuestState) => `guests-${state}`;
const mailTab = (group: MailGroup) => `mail-${group}`;
const savedTab = (view: SavedView) => `saved-${view.id}`;

/** Batches not yet sent have tabs beside those that were; the drafts page shows them. */
const draftTabs = ({ draft, review, scheduled }: Readonly<Record<DraftState, number>>) => [
  {
    value: 'drafts',
    label: words.drafts.pendingTabs.drafts,
    count: draft + review + scheduled || undefined,
    href: draftsHref(),
    divided: true,
  },
  ...(review > 0
    ? [{ value: 'review', label: words.drafts.pendingTabs.review, count: review, href: draftsHref('review') }]
    : []),
];

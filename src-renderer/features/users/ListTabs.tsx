import { IconBookmark } from '@tabler/icons-react';
import type { DraftState } from '#contract/drafts.ts';
import { type GuestState, guestStates, type MailGroup, mailGroups } from '#contract/user-filter.ts';
import type { SavedView } from '#contract/views.ts';
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

/** One status after the other with how many each holds, and then the views that the operator has saved. */
export function ListTabs({ scope, state, counts, guestCounts, mailCounts, onShow, panel }: ListTabsProps) {
  const { place } = useSession();
  const saves = scope.name === 'users';
  const kept = useQueryOf('views.list', { organizationId: place.id }, { enabled: saves }).data?.rows;
  // another page may have read them already
  const views = (saves && kept) || noViews;
  const open = views.find((view) => view.id === state.saved);
  // who is suspended is worth a tab only when there is somebody, or when one is there
  const own = scope.tabs
    .filter((tab) => tab !== 'suspended' || counts?.suspended || state.tab === 'suspended')
    .map((tab) => ({ value: tab as string, label: words.users.views[tab], count: counts?.[tab] }));
  const byMail = (scope.mailTabs ?? []).map((group) => ({
    value: mailTab(group),
    label: words.users.mailGroups[group],
    // a group in which nobody is stays quiet
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
  // of several groups none is the one that is open
  const atMail = groups.length > 0 ? '' : group ? mailTab(group) : state.tab;
  const choose = (value: string) => {
    const draft = waiting.find((one) => one.value === value);
    if (draft) return go(draft.href);
    const view = views.find((v) => savedTab(v) === value);
    if (view) return onShow(stateOf(scope, view.id, view.query));
    const mail = mailGroups.find((g) => mailTab(g) === value);
    if (mail) return onShow({ ...state, tab: 'all', statuses: [], mail: [mail] });
    const guests = guestStates.find((g) => guestTab(g) === value);
    // who is about to go is listed in the order in which they go
    if (guests)
      return onShow({ ...state, tab: 'all', statuses: [], guests: [guests], sort: 'expiry', descending: false });
    const tab = tabs.find((t) => t === value) ?? 'all';
    // leaving a saved view leaves its filters behind, too
    return onShow({
      ...(open ? wholeList : state),
      tab,
      statuses: [],
      mail: [],
      // the tab of a guest state is left for another one
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

/** Batches that have not gone out stand beside those that have; the page of drafts shows them. */
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

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { OutputOf } from '#contract/index.ts';
import { useOutboxState } from '../../app/outbox-state.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { NotRefreshed } from '../../components/NotRefreshed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { PauseBanner } from '../../components/PauseBanner.tsx';
import { ExpiryNotice } from '../guests/ExpiryNotice.tsx';
import { useBulk } from '../jobs/bulk.tsx';
import { ListTabs } from './ListTabs.tsx';
import { filterOf, isFiltered, type Tab } from './list-state.ts';
import { Nobody } from './Nobody.tsx';
import { NoServer } from './NoServer.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import type { PageScope } from './scopes.ts';
import { choiceOf, isSelected } from './selection.ts';
import { Toolbar } from './Toolbar.tsx';
import classes from './UsersPage.module.css';
import { UsersTable } from './UsersTable.tsx';
import { useBulkDeeds } from './use-bulk-deeds.tsx';
import { useColumns } from './use-columns.ts';
import { useDeeds } from './use-deeds.tsx';
import { useGuestCounts } from './use-guest-counts.ts';
import { pageSize, useList } from './use-list.ts';
import { useSelection } from './use-selection.ts';

const panel = 'people-list';

interface PeoplePageProps {
  readonly scope: PageScope;
  /** On the right of the title: how people come into this list. */
  readonly actions?: ReactNode;
  /** What the page says while nobody is on it at all. */
  readonly empty: ReactNode;
  /** The most people for the page to count as empty; the operator is one of the users. */
  readonly emptyUpTo?: number;
  /** The empty page itself offers the actions that would be beside the title. */
  readonly emptyActs?: boolean;
}

/** The count of each tab; *all* counts everybody the page is about. */
function tabCounts(scope: PageScope, counts: OutputOf<'users.counts'>): Readonly<Record<Tab, number>> {
  const all = (['active', 'pending', 'expired', 'suspended'] as const)
    .filter((status) => scope.statuses.includes(status))
    .reduce((sum, status) => sum + counts[status], 0);
  return { ...counts, all };
}

/** People of the organization: views, search, filters, a page of rows at a time, and actions on many of them. */
export function PeoplePage({ scope, actions, empty, emptyUpTo = 0, emptyActs = false }: PeoplePageProps) {
  const organizationId = useSession().place.id;
  const list = useList(scope.path);
  const { state, page, after } = list;
  const filter = filterOf(scope, state);
  const { run, dialog } = useDeeds();
  const bulk = useBulk();
  const columns = useColumns(scope);
  const counted = useQueryOf('users.counts', {
    organizationId,
    kinds: state.tab === 'all' ? filter.kinds : [...scope.kinds],
    invited: filter.invited,
    mail: scope.mailTabs !== undefined,
  });
  const counts = counted.data && tabCounts(scope, counted.data);
  const guestCounts = useGuestCounts(scope);
  const answer = useQueryOf(
    'users.list',
    {
      organizationId,
      ...filter,
      sort: state.sort,
      descending: state.descending,
      limit: pageSize,
      ...(after ? { after } : {}),
    },
    { keepPrevious: true },
  );
  const { data } = answer;
  const asked = `${state.tab} ${state.sort} ${state.descending} ${page}`;
  const [place, setPlace] = useState(asked);
  // until another page or order has arrived, what is on screen stays as it is
  if (place !== asked && !answer.isPlaceholderData) setPlace(asked);
  const drawn = useDeferredValue(useMemo(() => ({ place, rows: data?.rows }), [place, data?.rows]));
  const selected = useSelection(JSON.stringify(filter));
  const size = selected.size(data?.total ?? 0);
  const seen = data?.rows.filter((row) => isSelected(selected.selection, row.membershipId)) ?? [];
  const deeds = useBulkDeeds({
    choice: () => choiceOf(selected.selection, filter),
    size,
    // some of them may be on other pages
    rows: seen.length === size ? seen : undefined,
    onStarted: selected.clear,
    exported: scope.exported,
  });
  useShortcuts({ 'Mod+Shift+A': () => data && data.total > 0 && selected.selectAll() });

  // the last row of a later page is gone: the page before it is now the last one
  const emptied = data !== undefined && data.rows.length === 0 && page > 0 && !answer.isPlaceholderData;
  useEffect(() => {
    if (emptied) list.back();
  });

  const nobody = data !== undefined && data.rows.length === 0 && !emptied;
  const unfiltered = state.tab === 'all' && state.mail.length === 0 && !isFiltered(state);
  const isEmpty = counts !== undefined && counts.all <= emptyUpTo && unfiltered;
  const outbox = useOutboxState();
  const waitsForServer = outbox !== undefined && !outbox.setUp && outbox.waiting > 0;
  const first = page * pageSize + 1;
  const allSelected = data !== undefined && size >= data.total;

  const content = () => {
    if (isEmpty) return empty;
    if (nobody) return <Nobody state={state} onShow={list.show} />;
    if (answer.error && !data) {
      return (
        <ErrorState title={words.desktop.failed.users} error={answer.error} onRetry={() => void answer.refetch()} />
      );
    }
    return (
      <UsersTable
        // another page or order starts at the top
        key={drawn.place}
        label={scope.title}
        rows={drawn.rows}
        shown={columns.shown}
        order={state}
        selected={selected}
        onOrder={list.change}
        onDeed={run}
      />
    );
  };

  return (
    <div className={classes.page}>
      <PageHeader title={scope.title} count={counts?.all}>
        {isEmpty ? null : (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
            disabled={!data || nobody}
            onClick={() =>
              void bulk.start('users.exportMany', {
                organizationId,
                choice: { kind: 'matching', filter },
                ...(scope.exported ? { columns: [...scope.exported] } : {}),
              })
            }
          >
            {words.views.deeds.export}
          </Button>
        )}
        {isEmpty && emptyActs ? null : actions}
      </PageHeader>
      <PauseBanner />
      {scope.noticesExpiry ? <ExpiryNotice /> : null}
      {answer.error && data ? <NotRefreshed error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {waitsForServer && !isEmpty ? (
        <div className={classes.notice}>
          <NoServer />
        </div>
      ) : null}
      <ListTabs
        scope={scope}
        state={state}
        counts={counts}
        guestCounts={guestCounts}
        mailCounts={counted.data?.mail}
        onShow={list.show}
        panel={panel}
      />
      {isEmpty ? null : (
        <Toolbar
          scope={scope}
          list={list}
          columns={columns}
          found={isFiltered(state) && data ? words.users.found(data.total) : ''}
          selection={
            size > 0 ? (
              <SelectionBar
                scope={scope}
                size={size}
                total={data && !allSelected ? { count: data.total, least: data.totalIsLeast } : null}
                onAll={selected.selectAll}
                onClear={selected.clear}
                onDeed={deeds.run}
              />
            ) : null
          }
        />
      )}
      <div className={classes.content} id={panel} role="tabpanel" aria-label={words.users.views[state.tab]}>
        {content()}
      </div>
      {isEmpty || nobody || (answer.error && !data) ? null : (
        <Pager
          text={
            data
              ? words.users.pager.range(first, first + data.rows.length - 1, data.total, data.totalIsLeast)
              : words.common.loading
          }
          onPrevious={page > 0 ? list.back : undefined}
          onNext={data?.next ? () => list.forward(data.next ?? '') : undefined}
        />
      )}
      {dialog}
      {deeds.dialogs}
    </div>
  );
}

import { useEffect } from 'react';
import { useOutboxState } from '../../app/outbox-state.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { NotRefreshed } from '../../components/NotRefreshed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { PauseBanner } from '../../components/PauseBanner.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { AddButton } from './AddButton.tsx';
import { NoServer } from './NoServer.tsx';
import { OnlyYou } from './OnlyYou.tsx';
import { SearchBox } from './SearchBox.tsx';
import classes from './UsersPage.module.css';
import { UsersTable } from './UsersTable.tsx';
import { useDeeds } from './use-deeds.tsx';
import { pageSize, useUsersView } from './use-users-view.ts';
import { ViewTabs } from './ViewTabs.tsx';

const panel = 'users-list';

/** Everybody in the organization: views, search, a page of rows at a time. */
export function UsersPage() {
  const { place } = useSession();
  const at = useUsersView();
  const { run, dialog } = useDeeds();
  const organizationId = place.id;
  const counts = useQueryOf('users.counts', { organizationId }).data;
  const list = useQueryOf(
    'users.list',
    { organizationId, view: at.view, search: at.search, limit: pageSize, ...(at.after ? { after: at.after } : {}) },
    { keepPrevious: true },
  );
  const { data } = list;

  // the last row of a later page has gone: the page before is the last one now
  const emptied = data !== undefined && data.rows.length === 0 && at.page > 0 && !list.isPlaceholderData;
  useEffect(() => {
    if (emptied) at.back();
  });

  const nobody = data !== undefined && data.rows.length === 0 && !emptied;
  const onlyYou = counts !== undefined && counts.all <= 1 && counts.suspended === 0 && at.view === 'all' && !at.search;
  const outbox = useOutboxState();
  const waitsForServer = outbox !== undefined && !outbox.setUp && outbox.waiting > 0;
  const first = at.page * pageSize + 1;

  const content = () => {
    if (list.error && !data) {
      return <ErrorState title={words.desktop.failed.users} error={list.error} onRetry={() => void list.refetch()} />;
    }
    if (onlyYou) return <OnlyYou />;
    const { noMatch, empty } = words.users;
    if (nobody && at.search) {
      return (
        <Quiet
          title={noMatch.title(at.search)}
          text={noMatch.text}
          action={{ label: noMatch.clear, onClick: at.clear }}
        />
      );
    }
    if (nobody) {
      return (
        <Quiet
          title={empty.views[at.view]}
          text={empty.viewText}
          action={{ label: empty.showAll, onClick: () => at.showView('all') }}
        />
      );
    }
    return <UsersTable rows={data?.rows} onDeed={run} key={`${at.view} ${at.page}`} />;
  };

  return (
    <div className={classes.page}>
      <PageHeader title={words.users.title} count={counts?.all}>
        <AddButton />
      </PageHeader>
      <PauseBanner />
      {list.error && data ? <NotRefreshed error={list.error} onRetry={() => void list.refetch()} /> : null}
      {waitsForServer && !onlyYou ? (
        <div className={classes.notice}>
          <NoServer />
        </div>
      ) : null}
      <ViewTabs view={at.view} counts={counts} onChange={at.showView} panel={panel} />
      {onlyYou ? null : (
        <div className={classes.toolbar}>
          <SearchBox value={at.search} onChange={at.showSearch} />
          <span className="gh-hidden" role="status">
            {at.search && data ? words.users.found(data.total) : ''}
          </span>
        </div>
      )}
      <div className={classes.content} id={panel} role="tabpanel" aria-label={words.users.views[at.view]}>
        {content()}
      </div>
      {onlyYou || nobody || (list.error && !data) ? null : (
        <Pager
          text={
            data
              ? words.users.pager.range(first, first + data.rows.length - 1, data.total, data.totalIsLeast)
              : words.common.loading
          }
          onPrevious={at.page > 0 ? at.back : undefined}
          onNext={data?.next ? () => at.forward(data.next ?? '') : undefined}
        />
      )}
      {dialog}
    </div>
  );
}

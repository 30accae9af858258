import { Menu } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useSearchParams } from 'wouter';
import { useInvite } from '../../app/invite.tsx';
import { go } from '../../app/location.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Breadcrumb } from '../../components/Breadcrumb.tsx';
import { CountTabs } from '../../components/CountTabs.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { NotRefreshed } from '../../components/NotRefreshed.tsx';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { RowTable } from '../../components/RowTable.tsx';
import { AddButton } from '../users/AddButton.tsx';
import { draftColumns, draftHref } from './columns.tsx';
import classes from './Drafts.module.css';
import { SentList } from './SentList.tsx';
import { useDiscard } from './use-discard.tsx';
import { draftsHref } from './use-draft-counts.ts';

const say = words.drafts;
const tabs = ['all', 'review', 'scheduled', 'draft', 'sent'] as const;
type Tab = (typeof tabs)[number];
const panel = 'drafts-list';
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** Batches of invitations not yet sent, those that wait for the operator first. */
export function DraftsPage() {
  const organizationId = useSession().place.id;
  const invite = useInvite();
  const [query] = useSearchParams();
  const tab: Tab = tabs.find((one) => one === query.get('view')) ?? 'all';
  const list = useQueryOf('drafts.list', { organizationId });
  const discard = useDiscard();
  const rows = list.data?.rows;
  const shown = tab === 'all' ? rows : rows?.filter(({ state }) => state === tab);
  const count = (one: Tab) =>
    one === 'all'
      ? rows?.length
      : one === 'sent'
        ? list.data?.sent.length
        : rows?.filter(({ state }) => state === one).length;
  const show = (one: Tab) => go(draftsHref(one === 'all' ? undefined : one), { replace: true });

  const content = () => {
    if (list.error && !list.data)
      return <ErrorState title={say.unread} error={list.error} onRetry={() => void list.refetch()} />;
    if (tab === 'sent') return list.data ? <SentList rows={list.data.sent} /> : null;
    if (rows?.length === 0)
      return (
        <Quiet
          title={say.empty.title}
          text={say.empty.text}
          {...(invite.allowed ? { action: { label: say.empty.add, onClick: () => invite.open('rows') } } : {})}
        />
      );
    if (shown?.length === 0)
      return (
        <Quiet
          title={say.noneInTab.title}
          text={say.noneInTab.text}
          action={{ label: say.noneInTab.all, onClick: () => show('all') }}
        />
      );
    return (
      <RowTable
        label={say.table}
        columns={draftColumns}
        rows={shown}
        idOf={(row) => row.id}
        onOpen={(row) => go(draftHref(row.id))}
        menu={{
          label: (row) => say.menu(row.name),
          items: (row) => (
            <>
              <Menu.Item leftSection={<IconArrowRight {...icon} />} onClick={() => go(draftHref(row.id))}>
                {say.open}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconTrash {...icon} />}
                style={{ color: 'var(--gh-bad)' }}
                onClick={() => discard.ask(row)}
              >
                {say.deeds.discard}
              </Menu.Item>
            </>
          ),
        }}
        keys={{ Delete: discard.ask }}
        compact
        minWidth={780}
      />
    );
  };

  return (
    <div className={frame.page}>
      <Breadcrumb href="/pending" label={say.back} here={say.title} />
      <PageHeader title={say.title} count={rows?.length}>
        <AddButton />
      </PageHeader>
      {list.error && list.data ? <NotRefreshed error={list.error} onRetry={() => void list.refetch()} /> : null}
      <div className={classes.tabs}>
        <CountTabs
          label={say.tabs.label}
          value={tab}
          tabs={tabs.map((value) => ({ value, label: say.tabs[value], count: count(value) }))}
          onChange={show}
          panel={panel}
        />
      </div>
      <div className={frame.scroll} id={panel} role="tabpanel" aria-label={say.tabs[tab]}>
        {content()}
      </div>
      {discard.dialog}
    </div>
  );
}

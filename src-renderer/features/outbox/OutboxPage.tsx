import { Button, Drawer } from '@mantine/core';
import { IconMailOff, IconPlayerPause, IconPlayerPlay, IconSettings } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { type DeliveryState, deliveryStates } from '#contract/vocabulary/delivery.ts';
import { go } from '../../app/location.ts';
import { useOutboxState } from '../../app/outbox-state.ts';
import { useCommand, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useNarrow } from '../../app/sizes.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { CountTabs } from '../../components/CountTabs.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { PauseBanner } from '../../components/PauseBanner.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { useKeyPages } from '../../components/use-key-pages.ts';
import { ImportBounces } from '../bounces/ImportBounces.tsx';
import { isSelected } from '../users/selection.ts';
import { useSelection } from '../users/use-selection.ts';
import { MessagePane } from './MessagePane.tsx';
import classes from './OutboxPage.module.css';
import { OutboxTable } from './OutboxTable.tsx';
import { filterOf, isNarrowed, type OutboxList, outboxAddress, readOutboxList } from './outbox-list.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useMailDeeds } from './use-mail-deeds.tsx';

const wording = words.outbox.page;
const pageSize = 50;
const panel = 'outbox-list';

/** A message that is being read, and the page of the list beside it. */
interface Read {
  readonly id: number;
  readonly at: string;
}

/** Every message of the organization with its state, and the server's words for what was not sent. */
export function OutboxPage() {
  const { place, may } = useSession();
  const narrow = useNarrow();
  const asked = useSearch();
  const shownList = useMemo(() => readOutboxList(asked), [asked]);
  const { state } = shownList;
  const filter = filterOf(shownList);
  const view = `${place.id} ${outboxAddress(shownList)}`;
  const pages = useKeyPages<number>(view);
  // a message open beside the list must not cover it when the window is made narrower
  const [picked, setPicked] = useState<(Read & { readonly narrow: boolean }) | undefined>();
  const [beside, setBeside] = useState<Read | undefined>();
  const facts = useOutboxState();
  const resume = useCommand('outbox.resume');
  const pause = useCommand('outbox.pause');
  const deeds = useMailDeeds();
  const selected = useSelection(view);
  const list = useQueryOf(
    'outbox.list',
    {
      organizationId: place.id,
      limit: pageSize,
      ...filter,
      ...(pages.key !== undefined && { before: pages.key }),
    },
    { keepPrevious: true },
  );
  const rows = list.data?.rows ?? [];
  const next = list.data?.next ?? null;
  const at = `${view} ${pages.page}`;
  // a new message at the top does not replace the one being read, nor does its own leaving the list
  const stays = (one: Read | undefined) =>
    one && (one.at === at || rows.some((row) => row.id === one.id)) ? one.id : undefined;
  const besideList = stays(picked) ?? stays(beside) ?? rows[0]?.id;
  const chosen = narrow ? stays(picked?.narrow ? picked : undefined) : besideList;
  if (!narrow && chosen !== undefined && !list.isPlaceholderData && (chosen !== beside?.id || at !== beside.at))
    setBeside({ id: chosen, at });

  const counts = facts?.counts;
  const all = counts ? Object.values(counts).reduce((sum, n) => sum + n, 0) : undefined;
  const total = list.data?.total;
  const size = selected.size(total ?? 0);
  const seen = rows.filter((row) => isSelected(selected.selection, row.id));
  const change = (patch: Partial<OutboxList>) => {
    // typing in the search adds nothing to the history
    go(outboxAddress({ ...shownList, ...patch }), { replace: 'search' in patch });
  };
  useShortcuts({ 'Mod+Shift+A': () => total !== undefined && total > 0 && selected.selectAll() });
  const shown = deliveryStates.filter((name) => name === state || (counts?.[name] ?? 0) > 0);
  const first = pages.page * pageSize + 1;
  const show = (tab: DeliveryState | 'all') => change({ state: tab === 'all' ? undefined : tab });
  const tabs = [
    { value: 'all' as const, label: wording.all, count: all },
    ...shown.map((name) => ({ value: name, label: words.users.deliveryStates[name], count: counts?.[name] })),
  ];

  const content = () => {
    if (list.error && !list.data) {
      return <ErrorState title={wording.unread} error={list.error} onRetry={() => void list.refetch()} />;
    }
    if (!list.data) return null;
    if (rows.length === 0 && isNarrowed(shownList)) {
      const clear = () => change({ kinds: [], search: '' });
      return <Quiet title={wording.noMatch} action={{ label: wording.clearFilters, onClick: clear }} />;
    }
    if (rows.length === 0 && state) {
      const name = words.users.deliveryStates[state];
      return <Quiet title={wording.emptyState(name)} action={{ label: wording.showAll, onClick: () => show('all') }} />;
    }
    if (rows.length === 0) return <Quiet title={wording.empty} text={wording.emptyHint} />;
    return (
      <>
        <OutboxTable
          rows={rows}
          chosen={chosen}
          selected={selected}
          follows={!narrow}
          onChoose={(id) => setPicked({ id, at, narrow })}
          deeds={deeds}
        />
        <Pager
          text={
            total === undefined
              ? ''
              : words.users.pager.range(first, first + rows.length - 1, Math.max(total, first + rows.length - 1), false)
          }
          onPrevious={pages.page > 0 ? pages.back : undefined}
          onNext={next === null ? undefined : () => pages.forward(next)}
        />
      </>
    );
  };

  return (
    <div className={classes.page}>
      <PageHeader title={wording.title} count={facts && facts.waiting > 0 ? wording.waiting(facts.waiting) : undefined}>
        <ImportBounces />
        <Button
          component={Link}
          href="/settings/mail"
          variant="default"
          leftSection={<IconSettings size={16} stroke={1.6} aria-hidden />}
        >
          {wording.mailSettings}
        </Button>
        {facts?.setUp && !facts.pause && !facts.stop && may('mail:write') ? (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={16} stroke={1.6} aria-hidden />}
            disabled={pause.isPending}
            onClick={() =>
              pause.mutate(
                { organizationId: place.id },
                { onSuccess: () => toast(wording.paused), onError: toastError },
              )
            }
          >
            {wording.pause}
          </Button>
        ) : null}
        {(facts?.pause || facts?.stop) && may('mail:write') ? (
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={16} stroke={1.6} aria-hidden />}
            disabled={resume.isPending}
            onClick={() =>
              resume.mutate(
                { organizationId: place.id },
                { onSuccess: () => toast(wording.resumed), onError: toastError },
              )
            }
          >
            {wording.resume}
          </Button>
        ) : null}
      </PageHeader>
      <PauseBanner />
      {facts && !facts.setUp ? (
        <div className={classes.notice}>
          <Notice
            kind="plain"
            icon={<IconMailOff size={16} stroke={1.6} aria-hidden />}
            action={
              <Button component={Link} href="/settings/mail" size="xs" variant="default">
                {wording.setServer}
              </Button>
            }
          >
            <b>{wording.noServer}</b> {wording.noServerHint(facts.waiting)}
          </Notice>
        </div>
      ) : null}
      <CountTabs label={wording.tabs} value={state ?? 'all'} tabs={tabs} onChange={show} panel={panel} />
      <div className={classes.parts} data-narrow={narrow || chosen === undefined || undefined}>
        <div className={classes.list} id={panel} role="tabpanel" aria-label={wording.table}>
          {all === 0 ? null : (
            <Toolbar
              list={shownList}
              onChange={change}
              found={isNarrowed(shownList) && total !== undefined ? wording.found(total) : ''}
              selection={
                size > 0 ? (
                  <SelectionBar
                    size={size}
                    total={total !== undefined && size < total ? total : null}
                    onAll={selected.selectAll}
                    onClear={selected.clear}
                    onDeed={(deed) =>
                      deeds.several(deed, {
                        choice:
                          selected.selection.kind === 'chosen'
                            ? { kind: 'chosen', ids: [...selected.selection.ids] }
                            : { kind: 'matching', filter, except: [...selected.selection.except] },
                        size,
                        // some of them may be on other pages
                        uncertain:
                          (counts?.uncertain ?? 0) > 0 &&
                          (seen.length < size || seen.some((row) => row.state === 'uncertain')),
                        onDone: selected.clear,
                      })
                    }
                  />
                ) : null
              }
            />
          )}
          {content()}
        </div>
        {!narrow && chosen !== undefined ? (
          <div className={classes.pane}>
            <MessagePane id={chosen} deeds={deeds} />
          </div>
        ) : null}
      </div>
      <Drawer
        opened={narrow && chosen !== undefined}
        onClose={() => setPicked(undefined)}
        position="right"
        size={480}
        title={wording.message}
        padding={0}
        closeButtonProps={{ 'aria-label': wording.close }}
        styles={{ header: { padding: '8px 12px 8px 16px', minHeight: 0 }, body: { height: 'calc(100% - 48px)' } }}
      >
        {chosen === undefined ? null : <MessagePane id={chosen} deeds={deeds} />}
      </Drawer>
      {deeds.dialogs}
    </div>
  );
}

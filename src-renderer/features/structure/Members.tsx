import { IconId, IconUserMinus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { StructureRow } from '#contract/structure.ts';
import type { UserRow } from '#contract/users.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { call } from '../../app/api.ts';
import { go } from '../../app/location.ts';
import { refreshAfter, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { GuardedItem, useWhyNot } from '../../components/Guarded.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import frame from '../../components/PageFrame.module.css';
import { Pager } from '../../components/Pager.tsx';
import { Person } from '../../components/Person.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { type RowColumn, RowTable } from '../../components/RowTable.tsx';
import { StatusMark } from '../../components/StateMark.tsx';
import { toastWithUndo } from '../../components/undo-toast.tsx';
import { useKeyPages } from '../../components/use-key-pages.ts';
import classes from './StructureList.module.css';

const say = words.structure.members;
const pageSize = 50;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
const userPage = (row: UserRow) => `/users/${row.membershipId}`;

const columns: readonly RowColumn<UserRow>[] = [
  {
    key: 'name',
    label: say.columns.name,
    cell: (row) => (
      <Link href={userPage(row)} tabIndex={-1} className={classes.person}>
        <Person row={row} />
      </Link>
    ),
  },
  {
    key: 'roles',
    label: say.columns.roles,
    width: '28%',
    cell: (row) => <OverflowText>{row.roles.map(({ name }) => name).join(', ') || words.common.none}</OverflowText>,
  },
  { key: 'status', label: say.columns.status, width: 128, cell: (row) => <StatusMark status={row.status} /> },
];

interface MembersProps {
  readonly kind: StructureKind;
  readonly row: StructureRow;
  /** Undefined while nobody can be added. */
  readonly onAdd: (() => void) | undefined;
}

/** The members of a team, group, product or line, of every kind, a page at a time. */
export function Members({ kind, row: item, onAdd }: MembersProps) {
  const organizationId = useSession().place.id;
  const why = useWhyNot('users:write');
  const [search, setSearch] = useState('');
  const at = useKeyPages<string>(search);
  const list = useQueryOf(
    'users.list',
    {
      organizationId,
      kinds: [...memberKinds],
      [kind]: [item.id],
      search,
      limit: pageSize,
      ...(at.key !== undefined && { after: at.key }),
    },
    { keepPrevious: true },
  );
  const { data } = list;
  // the last row of a later page is gone: the page before it is now the last one
  const emptied = data !== undefined && data.rows.length === 0 && at.page > 0 && !list.isPlaceholderData;
  useEffect(() => {
    if (emptied) at.back();
  });

  const change = async (person: UserRow, what: 'add' | 'remove') => {
    await call('users.update', { organizationId, membershipId: person.membershipId, [kind]: { [what]: [item.id] } });
    await refreshAfter('users.update');
  };
  const remove = async (person: UserRow) => {
    const name = person.name || person.email;
    await change(person, 'remove');
    toastWithUndo(say.removed(name, item.name), () => {
      change(person, 'add').then(() => toast(say.undone(name, item.name)), toastError);
    });
  };
  const takeOut = (person: UserRow) => void remove(person).catch(toastError);

  if (list.error && !data) {
    return <ErrorState title={say.unread} error={list.error} onRetry={() => void list.refetch()} />;
  }
  const nobody = data?.rows.length === 0 && at.page === 0;
  if (nobody && !search) {
    return (
      <Quiet
        title={say.emptyTitle(item.name)}
        {...(onAdd ? { text: say.emptyText, action: { label: say.add, onClick: onAdd } } : {})}
      />
    );
  }
  const first = at.page * pageSize + 1;
  return (
    <>
      <div className={frame.toolbar}>
        <FilterBox
          label={say.search}
          placeholder={words.users.search.placeholder}
          value={search}
          onChange={setSearch}
          delay={200}
        />
        <span className="gh-hidden" role="status">
          {search && data ? words.users.found(data.total) : ''}
        </span>
      </div>
      <div className={frame.scroll}>
        {nobody ? (
          <Quiet
            title={words.users.noMatch.title(search)}
            text={words.users.noMatch.text}
            action={{ label: words.structure.clearFilter, onClick: () => setSearch('') }}
          />
        ) : (
          <RowTable
            label={say.table(item.name)}
            columns={columns}
            rows={data?.rows}
            idOf={(row) => row.membershipId}
            onOpen={(row) => go(userPage(row))}
            menu={{
              label: (row) => words.structure.actions.menu(row.name || row.email),
              items: (row) => (
                <>
                  <GuardedItem
                    why={undefined}
                    icon={<IconId {...icon} />}
                    keys="Enter"
                    onClick={() => go(userPage(row))}
                  >
                    {say.openUser}
                  </GuardedItem>
                  <GuardedItem why={why} icon={<IconUserMinus {...icon} />} keys="Delete" onClick={() => takeOut(row)}>
                    {say.remove}
                  </GuardedItem>
                </>
              ),
            }}
            keys={why ? {} : { Delete: takeOut }}
            minWidth={520}
          />
        )}
      </div>
      {nobody ? null : (
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
    </>
  );
}

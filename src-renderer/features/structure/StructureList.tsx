import { Switch } from '@mantine/core';
import { IconArchive, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { foldName } from '#contract/fold.ts';
import type { StructureRow } from '#contract/structure.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { go } from '../../app/location.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { useWhyNot } from '../../components/Guarded.tsx';
import { NotRefreshed } from '../../components/NotRefreshed.tsx';
import frame from '../../components/PageFrame.module.css';
import { Quiet } from '../../components/Quiet.tsx';
import { type RowColumn, RowTable } from '../../components/RowTable.tsx';
import { pageOf } from './kinds.ts';
import { StructureItems } from './StructureItems.tsx';
import classes from './StructureList.module.css';
import type { StructureDeeds } from './use-structure-deeds.tsx';

const say = words.structure;

function columnsOf(kind: StructureKind): readonly RowColumn<StructureRow>[] {
  const product = kind === 'products';
  return [
    {
      key: 'name',
      label: say.columns.name,
      cell: (row) => (
        <Link href={pageOf(kind, row.id)} tabIndex={-1} className={`gh-ellipsis ${classes.name}`} title={row.name}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'state',
      label: say.columns.state,
      width: 140,
      cell: ({ archived }) => (
        <span className={classes.state}>
          {archived ? (
            <IconArchive size={16} stroke={1.6} aria-hidden className="gh-dim" />
          ) : (
            <IconCircleCheck size={16} stroke={1.6} aria-hidden className="gh-ok" />
          )}
          {archived ? (product ? say.disabled : say.archived) : product ? say.enabled : say.active}
        </span>
      ),
    },
    {
      key: 'members',
      label: say.columns.members,
      width: 112,
      right: true,
      cell: ({ members }) => words.format.number(members),
    },
  ];
}

interface StructureListProps {
  readonly kind: StructureKind;
  readonly deeds: StructureDeeds;
  /** The key `/` leads to its filter. */
  readonly withKey?: boolean;
}

/** A list of teams, groups, products or lines with filter, archive and a menu for each. */
export function StructureList({ kind, deeds, withKey = true }: StructureListProps) {
  const organizationId = useSession().place.id;
  const why = useWhyNot('structure:write');
  const [search, setSearch] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const list = useQueryOf(`${kind}.list`, { organizationId, archived: true });
  const all = list.data?.rows;
  const archived = all?.filter((row) => row.archived).length ?? 0;
  const wanted = foldName(search);
  const rows = all?.filter((row) => (withArchived || !row.archived) && foldName(row.name).includes(wanted));

  const content = () => {
    if (list.error && !list.data) {
      return <ErrorState title={say.unread(kind)} error={list.error} onRetry={() => void list.refetch()} />;
    }
    if (all?.length === 0) {
      return (
        <Quiet
          title={say.empty.title[kind]}
          text={why ? `${say.empty.text[kind]} ${why}` : say.empty.text[kind]}
          {...(why ? {} : { action: { label: say.new(kind), onClick: deeds.create } })}
        />
      );
    }
    if (rows?.length === 0 && wanted) {
      return (
        <Quiet
          title={say.noMatch.title(search)}
          text={say.noMatch.text}
          action={{ label: say.clearFilter, onClick: () => setSearch('') }}
        />
      );
    }
    if (rows?.length === 0) {
      return (
        <Quiet
          title={say.empty.onlyArchived(kind)}
          text={say.empty.onlyArchivedText}
          action={{ label: say.showArchived(kind, archived), onClick: () => setWithArchived(true) }}
        />
      );
    }
    return (
      <RowTable
        label={say.table(kind)}
        columns={columnsOf(kind)}
        rows={rows}
        idOf={(row) => row.id}
        onOpen={(row) => go(pageOf(kind, row.id))}
        menu={{
          label: (row) => say.actions.menu(row.name),
          items: (row) => <StructureItems kind={kind} row={row} deeds={deeds} withOpen />,
        }}
        keys={why ? {} : { F2: deeds.rename }}
        compact
        minWidth={420}
      />
    );
  };

  return (
    <>
      {list.error && list.data ? <NotRefreshed error={list.error} onRetry={() => void list.refetch()} /> : null}
      {all?.length === 0 ? null : (
        <div className={frame.toolbar}>
          <FilterBox
            label={say.filter(kind)}
            placeholder={say.filterPlaceholder}
            value={search}
            onChange={setSearch}
            withKey={withKey}
          />
          {archived > 0 || withArchived ? (
            <Switch
              size="xs"
              label={say.showArchived(kind, archived)}
              checked={withArchived}
              onChange={(event) => setWithArchived(event.currentTarget.checked)}
            />
          ) : null}
          <span className="gh-hidden" role="status">
            {wanted && rows ? say.shown(rows.length) : ''}
          </span>
        </div>
      )}
      <div className={frame.scroll}>{content()}</div>
    </>
  );
}

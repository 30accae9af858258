import { Menu } from '@mantine/core';
import { IconArchive, IconArrowMerge, IconFolderOpen, IconPencil, IconRestore, IconUsers } from '@tabler/icons-react';
import type { StructureRow } from '#contract/structure.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { go } from '../../app/location.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedItem, useWhyNot } from '../../components/Guarded.tsx';
import { pageOf, usersOf } from './kinds.ts';
import type { StructureDeeds } from './use-structure-deeds.tsx';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface StructureItemsProps {
  readonly kind: StructureKind;
  readonly row: StructureRow;
  readonly deeds: StructureDeeds;
  /** Not on the item's own page, where there is nothing to open. */
  readonly withOpen?: boolean;
}

/** The entries of a menu about one team, group, product or line. */
export function StructureItems({ kind, row, deeds, withOpen = false }: StructureItemsProps) {
  const why = useWhyNot('structure:write');
  const { may } = useSession();
  const { actions } = words.structure;
  const key = (keys: string) => (withOpen ? { keys } : {});
  return (
    <>
      {withOpen ? (
        <GuardedItem
          why={undefined}
          icon={<IconFolderOpen {...icon} />}
          keys="Enter"
          onClick={() => go(pageOf(kind, row.id))}
        >
          {actions.open}
        </GuardedItem>
      ) : null}
      {may('users:read') ? (
        <GuardedItem why={undefined} icon={<IconUsers {...icon} />} onClick={() => go(usersOf(kind, row.id))}>
          {actions.showInUsers}
        </GuardedItem>
      ) : null}
      <GuardedItem why={why} icon={<IconPencil {...icon} />} {...key('F2')} onClick={() => deeds.rename(row)}>
        {actions.rename}
      </GuardedItem>
      {row.archived ? (
        <GuardedItem why={why} icon={<IconRestore {...icon} />} onClick={() => deeds.restore(row)}>
          {actions.restore(kind)}
        </GuardedItem>
      ) : (
        <GuardedItem why={why} icon={<IconArchive {...icon} />} onClick={() => deeds.archive(row)}>
          {actions.archive(kind)}
        </GuardedItem>
      )}
      <Menu.Divider />
      <GuardedItem why={why} grave icon={<IconArrowMerge {...icon} />} onClick={() => deeds.merge(row)}>
        {actions.merge}
      </GuardedItem>
    </>
  );
}

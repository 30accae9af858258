import { IconArchive, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { StructureRow } from '#contract/structure.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { go } from '../../app/location.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Breadcrumb } from '../../components/Breadcrumb.tsx';
import { DotsButton } from '../../components/DotsMenu.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { Notice } from '../../components/Notice.tsx';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { AddPeopleDialog } from './AddPeopleDialog.tsx';
import { listOf, pageOf } from './kinds.ts';
import { Members } from './Members.tsx';
import { StructureItems } from './StructureItems.tsx';
import { useStructureDeeds } from './use-structure-deeds.tsx';

const say = words.structure;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** One team, group, product or line with its members. */
export function StructureItemPage({ kind }: { readonly kind: StructureKind }) {
  const organizationId = useSession().place.id;
  const id = Number(useParams<{ id: string }>().id);
  const list = useQueryOf(`${kind}.list`, { organizationId, archived: true });
  const row = list.data?.rows.find((one) => one.id === id);
  if (list.error && !list.data) {
    return <ErrorState title={say.unread(kind)} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (!list.data) return null;
  if (!row) {
    const { href } = listOf(kind);
    const label = href === '/settings/products' ? say.missing.toProducts : say.missing.back(kind);
    return (
      <Quiet title={say.missing.title(kind)} text={say.missing.text} action={{ label, onClick: () => go(href) }} />
    );
  }
  return <Item kind={kind} row={row} key={`${kind} ${id}`} />;
}

function Item({ kind, row }: { readonly kind: StructureKind; readonly row: StructureRow }) {
  const { may } = useSession();
  const whyNoMembers = useWhyNot('users:write');
  const whyNoChange = useWhyNot('structure:write');
  const [adding, setAdding] = useState(false);
  const deeds = useStructureDeeds({ kind, onMerged: (into) => go(pageOf(kind, into), { replace: true }) });
  const list = listOf(kind);
  const why = row.archived ? say.members.archivedNotice(kind) : whyNoMembers;
  return (
    <div className={frame.page}>
      <Breadcrumb href={list.href} label={list.label} here={row.name} />
      <PageHeader title={row.name} count={words.common.people(row.members)}>
        <DotsButton label={say.actions.menu(row.name)}>
          <StructureItems kind={kind} row={row} deeds={deeds} />
        </DotsButton>
        <GuardedButton why={why} leftSection={<IconUserPlus {...icon} />} onClick={() => setAdding(true)}>
          {say.members.add}
        </GuardedButton>
      </PageHeader>
      {row.archived ? (
        <div className={frame.notice}>
          <Notice
            kind="plain"
            icon={<IconArchive {...icon} />}
            action={
              <GuardedButton why={whyNoChange} size="xs" variant="default" onClick={() => deeds.restore(row)}>
                {say.actions.restore(kind)}
              </GuardedButton>
            }
          >
            {say.members.archivedNotice(kind)}
          </Notice>
        </div>
      ) : null}
      {may('users:read') ? (
        <Members kind={kind} row={row} onAdd={why ? undefined : () => setAdding(true)} />
      ) : (
        <Quiet title={words.desktop.denied.title} text={words.desktop.denied.page(words.errors.rights['users:read'])} />
      )}
      <AddPeopleDialog kind={kind} row={row} opened={adding} onClose={() => setAdding(false)} />
      {deeds.dialogs}
    </div>
  );
}

import { IconPlus } from '@tabler/icons-react';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StructureList } from './StructureList.tsx';
import { useStructureDeeds } from './use-structure-deeds.tsx';

const say = words.structure;

/** The page of teams, or of groups. */
export function StructurePage({ kind }: { readonly kind: StructureKind }) {
  const organizationId = useSession().place.id;
  const why = useWhyNot('structure:write');
  const deeds = useStructureDeeds({ kind });
  const rows = useQueryOf(`${kind}.list`, { organizationId, archived: true }).data?.rows;
  return (
    <div className={frame.page}>
      <PageHeader title={say.titles[kind]} count={rows?.filter((row) => !row.archived).length}>
        <GuardedButton why={why} leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={deeds.create}>
          {say.new(kind)}
        </GuardedButton>
      </PageHeader>
      <p className={frame.lead}>{say.leads[kind]}</p>
      <StructureList kind={kind} deeds={deeds} key={kind} />
      {deeds.dialogs}
    </div>
  );
}

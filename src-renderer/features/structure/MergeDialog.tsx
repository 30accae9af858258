import { Select } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { StructureRow } from '#contract/structure.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { useCommand, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

interface MergeDialogProps {
  readonly kind: StructureKind;
  /** The one that ends; kept while the dialog fades. */
  readonly row: StructureRow | null;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMerged?: ((into: number) => void) | undefined;
}

/** Asks which other one the members move to, and says how many they are. */
export function MergeDialog({ kind, row, opened, onClose, onMerged }: MergeDialogProps) {
  const organizationId = useSession().place.id;
  const [into, setInto] = useState<string | null>(null);
  const merge = useCommand(`${kind}.merge`);
  const list = useQueryOf(`${kind}.list`, { organizationId }, { enabled: opened }).data;
  const others = list?.rows.filter((other) => other.id !== row?.id) ?? [];
  const target = others.find((other) => String(other.id) === into);
  const say = words.structure.merge;
  useEffect(() => {
    if (opened) setInto(null);
  }, [opened]);
  const confirm = async () => {
    if (!row || !target) return;
    try {
      const { members } = await merge.mutateAsync({ organizationId, id: row.id, into: target.id });
      onClose();
      toast(words.structure.done.merged(members, target.name));
      onMerged?.(target.id);
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={say.title(kind)}
      subject={row?.name ?? ''}
      text={row ? say.text(row.name, row.members) : ''}
      keep={say.keep}
      confirm={say.confirm(row?.members ?? 0)}
      icon={<IconArrowMerge size={16} stroke={1.6} aria-hidden />}
      busy={merge.isPending}
      waits={!target}
      onConfirm={() => void confirm()}
    >
      <Select
        mt={16}
        label={say.into}
        placeholder={say.intoPlaceholder(kind)}
        data={others.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={into}
        onChange={setInto}
        searchable
        limit={100}
        nothingFoundMessage={say.nothingFound(kind)}
        error={list && others.length === 0 ? say.none(kind) : undefined}
      />
    </ConfirmDialog>
  );
}

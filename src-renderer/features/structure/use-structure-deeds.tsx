import { type ReactNode, useState } from 'react';
import type { StructureRow } from '#contract/structure.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { call } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { NameDialog } from '../../components/NameDialog.tsx';
import { toastWithUndo } from '../../components/undo-toast.tsx';
import { MergeDialog } from './MergeDialog.tsx';

type Asked = 'create' | 'rename' | 'merge';

export interface StructureDeeds {
  readonly create: () => void;
  readonly rename: (row: StructureRow) => void;
  readonly merge: (row: StructureRow) => void;
  /** Without asking, but with *Undo*. */
  readonly archive: (row: StructureRow) => void;
  readonly restore: (row: StructureRow) => void;
  /** The dialogs that some of them need; the page has to render them. */
  readonly dialogs: ReactNode;
}

interface Options {
  readonly kind: StructureKind;
  readonly onCreated?: (id: number) => void;
  readonly onMerged?: (into: number) => void;
}

/** What can be done to teams, groups, products and lines, the same on their lists and pages. */
export function useStructureDeeds({ kind, onCreated, onMerged }: Options): StructureDeeds {
  const organizationId = useSession().place.id;
  const [asked, setAsked] = useState<{ what: Asked; row: StructureRow | null }>({ what: 'create', row: null });
  const [opened, setOpened] = useState(false);
  const { dialog, done } = words.structure;
  const ask = (what: Asked, row: StructureRow | null) => {
    setAsked({ what, row });
    setOpened(true);
  };
  const close = () => setOpened(false);

  const switchTo = async (row: StructureRow, archived: boolean) => {
    const name = archived ? (`${kind}.archive` as const) : (`${kind}.restore` as const);
    await call(name, { organizationId, id: row.id });
    await refreshAfter(name);
  };
  const archive = async (row: StructureRow) => {
    await switchTo(row, true);
    toastWithUndo(done.archived(kind, row.name), () => void restore(row).catch(toastError));
  };
  const restore = async (row: StructureRow) => {
    await switchTo(row, false);
    toast(done.restored(row.name));
  };
  const create = async (name: string) => {
    const { id } = await call(`${kind}.create`, { organizationId, name });
    await refreshAfter(`${kind}.create`);
    toast(done.created(name.trim()));
    onCreated?.(id);
  };
  const rename = async (name: string) => {
    if (!asked.row) return;
    await call(`${kind}.rename`, { organizationId, id: asked.row.id, name });
    await refreshAfter(`${kind}.rename`);
    toast(done.renamed(name.trim()));
  };

  // all rendered from the start: a dialog that is open when mounted does not know where to return the focus
  const dialogs = (
    <>
      <NameDialog
        opened={opened && asked.what === 'create'}
        onClose={close}
        title={dialog.create(kind)}
        label={words.structure.name}
        initial=""
        confirm={dialog.createDeed(kind)}
        onConfirm={create}
      />
      <NameDialog
        opened={opened && asked.what === 'rename'}
        onClose={close}
        title={dialog.rename(kind)}
        hint={dialog.renameHint}
        label={words.structure.name}
        initial={asked.row?.name ?? ''}
        confirm={dialog.renameDeed}
        onConfirm={rename}
      />
      <MergeDialog
        kind={kind}
        row={asked.row}
        opened={opened && asked.what === 'merge'}
        onClose={close}
        onMerged={onMerged}
      />
    </>
  );
  return {
    create: () => ask('create', null),
    rename: (row) => ask('rename', row),
    merge: (row) => ask('merge', row),
    archive: (row) => void archive(row).catch(toastError),
    restore: (row) => void restore(row).catch(toastError),
    dialogs,
  };
}

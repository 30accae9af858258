import { Button, Table } from '@mantine/core';
import { IconDatabaseExport, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { BackupFile, BackupRow } from '#contract/backups.ts';
import { desktop } from '../../app/api.ts';
import { useCommand, useQueryOf } from '../../app/queries.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { Moment } from '../../components/Moment.tsx';
import classes from './Backups.module.css';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useMadeAt } from './use-made-at.ts';

const say = words.backups;

/** Makes a backup now, lists the existing ones, and opens the dialog to restore one of them or another file. */
export function BackupList() {
  const found = useQueryOf('backups.list', {});
  const make = useCommand('backups.make');
  const [file, setFile] = useState<BackupFile | null>(null);
  const [opened, setOpened] = useState(false);
  const making = found.data?.making ?? null;
  const restore = (chosen: BackupFile) => {
    setFile(chosen);
    setOpened(true);
  };
  const makeNow = () =>
    make.mutate({}, { onSuccess: ({ people }) => toast(say.made(people)), onError: (error) => toastError(error) });
  return (
    <section className={classes.list} aria-labelledby="backups-list">
      <div className={classes.head}>
        <h3 id="backups-list" className={classes.title}>
          {say.list}
        </h3>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileImport size={16} stroke={1.6} aria-hidden />}
          onClick={() => void desktop.chooseBackup().then((path) => path && restore({ path }), toastError)}
        >
          {say.fromFile}
        </Button>
        <Button
          size="xs"
          leftSection={<IconDatabaseExport size={16} stroke={1.6} aria-hidden />}
          disabled={make.isPending}
          aria-busy={make.isPending}
          onClick={makeNow}
        >
          {make.isPending ? say.making(making ?? 0) : say.make}
        </Button>
      </div>
      {found.error ? (
        <ErrorState title={say.unread} error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Rows rows={found.data.rows} restore={restore} />
      ) : null}
      {file ? <RestoreDialog file={file} opened={opened} onClose={() => setOpened(false)} /> : null}
    </section>
  );
}

interface RowsProps {
  readonly rows: readonly BackupRow[];
  readonly restore: (file: BackupFile) => void;
}

function Rows({ rows, restore }: RowsProps) {
  const madeAt = useMadeAt();
  const { columns } = say;
  if (rows.length === 0) return <p className={classes.none}>{say.none}</p>;
  return (
    <Table aria-label={say.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{columns.made}</Table.Th>
          <Table.Th scope="col">{columns.kind}</Table.Th>
          <Table.Th scope="col" className="gh-number">
            {columns.size}
          </Table.Th>
          <Table.Th scope="col">{columns.encrypted}</Table.Th>
          <Table.Th scope="col">
            <span className="gh-hidden">{columns.actions}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, at, kind, size, encrypted }) => (
          <Table.Tr key={name}>
            <Table.Td>
              <Moment at={at} show="exact" />
            </Table.Td>
            <Table.Td>{say.kinds[kind]}</Table.Td>
            <Table.Td className="gh-number">{say.size(size)}</Table.Td>
            <Table.Td>{encrypted ? say.yes : say.no}</Table.Td>
            <Table.Td className={classes.action}>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={say.restoreOf(madeAt(at))}
                onClick={() => restore({ name })}
              >
                {say.restore}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

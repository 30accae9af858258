import { Button, Table, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconHistory, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '#contract/index.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { Notice } from '../../components/Notice.tsx';
import classes from './Backups.module.css';
import { useMadeAt } from './use-made-at.ts';

const say = words.backups.preview;
type Held = OutputOf<'backups.inspect'>;
type Organization = Held['organizations'][number];

interface RestorePreviewProps {
  readonly held: Held;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Compares a backup with what is here now. If anything is here, a word has to be typed before it is replaced. */
export function RestorePreview({ held, busy, onCancel, onConfirm }: RestorePreviewProps) {
  const [typed, setTyped] = useState('');
  const madeAt = useMadeAt();
  const replaces = held.here.organizations.length > 0;
  const ready = !replaces || typed.trim().toUpperCase() === say.word;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation(); // the settings behind the dialog are a form, too
        if (ready && !busy) onConfirm();
      }}
    >
      <div className={classes.preview}>
        <p className={classes.text}>
          {say.made} <b>{madeAt(held.at)}</b>
        </p>
        <Comparison held={held} />
        <Notice kind={held.key === 'other' ? 'warn' : 'plain'} icon={<IconKey size={16} stroke={1.6} aria-hidden />}>
          {say.keys[held.key]}
        </Notice>
        <Notice kind="warn" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
          {say.after}
        </Notice>
        {replaces ? (
          <TextInput
            label={say.type(say.word)}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
        ) : null}
      </div>
      <DialogFooter>
        <Button variant="default" onClick={onCancel} disabled={busy} data-autofocus>
          {say.cancel}
        </Button>
        <Button
          type="submit"
          color="red"
          leftSection={<IconHistory size={16} stroke={1.6} aria-hidden />}
          disabled={!ready}
          loading={busy}
        >
          {say.confirm}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** One line for each organization in the backup, here, or both. */
function Comparison({ held }: { readonly held: Held }) {
  const ids = [...new Set([...held.organizations, ...held.here.organizations].map(({ id }) => id))];
  const inBackup = new Map(held.organizations.map((o) => [o.id, o]));
  const here = new Map(held.here.organizations.map((o) => [o.id, o]));
  return (
    <Table aria-label={say.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say.organization}</Table.Th>
          <Table.Th scope="col">
            <span className="gh-hidden">{say.when}</span>
          </Table.Th>
          {[say.people, say.pending, say.waiting].map((label) => (
            <Table.Th key={label} scope="col" className="gh-number">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ids.flatMap((id) => [
          <Line key={`${id} then`} when={say.inBackup} name={inBackup.get(id) ?? here.get(id)} of={inBackup.get(id)} />,
          ...(held.here.organizations.length > 0
            ? [<Line key={`${id} now`} when={say.now} name={undefined} of={here.get(id)} />]
            : []),
        ])}
      </Table.Tbody>
    </Table>
  );
}

interface LineProps {
  readonly when: string;
  readonly name: Organization | undefined;
  readonly of: Organization | undefined;
}

function Line({ when, name, of }: LineProps) {
  const numbers = [of?.people, of?.pending, of?.waiting];
  return (
    <Table.Tr>
      <Table.Td>{name ? (name.name ?? say.otherOrganization) : null}</Table.Td>
      <Table.Td className={`gh-dim ${classes.change}`}>{when}</Table.Td>
      {numbers.map((n, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: always the same three columns
        <Table.Td key={i} className="gh-number">
          {n === undefined ? say.nothing : words.format.number(n)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

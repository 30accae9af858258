import { Table } from '@mantine/core';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedBox } from '../../components/Guarded.tsx';
import classes from './Matrix.module.css';
import { extraRights, type ResourceSet, resourceSets, rightOf, withRight } from './rights.ts';

const say = words.roles.matrix;

interface MatrixProps {
  readonly role: string;
  readonly rights: readonly Permission[];
  /** Why nothing here can be changed. */
  readonly why: string | undefined;
  readonly onChange: (rights: Permission[]) => void;
}

/** What a role allows: resource sets by read and write, and the other rights below. */
export function Matrix({ role, rights, why, onChange }: MatrixProps) {
  const { may } = useSession();
  const held = new Set(rights);
  const box = (right: Permission, name: string) => (
    <GuardedBox
      // nobody can give a right they do not hold, but they can take it away
      why={why ?? (may(right) || held.has(right) ? undefined : say.notHeld)}
      name={name}
      checked={held.has(right)}
      onChange={(on) => onChange(withRight(rights, right, on))}
    />
  );
  const cell = (set: ResourceSet, deed: 'read' | 'write') => {
    const right = rightOf(set, deed);
    if (right) return box(right, say.box(say[deed], say.sets[set][0]));
    return (
      <span className="gh-dim" title={say.noWrite}>
        {words.common.none}
        <span className="gh-hidden">{say.noWrite}</span>
      </span>
    );
  };
  return (
    <Table className={classes.matrix} aria-label={say.label(role)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say.what}</Table.Th>
          <Table.Th scope="col" className={classes.box}>
            {say.read}
          </Table.Th>
          <Table.Th scope="col" className={classes.box}>
            {say.write}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {resourceSets.map((set) => (
          <Table.Tr key={set}>
            <What name={say.sets[set][0]} text={say.sets[set][1]} />
            <Table.Td className={classes.box}>{cell(set, 'read')}</Table.Td>
            <Table.Td className={classes.box}>{cell(set, 'write')}</Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th scope="colgroup" colSpan={3} className={classes.part}>
            {say.extra}
          </Table.Th>
        </Table.Tr>
        {extraRights.map((right) => (
          <Table.Tr key={right}>
            <What name={say.extras[right][0]} text={say.extras[right][1]} />
            <Table.Td colSpan={2} className={classes.box}>
              {box(right, say.extras[right][0])}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const What = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <Table.Th scope="row" className={classes.what}>
    <span className={classes.name}>{name}</span>
    <span className={classes.text}>{text}</span>
  </Table.Th>
);

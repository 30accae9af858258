import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { Choose } from '../invitations/Choose.tsx';
import classes from './BulkChange.module.css';
import type { Belonging } from './list-state.ts';
import type { FilterKey } from './scopes.ts';
import { useOptions } from './use-options.ts';

export interface Change {
  readonly add: number[];
  readonly remove: number[];
}

interface BulkChangeProps {
  readonly what: Belonging;
  readonly size: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (change: Change) => void;
}

const filterFor: Readonly<Record<Belonging, FilterKey>> = {
  roles: 'role',
  teams: 'team',
  groups: 'group',
  products: 'product',
  lines: 'line',
};
const numbers = (values: readonly string[]) => values.map(Number);

function Fields({ what, size, onClose, onConfirm }: Omit<BulkChangeProps, 'opened'>) {
  const [add, setAdd] = useState<readonly string[]>([]);
  const [take, setTake] = useState<readonly string[]>([]);
  const options = useOptions(filterFor[what], true) ?? [];
  const say = words.views.change;
  const label = words.views.deeds[what];
  const nothing = add.length + take.length === 0;
  return (
    <>
      <div className={classes.fields}>
        <Choose
          what={label}
          label={say.add}
          choices={options.filter((option) => !take.includes(option.value))}
          value={add}
          onChange={setAdd}
          data-autofocus
        />
        <Choose
          what={label}
          label={say.take}
          choices={options.filter(({ value }) => !add.includes(value)).map(({ value, label }) => ({ value, label }))}
          value={take}
          onChange={setTake}
        />
        <p className={classes.text}>{what === 'roles' ? say.rolesText : say.text}</p>
      </div>
      <DialogFooter facts={nothing ? say.nothing : null}>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button disabled={nothing} onClick={() => onConfirm({ add: numbers(add), remove: numbers(take) })}>
          {say.confirm(size)}
        </Button>
      </DialogFooter>
    </>
  );
}

/** What many people gain and lose: roles, teams, groups, products or lines. */
export function BulkChange({ what, size, opened, onClose, onConfirm }: BulkChangeProps) {
  const say = words.views.change;
  return (
    <Modal opened={opened} onClose={onClose} title={say.title(words.views.deeds[what], size)} size={520}>
      <Fields what={what} size={size} onClose={onClose} onConfirm={onConfirm} />
    </Modal>
  );
}

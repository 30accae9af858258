import { Button, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { words } from '../../app/words.ts';
import { FilterChoice } from './FilterChoice.tsx';
import classes from './Toolbar.module.css';

const { filters } = words.views;

interface FilterPopoverProps {
  readonly what: string;
  /** What the filter is set to; empty while it filters nothing. */
  readonly set: string;
  readonly width?: number;
  readonly children: ReactNode;
}

/** Dashed while it filters nothing; solid, with what it is set to, once it does. */
export function FilterPopover({ what, set, width = 264, children }: FilterPopoverProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={width}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className={classes.filter}
          data-set={set !== '' || undefined}
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {set === '' ? what : filters.one(what, set)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={what}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoiceProps {
  readonly what: string;
  readonly options: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly width?: number;
}

/** A filter whose values are chosen from a list. */
export function ChoiceFilter({ what, options, value, onChange, ...rest }: ChoiceProps) {
  const [only, ...others] = value;
  const label = options?.find((option) => option.value === only)?.label ?? only;
  const set = only === undefined ? '' : others.length > 0 ? words.format.number(value.length) : (label ?? '');
  return (
    <FilterPopover what={what} set={set} {...rest}>
      <FilterChoice what={what} options={options} value={value} onChange={onChange} />
    </FilterPopover>
  );
}

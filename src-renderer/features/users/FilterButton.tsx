import { Button, Popover, Tooltip } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { FilterChoice } from './FilterChoice.tsx';
import type { FilterKey } from './scopes.ts';
import classes from './Toolbar.module.css';
import { rightFor, useOptions } from './use-options.ts';

interface FilterButtonProps {
  readonly filter: FilterKey;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
}

const say = words.views.filters;

/** Dashed while it filters nothing; solid, with what it is set to, once it does. */
export function FilterButton({ filter, value, onChange, opened, onOpened }: FilterButtonProps) {
  const { may } = useSession();
  const right = rightFor(filter);
  const lacks = right && !may(right) ? right : undefined;
  const isSet = value.length > 0;
  const options = useOptions(filter, opened || isSet);
  const only = value.length === 1 ? options?.find((option) => option.value === value[0]) : undefined;
  const text = !isSet ? say[filter] : only ? say.one(say[filter], only.label) : say.several(say[filter], value.length);
  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-start" width={264} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Tooltip label={lacks ? words.desktop.denied.item(words.errors.rights[lacks]) : ''} disabled={!lacks}>
          <Button
            variant="default"
            size="xs"
            className={classes.filter}
            data-filter={filter}
            data-set={isSet || undefined}
            rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
            // the keyboard can still reach it, so that the reason can be read
            {...(lacks
              ? { 'data-disabled': true, 'aria-disabled': true }
              : { onClick: () => onOpened(!opened), 'aria-expanded': opened })}
          >
            {text}
          </Button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={say[filter]}>
        <FilterChoice what={say[filter]} options={options} value={value} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}

import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { foldName } from '#contract/fold.ts';
import { words } from '../../app/words.ts';
import classes from './Toolbar.module.css';
import type { Option } from './use-options.ts';

interface FilterChoiceProps {
  readonly what: string;
  readonly options: readonly Option[] | undefined;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** With more options than this, people search for a name rather than read all of them. */
const few = 7;
/** The most that are drawn; the search narrows them down. */
const most = 100;

/** The arrows move through the search and the boxes below it. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  event.preventDefault();
  next?.focus();
}

/** The values of one filter; several of them widen it. */
export function FilterChoice({ what, options, value, onChange }: FilterChoiceProps) {
  const [search, setSearch] = useState('');
  const say = words.views.filters;
  const wanted = foldName(search);
  const found = options?.filter((option) => foldName(option.label).includes(wanted)) ?? [];
  const toggle = (one: string) => onChange(value.includes(one) ? value.filter((v) => v !== one) : [...value, one]);
  return (
    <fieldset className={classes.choice} onKeyDown={walk} aria-label={what}>
      {options && options.length > few ? (
        <TextInput
          className={classes.find ?? ''}
          size="xs"
          data-autofocus
          aria-label={say.find(what)}
          placeholder={say.find(what)}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
        />
      ) : null}
      <div className={classes.options}>
        {found.slice(0, most).map((option) => (
          <Checkbox
            key={option.value}
            className={classes.option ?? ''}
            classNames={{ body: classes.optionBody ?? '', labelWrapper: classes.optionLabel ?? '' }}
            label={option.label}
            checked={value.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
        ))}
        {options && found.length === 0 ? (
          <p className={classes.nothing}>{options.length === 0 ? say.noneYet : say.nothingFound}</p>
        ) : null}
      </div>
      {value.length > 0 ? (
        <div className={classes.foot}>
          <Button variant="subtle" size="xs" onClick={() => onChange([])}>
            {say.clearOne}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

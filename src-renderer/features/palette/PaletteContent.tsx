import { UnstyledButton } from '@mantine/core';
import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useLayoutEffect } from 'react';
import { words } from '../../app/words.ts';
import { Hints } from './Hints.tsx';
import classes from './Palette.module.css';
import { closePalette, paletteStore, reach } from './store.ts';
import { type Doing, firstDeed, useGroups } from './use-groups.tsx';

const say = words.palette;
const listId = 'palette-list';
const optionId = (place: number) => `palette-option-${place}`;

/** Where a key leads: the arrows cycle through all options, `Mod+Enter` goes to the actions on the person. */
function placeBehind(event: KeyboardEvent, at: number, total: number, deeds: number | undefined): number | undefined {
  if (total === 0) return undefined;
  if (event.key === 'ArrowDown') return (at + 1) % total;
  if (event.key === 'ArrowUp') return (Math.max(at, 0) - 1 + total) % total;
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? deeds : undefined;
}

interface PaletteContentProps extends Doing {
  /** Takes what to do once the palette is gone. */
  readonly onChoose: (then: () => void) => void;
}

/** The field and the results. The arrows move through all groups; a screen reader reads the current option. */
export function PaletteContent({ onChoose, ...doing }: PaletteContentProps) {
  const { query, selected } = useSpotlight(paletteStore);
  const groups = useGroups(doing, query, selected);
  const first = groups[0]?.options[0]?.key;
  const total = groups.reduce((sum, { options }) => sum + options.length, 0);
  // new results start from the top
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed and found is what makes results new
  useLayoutEffect(() => reach(0), [query, first]);

  const move = (event: KeyboardEvent) => {
    const place = event.nativeEvent.isComposing ? undefined : placeBehind(event, selected, total, firstDeed(groups));
    if (place === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    reach(place);
    document.getElementById(optionId(place))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <Spotlight.Search
        role="combobox"
        aria-label={say.open}
        aria-expanded={total > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={selected >= 0 && selected < total ? optionId(selected) : undefined}
        placeholder={say.open}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        onKeyDownCapture={move}
        classNames={{ input: classes.input ?? '' }}
      />
      <Spotlight.ActionsList className={classes.list ?? ''}>
        <div id={listId} role="listbox" aria-label={say.results}>
          {groups.map(({ key, title, from, options }) => (
            // biome-ignore lint/a11y/useSemanticElements: options of a listbox belong in groups, not in a fieldset
            <div key={key} role="group" aria-label={title} className={classes.group}>
              <div className={classes.title} aria-hidden>
                {title}
              </div>
              {options.map((option, i) => (
                // Spotlight's own action drops the id, which the field must refer to
                <UnstyledButton
                  key={option.key}
                  data-action
                  tabIndex={-1}
                  id={optionId(from + i)}
                  role="option"
                  aria-selected={from + i === selected}
                  data-selected={from + i === selected || undefined}
                  className={classes.option ?? ''}
                  onMouseMove={() => from + i !== selected && reach(from + i)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    onChoose(option.run);
                    closePalette();
                  }}
                >
                  {option.label}
                </UnstyledButton>
              ))}
            </div>
          ))}
        </div>
        {total === 0 ? <Spotlight.Empty>{say.nothing}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
      <Hints />
    </>
  );
}

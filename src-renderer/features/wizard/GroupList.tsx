import { IconCheck } from '@tabler/icons-react';
import { type Ref, useImperativeHandle } from 'react';
import type { StructureRow } from '#contract/structure.ts';
import { words } from '../../app/words.ts';
import { OverflowText } from '../../components/OverflowText.tsx';
import { useVirtualList } from '../../components/use-virtual-list.ts';
import classes from './GroupList.module.css';

export interface GroupListHandle {
  readonly focus: () => void;
}

interface GroupListProps {
  readonly groups: readonly StructureRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (name: string) => void;
  /** What to say when there is nothing to list. */
  readonly quiet: string;
  readonly handle: Ref<GroupListHandle>;
}

/** Groups to tick. Only those in sight exist; arrows move, Space ticks. */
export function GroupList({ groups, chosen, onToggle, quiet, handle }: GroupListProps) {
  const say = words.wizard.groups;
  const { active, setActive, idOf, drawn, height, focus, list } = useVirtualList({
    count: groups.length,
    rows: 'tick',
    overscan: 8,
    onChoose: (index) => {
      const group = groups[index];
      if (group) onToggle(group.name);
    },
  });
  useImperativeHandle(handle, () => ({ focus }));
  return (
    <div className={classes.frame}>
      {groups.length === 0 ? <div className={classes.quiet}>{quiet}</div> : null}
      <div className={classes.scroll} role="listbox" aria-multiselectable aria-label={say.list} {...list}>
        <div className={classes.all} style={{ height: height }} role="presentation">
          {drawn.map(({ index, start, size }) => {
            const group = groups[index];
            if (!group) return null;
            const on = chosen.has(group.name);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the keyboard
              // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the active one
              <div
                key={group.id}
                id={idOf(index)}
                role="option"
                aria-selected={on}
                aria-posinset={index + 1}
                aria-setsize={groups.length}
                className={classes.row}
                data-active={index === active || undefined}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onClick={() => {
                  setActive(index);
                  onToggle(group.name);
                }}
              >
                <span className={classes.box} aria-hidden>
                  {on ? <IconCheck size={12} stroke={3} aria-hidden /> : null}
                </span>
                <OverflowText className={classes.name}>{group.name}</OverflowText>
                <span className={classes.people}>{say.people(group.members)}</span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

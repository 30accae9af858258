import { Button, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconX } from '@tabler/icons-react';
import { mostLinks } from '#contract/vocabulary/invitations.ts';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import { operations } from '../../app/operations.ts';
import { words } from '../../app/words.ts';
import { GuardedItem, useWhyNot } from '../../components/Guarded.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { type BulkKey, operationOf } from './bulk-deeds.ts';
import { useTier } from './columns.ts';
import { deedIcons } from './deed-icons.ts';
import type { PageScope } from './scopes.ts';
import classes from './Toolbar.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
const say = words.views;

interface DeedProps {
  readonly deed: BulkKey;
  /** How many are selected. */
  readonly size: number;
  readonly onDeed: (deed: BulkKey) => void;
}

/** Why the operator may not do it; the button stays visible and reachable, and says so. All bulk operations need a right. */
function useBar(deed: BulkKey, size: number) {
  const why = useWhyNot(operations[operationOf[deed]].needs as Permission);
  return why ?? (deed === 'links' && size > mostLinks ? say.links.tooMany(mostLinks) : undefined);
}

interface DeedButtonProps extends DeedProps {
  readonly last?: boolean;
  /** The main action of the list. */
  readonly first?: boolean;
  readonly bare: boolean;
}

function DeedButton({ deed, size, onDeed, last = false, first = false, bare }: DeedButtonProps) {
  const why = useBar(deed, size);
  const Icon = deedIcons[deed];
  return (
    <Tooltip label={why ?? say.deeds[deed]} disabled={!why && !bare}>
      <Button
        variant={first && !why ? 'filled' : 'subtle'}
        size="xs"
        className={classes.deed}
        data-first={first || undefined}
        data-last={last || undefined}
        aria-label={say.deeds[deed]}
        {...(bare ? {} : { leftSection: <Icon {...icon} /> })}
        {...(why ? { 'data-disabled': true, 'aria-disabled': true } : { onClick: () => onDeed(deed) })}
      >
        {bare ? <Icon {...icon} /> : say.deeds[deed]}
      </Button>
    </Tooltip>
  );
}

function DeedItem({ deed, size, onDeed }: DeedProps) {
  const Icon = deedIcons[deed];
  return (
    <GuardedItem why={useBar(deed, size)} icon={<Icon {...icon} />} onClick={() => onDeed(deed)}>
      {say.deeds[deed]}
    </GuardedItem>
  );
}

interface SelectionBarProps {
  readonly scope: PageScope;
  readonly size: number;
  /** How many match; null when all of them are selected. */
  readonly total: { readonly count: number; readonly least: boolean } | null;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly onDeed: (deed: BulkKey) => void;
}

/** How many are selected, and what can be done with them. */
export function SelectionBar({ scope, size, total, onAll, onClear, onDeed }: SelectionBarProps) {
  const bare = useTier() === 'narrow';
  const { selection } = say;
  return (
    <section className={classes.bar} aria-label={selection.label}>
      <span className={classes.count} role="status">
        {selection.selected(size)}
      </span>
      {total ? (
        <Button variant="subtle" size="xs" className={classes.deed} onClick={onAll}>
          {selection.all(total.count, total.least)}
        </Button>
      ) : null}
      <span className={classes.divider} />
      {scope.deeds.map((deed) => (
        <DeedButton key={deed} deed={deed} size={size} onDeed={onDeed} first={deed === scope.firstDeed} bare={bare} />
      ))}
      {scope.moreDeeds.length > 0 ? (
        <Menu position="bottom-start" width={180}>
          <Menu.Target>
            <Button variant="subtle" size="xs" className={classes.deed} aria-label={selection.more}>
              <IconDots {...icon} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {scope.moreDeeds.map((deed) => (
              <DeedItem key={deed} deed={deed} size={size} onDeed={onDeed} />
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <span className={classes.divider} />
      <DeedButton deed={scope.lastDeed} size={size} onDeed={onDeed} last bare={bare} />
      <span className={classes.close}>
        <IconButton label={selection.clear} keys="Escape" onClick={onClear}>
          <IconX {...icon} />
        </IconButton>
      </span>
    </section>
  );
}

import { Button, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { MailDeed } from '#contract/outbox.ts';
import { useNarrow } from '../../app/sizes.ts';
import { words } from '../../app/words.ts';
import { useWhyNot } from '../../components/Guarded.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import classes from '../users/Toolbar.module.css';
import { mailDeedIcons } from './mail-deed-looks.ts';

const say = words.outbox.page;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface SelectionBarProps {
  readonly size: number;
  /** How many match; null when all of them are selected. */
  readonly total: number | null;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly onDeed: (deed: MailDeed) => void;
}

/** How many messages are selected, and what can be done with them. */
export function SelectionBar({ size, total, onAll, onClear, onDeed }: SelectionBarProps) {
  const why = useWhyNot('mail:write');
  // beside the open message there is only room for icons
  const bare = !useNarrow();
  const button = (deed: MailDeed) => {
    const Icon = mailDeedIcons[deed];
    return (
      <Tooltip key={deed} label={why ?? say[deed]} disabled={!why && !bare}>
        <Button
          variant="subtle"
          size="xs"
          className={classes.deed}
          data-last={deed === 'cancel' || undefined}
          aria-label={say[deed]}
          {...(bare ? {} : { leftSection: <Icon {...icon} /> })}
          {...(why ? { 'data-disabled': true, 'aria-disabled': true } : { onClick: () => onDeed(deed) })}
        >
          {bare ? <Icon {...icon} /> : say[deed]}
        </Button>
      </Tooltip>
    );
  };
  return (
    <section className={classes.bar} aria-label={say.selection.label}>
      <span className={classes.count} role="status">
        {say.selection.selected(size)}
      </span>
      {total === null ? null : (
        <Button variant="subtle" size="xs" className={classes.deed} onClick={onAll}>
          {say.selection.all(total)}
        </Button>
      )}
      <span className={classes.divider} />
      {(['retry', 'hold', 'release'] as const).map(button)}
      <span className={classes.divider} />
      {button('cancel')}
      <span className={classes.close}>
        <IconButton label={say.selection.clear} keys="Escape" onClick={onClear}>
          <IconX {...icon} />
        </IconButton>
      </span>
    </section>
  );
}

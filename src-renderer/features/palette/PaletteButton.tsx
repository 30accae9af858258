import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { actionKeys } from '#contract/actions.ts';
import { words } from '../../app/words.ts';
import { Keys } from '../../components/Keys.tsx';
import classes from './Palette.module.css';
import { openPalette } from './store.ts';

/** Looks like a field, and opens the palette to type in. */
export const PaletteButton = () => (
  <UnstyledButton className={classes.open} aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={openPalette}>
    <IconSearch size={15} stroke={1.6} aria-hidden />
    <span className="gh-ellipsis">{words.palette.open}</span>
    <span aria-hidden>
      <Keys keys={actionKeys.palette} />
    </span>
  </UnstyledButton>
);

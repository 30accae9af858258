import { IconHelpCircle } from '@tabler/icons-react';
import { words } from '../../app/words.ts';
import { allPages } from '../help/pages.ts';
import { openHelp } from '../help/store.ts';
import type { Command } from './commands.ts';

/** Every page of the help, such as *Help: Guests*. */
export const helpPages: readonly Command[] = allPages.map((page) => ({
  id: `help ${page}`,
  label: words.palette.help(words.help.pages[page]),
  icon: IconHelpCircle,
  run: () => openHelp(page),
}));

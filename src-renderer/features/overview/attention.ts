import type { TablerIcon } from '@tabler/icons-react';

/** Something that needs attention now, with a link to where it can be dealt with. */
export interface Attention {
  readonly key: string;
  readonly icon: TablerIcon;
  readonly ink: 'bad' | 'warn' | 'dim';
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly href: string };
}

/** How many are named in one line. */
export const named = 3;

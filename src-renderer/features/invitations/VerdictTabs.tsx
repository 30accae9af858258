import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { JudgedEntry } from '#contract/invitations.ts';
import { words } from '../../app/words.ts';
import type { Counts } from './batch.ts';
import classes from './Paste.module.css';

const tabs = ['all', 'new', 'refused', 'skipped'] as const;
export type VerdictTab = (typeof tabs)[number];

const belongs: Readonly<Record<VerdictTab, (entry: JudgedEntry) => boolean>> = {
  all: () => true,
  new: (e) => e.verdict === 'new',
  refused: (e) => e.verdict === 'refused',
  skipped: (e) => e.verdict !== 'new' && e.verdict !== 'refused',
};

/** The entries that a tab shows. */
export const underTab = <E extends JudgedEntry>(entries: readonly E[], tab: VerdictTab): readonly E[] =>
  tab === 'all' ? entries : entries.filter(belongs[tab]);

interface VerdictTabsProps {
  readonly counts: Counts;
  readonly tab: VerdictTab;
  readonly onTab: (tab: VerdictTab) => void;
  /** What follows the toggles. */
  readonly children?: ReactNode;
}

/** Toggles above a list of verdicts, each with its count. */
export function VerdictTabs({ counts, tab, onTab, children }: VerdictTabsProps) {
  const { paste } = words.invitations;
  return (
    // biome-ignore lint/a11y/useSemanticElements: toggles that filter a list, not form fields
    <div className={classes.head} role="group" aria-label={paste.tabsLabel}>
      {tabs.map((name) => (
        <UnstyledButton key={name} className={classes.tab} aria-pressed={tab === name} onClick={() => onTab(name)}>
          {paste.tabs[name]}
          <span className={classes.count}>{words.format.number(counts[name])}</span>
        </UnstyledButton>
      ))}
      {children}
    </div>
  );
}

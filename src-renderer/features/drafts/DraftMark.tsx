import { IconCalendarClock, IconEyeCheck, IconPencil, type TablerIcon } from '@tabler/icons-react';
import type { DraftFacts, DraftState } from '#contract/drafts.ts';
import { words } from '../../app/words.ts';
import classes from './Drafts.module.css';

const say = words.drafts;
const looks: Readonly<Record<DraftState, readonly [TablerIcon, string]>> = {
  draft: [IconPencil, 'dim'],
  review: [IconEyeCheck, 'info'],
  scheduled: [IconCalendarClock, 'info'],
};

/** State of a draft: icon and word. */
export function DraftMark({ state, forYou }: Pick<DraftFacts, 'state' | 'forYou'>) {
  const [Icon, ink] = looks[state];
  return (
    <span className={classes.mark}>
      <Icon size={16} stroke={1.6} aria-hidden className={`gh-${forYou ? 'warn' : ink}`} />
      {forYou ? say.forYou : say.states[state]}
    </span>
  );
}

import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { words } from '../app/words.ts';
import { IconButton } from './IconButton.tsx';
import classes from './Pager.module.css';

interface PagerProps {
  /** Such as “1–50 of 486”. */
  readonly text: string;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

/** The foot of a list that is paged by key: the position, and two arrows. */
export function Pager({ text, onPrevious, onNext }: PagerProps) {
  const { pager } = words.users;
  return (
    <nav className={classes.pager} aria-label={pager.label}>
      <span className={classes.text} aria-live="polite">
        {text}
      </span>
      <IconButton label={pager.previous} disabled={!onPrevious} {...(onPrevious ? { onClick: onPrevious } : {})}>
        <IconChevronLeft size={16} stroke={1.6} aria-hidden />
      </IconButton>
      <IconButton label={pager.next} disabled={!onNext} {...(onNext ? { onClick: onNext } : {})}>
        <IconChevronRight size={16} stroke={1.6} aria-hidden />
      </IconButton>
    </nav>
  );
}

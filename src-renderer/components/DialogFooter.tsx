import type { ReactNode } from 'react';
import classes from './DialogFooter.module.css';

interface DialogFooterProps {
  /** Facts, on the left. */
  readonly facts?: ReactNode;
  /** Actions, on the right; the primary one last. */
  readonly children: ReactNode;
}

/** The foot of a dialog: hairline, facts left, actions right. Put it last inside a Modal with the usual padding of 20. */
export const DialogFooter = ({ facts, children }: DialogFooterProps) => (
  <div className={classes.footer}>
    <div className={classes.facts}>{facts}</div>
    {children}
  </div>
);

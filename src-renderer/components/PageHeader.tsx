import type { ReactNode } from 'react';
import { words } from '../app/words.ts';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** A number or short fact beside the title. */
  readonly count?: string | number | undefined;
  /** On the right; at most one filled button. */
  readonly children?: ReactNode;
}

/** Title of a page with its count, and its actions. */
export const PageHeader = ({ title, count, children }: PageHeaderProps) => (
  <div className={classes.header}>
    <h1 className={classes.title}>{title}</h1>
    {count === undefined ? null : (
      <span className={classes.count}>{typeof count === 'number' ? words.format.number(count) : count}</span>
    )}
    {children ? <div className={classes.actions}>{children}</div> : null}
  </div>
);

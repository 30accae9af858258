import type { ReactNode } from 'react';
import classes from './Notice.module.css';

export type NoticeKind = 'warn' | 'bad' | 'info' | 'ok' | 'plain';

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** The way out, on the right. */
  readonly action?: ReactNode;
}

/** One line on top of a page that stays true until something is done about it. */
export const Notice = ({ kind, icon, children, action }: NoticeProps) => (
  <div className={classes.notice} data-kind={kind} role="status">
    {icon}
    <div className={classes.text}>{children}</div>
    {action ? <div className={classes.action}>{action}</div> : null}
  </div>
);

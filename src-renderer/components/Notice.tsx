import type { ReactNode } from 'react';
import classes from './Notice.module.css';

export type NoticeKind = 'warn' | 'bad' | 'info' | 'ok' | 'plain';

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** What to do about it, on the right. */
  readonly action?: ReactNode;
}

/** One line at the top of a page, about something that stays true until somebody acts. */
export const Notice = ({ kind, icon, children, action }: NoticeProps) => (
  <div className={classes.notice} data-kind={kind} role="status">
    {icon}
    <div className={classes.text}>{children}</div>
    {action ? <div className={classes.action}>{action}</div> : null}
  </div>
);

import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type WordingKind, wordingKinds } from '#contract/vocabulary/wording.ts';
import { words } from '../../app/words.ts';
import classes from './WordingSettings.module.css';

const say = words.wording;

interface MailListProps {
  readonly at: string;
  readonly changed: ReadonlySet<WordingKind>;
  readonly children: ReactNode;
}

/** The mails, with a mark on those whose wording was changed, and below them the look of all mails. */
export const MailList = ({ at, changed, children }: MailListProps) => (
  <nav className={classes.list} aria-label={say.list}>
    {wordingKinds.map((kind) => (
      <Entry key={kind} to={kind} at={at} name={say.kinds[kind].name} mark={changed.has(kind)} />
    ))}
    <div className={classes.divider} />
    <Entry to="look" at={at} name={say.look.title} mark={false} />
    <div className={classes.language}>{children}</div>
  </nav>
);

interface EntryProps {
  readonly to: string;
  readonly at: string;
  readonly name: string;
  readonly mark: boolean;
}

const Entry = ({ to, at, name, mark }: EntryProps) => (
  <Link href={`/settings/wording/${to}`} className={classes.mail} aria-current={to === at ? 'page' : undefined}>
    {name}
    {mark ? <span className={classes.mark}>{say.changed}</span> : null}
  </Link>
);

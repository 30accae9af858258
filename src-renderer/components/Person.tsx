import { Badge } from '@mantine/core';
import { Link } from 'wouter';
import type { UserRow } from '#contract/users.ts';
import { words } from '../app/words.ts';
import { Initials } from './Initials.tsx';
import { OverflowText } from './OverflowText.tsx';
import classes from './Person.module.css';

interface PersonProps {
  readonly row: Pick<UserRow, 'name' | 'email' | 'kind'>;
  /** Where the name leads, by pointer; by keyboard, Enter on the row does the same. */
  readonly href?: string;
  /** The address is shown elsewhere. */
  readonly nameOnly?: boolean;
  /** Members other than users carry a tag. */
  readonly tagged?: boolean;
}

/** Mark, name above address, and the kind of member unless it is a user. */
export function Person({ row, href, nameOnly = false, tagged = true }: PersonProps) {
  const name = <OverflowText>{row.name || row.email}</OverflowText>;
  return (
    <span className={classes.who}>
      <Initials name={row.name || row.email} />
      <span className={classes.text}>
        <span className={classes.name}>
          {href === undefined ? (
            name
          ) : (
            <Link href={href} className={classes.link} tabIndex={-1}>
              {name}
            </Link>
          )}
          {row.kind === 'user' || !tagged ? null : (
            <Badge variant="light" className={classes.tag ?? ''}>
              {words.users.kinds[row.kind]}
            </Badge>
          )}
        </span>
        {row.name && !nameOnly ? <OverflowText className={classes.email}>{row.email}</OverflowText> : null}
      </span>
    </span>
  );
}

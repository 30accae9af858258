import { Badge } from '@mantine/core';
import type { UserRow } from '#contract/users.ts';
import { useNow } from '../../app/now.ts';
import { spanInWords } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { Initials } from '../../components/Initials.tsx';
import { Keys } from '../../components/Keys.tsx';
import { StatusMark } from '../../components/StateMark.tsx';
import { linkLeft } from '../users/link-left.ts';
import type { Command } from './commands.ts';
import classes from './Palette.module.css';

/** One line: icon, name, what it is, and the keys that do the same. */
export function CommandLabel({ command: { icon: Icon, label, note, keys } }: { readonly command: Command }) {
  return (
    <span className={classes.line}>
      <span className={classes.icon}>
        <Icon size={18} stroke={1.6} aria-hidden />
      </span>
      <span className={classes.name}>{label}</span>
      {note ? <span className={classes.note}>{note}</span> : null}
      {keys ? (
        <span className={classes.end} aria-hidden>
          <Keys keys={keys} />
        </span>
      ) : null}
    </span>
  );
}

/** One line: mark, name, address, kind, status and the time left for an open link. */
export function PersonLabel({ person }: { readonly person: UserRow }) {
  const { name, email, kind, status } = person;
  const { left, soon } = linkLeft(person, useNow());
  return (
    <span className={classes.line}>
      <span className={classes.icon}>
        <Initials name={name || email} />
      </span>
      <span className={classes.name}>{name || email}</span>
      {name ? <span className={classes.note}>{email}</span> : null}
      <span className={classes.end}>
        {kind === 'user' ? null : <Badge variant="light">{words.users.kinds[kind]}</Badge>}
        <StatusMark status={status} soon={soon} />
        {left === null ? null : (
          <span className={soon ? 'gh-warn' : 'gh-dim'}>{spanInWords(left, words.desktop.time)}</span>
        )}
      </span>
    </span>
  );
}

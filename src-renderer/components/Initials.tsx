import classes from './Initials.module.css';
import { initials } from './initials.ts';

/** The round mark before a person's name. Hidden from screen readers: the name follows. */
export const Initials = ({ name }: { readonly name: string }) => (
  <span className={classes.initials} aria-hidden>
    {initials(name)}
  </span>
);

import type { ComponentProps } from 'react';
import classes from './Tick.module.css';

/** Mantine's `Checkbox` for the rows of a list: it looks the same, but is one element instead of seven. */
export const Tick = (props: Omit<ComponentProps<'input'>, 'type' | 'className'>) => (
  <input type="checkbox" className={`${classes.tick} mantine-focus-auto`} {...props} />
);

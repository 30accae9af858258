import { Kbd } from '@mantine/core';
import { words } from '../app/words.ts';
import classes from './Keys.module.css';

const isMac = /Mac/.test(navigator.platform);
const named = (key: string) => {
  const { names } = words.help;
  return (key === 'Mod' && isMac ? names.ModMac : names[key]) ?? key;
};

/** Keys as they are printed on the keyboard: `Mod+I`, or one after the other: `G U`. */
export const Keys = ({ keys }: { readonly keys: string }) => (
  <span className={classes.keys}>
    {keys.split(/[ +]/).map((key) => (
      <Kbd key={key}>{named(key)}</Kbd>
    ))}
  </span>
);

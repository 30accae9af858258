import { words } from '../../app/words.ts';
import { Keys } from '../../components/Keys.tsx';
import classes from './Palette.module.css';

/** The palette's own keys, below what was found. */
export function Hints() {
  const { hints } = words.palette;
  return (
    <div className={classes.hints} aria-hidden>
      <span className={classes.hint}>
        <Keys keys="ArrowUp ArrowDown" /> {hints.choose}
      </span>
      <span className={classes.hint}>
        <Keys keys="Enter" /> {hints.open}
      </span>
      <span className={classes.hint}>
        <Keys keys="Mod+Enter" /> {hints.actions}
      </span>
      <span className={`${classes.hint} ${classes.last}`}>
        <Keys keys=">" /> {hints.onlyActions}
      </span>
    </div>
  );
}

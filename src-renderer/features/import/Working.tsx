import { Button } from '@mantine/core';
import { words } from '../../app/words.ts';
import classes from './Import.module.css';

interface WorkingProps {
  readonly text: string;
  readonly onCancel: () => void;
}

/** A footer that says what is going on, with a button to cancel it. */
export const Working = ({ text, onCancel }: WorkingProps) => (
  <div className={classes.footer}>
    <span className={classes.facts} role="status">
      {text}
    </span>
    <Button variant="default" onClick={onCancel}>
      {words.common.cancel}
    </Button>
  </div>
);

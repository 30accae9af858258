import { Button } from '@mantine/core';
import { words } from '../../app/words.ts';
import classes from './Import.module.css';

interface WorkingProps {
  readonly text: string;
  readonly onCancel: () => void;
}

/** A foot that says what goes on, and lets it be cancelled. */
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

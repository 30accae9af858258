import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { words } from '../app/words.ts';
import classes from './undo-toast.module.css';

/** Says in the corner what happened and offers to undo it; disappears after six seconds. */
export const toastWithUndo = (message: string, undo: () => void): void =>
  toastWithWay(message, words.desktop.undo, undo);

/** The same with another action to offer. */
export function toastWithWay(message: string, label: string, act: () => void): void {
  const id = notifications.show({
    autoClose: 6000,
    color: 'green',
    message: (
      <span className={classes.line}>
        <span className={classes.text}>{message}</span>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            act();
          }}
        >
          {label}
        </Button>
      </span>
    ),
  });
}

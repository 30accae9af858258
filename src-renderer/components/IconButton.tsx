import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import classes from './IconButton.module.css';
import { Keys } from './Keys.tsx';

interface IconButtonProps {
  readonly label: string;
  /** Shown in the tooltip beside the label. */
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly variant?: string;
  readonly size?: number;
  readonly onClick?: () => void;
  readonly tabIndex?: number;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of one icon, 28 high, with its name for ear and pointer. */
export function IconButton({ label, keys, children, variant = 'subtle', size = 28, ...rest }: IconButtonProps) {
  return (
    <Tooltip
      label={
        <span className={classes.label}>
          {label}
          {keys ? <Keys keys={keys} /> : null}
        </span>
      }
    >
      <ActionIcon aria-label={label} variant={variant} size={size} className={classes.button} {...rest}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import classes from './IconButton.module.css';
import { Keys } from './Keys.tsx';

type ButtonProps = ActionIconProps & Omit<ComponentProps<'button'>, keyof ActionIconProps>;

interface IconButtonProps extends ButtonProps {
  readonly label: string;
  /** Shown in the tooltip beside the label. */
  readonly keys?: string;
  readonly children: ReactNode;
}

/** A button with only an icon, 28 high; its name is read out and shown on hover. */
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

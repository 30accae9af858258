import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ComponentProps } from 'react';
import classes from './RowAction.module.css';

/**
 * Mantine's `ActionIcon` for the rows of a list: it looks the same, but brings no variables of its own, of which the
 * browser keeps a copy for each button.
 */
export const RowAction = ({ className = '', ...rest }: UnstyledButtonProps & ComponentProps<'button'>) => (
  <UnstyledButton className={`${classes.action} mantine-active ${className}`} {...rest} />
);

import { Button, type ButtonProps, Checkbox, Menu, Switch, Tooltip } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import { useSession } from '../app/session.ts';
import { words } from '../app/words.ts';
import classes from './Guarded.module.css';
import { Keys } from './Keys.tsx';

/** Why the operator may not do something, naming the missing right; undefined when they may. */
export function useWhyNot(right: Permission): string | undefined {
  const { may } = useSession();
  return may(right) ? undefined : words.desktop.denied.item(words.errors.rights[right]);
}

interface Guarded {
  /** Why the control is off; undefined when it is on. */
  readonly why: string | undefined;
}

/** A reason may take a sentence or two. */
const reason = { multiline: true, maw: 300 } as const;

/** Looks off and is read out as off, but pointer and keyboard can reach it, so that the reason can be read. */
const off = { 'data-disabled': true, 'aria-disabled': true } as const;

type GuardedButtonProps = Guarded & ButtonProps & Omit<ComponentProps<'button'>, keyof ButtonProps>;

export function GuardedButton({ why, onClick, type = 'button', ...rest }: GuardedButtonProps) {
  return (
    <Tooltip label={why ?? ''} disabled={!why} {...reason}>
      <Button
        {...rest}
        // a button that is off must not submit a form
        type={why ? 'button' : type}
        {...(why ? off : onClick ? { onClick } : {})}
      />
    </Tooltip>
  );
}

interface GuardedItemProps extends Guarded {
  readonly icon: ReactNode;
  readonly keys?: string;
  /** In red: cannot be undone. */
  readonly grave?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function GuardedItem({ why, icon, keys, grave = false, onClick, children }: GuardedItemProps) {
  return (
    <Tooltip label={why ?? ''} disabled={!why} position="left" openDelay={0} {...reason}>
      <Menu.Item
        leftSection={icon}
        rightSection={keys ? <Keys keys={keys} /> : null}
        {...(grave && !why ? { style: { color: 'var(--gh-bad)' } } : {})}
        // the arrow keys still reach it, so that its tooltip can be read
        {...(why ? { 'aria-disabled': true, closeMenuOnClick: false } : { onClick })}
      >
        {children}
      </Menu.Item>
    </Tooltip>
  );
}

interface GuardedBoxProps extends Guarded {
  /** Only read out; nothing is shown beside the box. */
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A checkbox in a matrix, where row and column say what it is for. */
export function GuardedBox({ why, name, checked, onChange }: GuardedBoxProps) {
  return (
    <Tooltip label={why ?? ''} disabled={!why}>
      <Checkbox
        aria-label={name}
        checked={checked}
        onChange={(event) => {
          if (!why) onChange(event.currentTarget.checked);
        }}
        className={classes.box ?? ''}
        {...(why ? { 'aria-disabled': true, 'data-off': true } : {})}
      />
    </Tooltip>
  );
}

interface GuardedSwitchProps extends Guarded {
  readonly label: string;
  readonly description: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A switch that says why it is off rather than hiding from the keyboard. */
export function GuardedSwitch({ why, label, description, checked, disabled = false, onChange }: GuardedSwitchProps) {
  return (
    <Tooltip label={why ?? ''} disabled={!why} position="top-start" multiline maw={320} refProp="rootRef">
      <Switch
        label={label}
        description={description}
        checked={checked}
        disabled={disabled}
        onChange={(event) => {
          if (!why) onChange(event.currentTarget.checked);
        }}
        className={classes.box ?? ''}
        {...(why ? { 'aria-disabled': true, 'data-off': true } : {})}
      />
    </Tooltip>
  );
}

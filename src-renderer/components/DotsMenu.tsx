import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { RowAction } from './RowAction.tsx';

/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface DotsMenuProps {
  readonly label: string;
  readonly opened: boolean;
  /** Where the row was right-clicked; without it, the menu opens at the dots. */
  readonly at?: Point | undefined;
  readonly onChange: (opened: boolean) => void;
  readonly width?: number;
  /** Items of the menu. */
  readonly children: ReactNode;
}

/** The three dots at the end of a row. The menu itself exists only while it is open: a list has many rows. */
export function DotsMenu(props: DotsMenuProps) {
  if (props.opened) return <OpenMenu {...props} />;
  return (
    <RowAction
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded={false}
      tabIndex={-1}
      onClick={() => props.onChange(true)}
    >
      <IconDots size={16} stroke={1.6} aria-hidden />
    </RowAction>
  );
}

function OpenMenu({ label, at, onChange, width = 220, children }: DotsMenuProps) {
  // a menu that is open from the start does not take the focus
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(true), []);
  return (
    <Menu position={at ? 'bottom-start' : 'bottom-end'} width={width} opened={shown} onChange={onChange}>
      {at ? (
        <>
          <RowAction aria-label={label} tabIndex={-1}>
            <IconDots size={16} stroke={1.6} aria-hidden />
          </RowAction>
          <Menu.Target>
            <UnstyledButton aria-label={label} tabIndex={-1} pos="fixed" left={at.x} top={at.y} w={0} h={0} />
          </Menu.Target>
        </>
      ) : (
        <Menu.Target>
          <RowAction aria-label={label} tabIndex={-1}>
            <IconDots size={16} stroke={1.6} aria-hidden />
          </RowAction>
        </Menu.Target>
      )}
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** The same beside a page's title, for less frequent actions. */
export const DotsButton = ({ label, children }: Pick<DotsMenuProps, 'label' | 'children'>) => (
  <Menu position="bottom-end" width={220}>
    <Menu.Target>
      <ActionIcon aria-label={label} variant="default" size={32}>
        <IconDots size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>{children}</Menu.Dropdown>
  </Menu>
);

import { useState } from 'react';
import type { Point } from './DotsMenu.tsx';

export interface RowMenuState {
  readonly isOpen: (id: number) => boolean;
  /** Where the row was right-clicked; undefined: the menu opens at its dots. */
  readonly at: Point | undefined;
  readonly change: (id: number, index: number, opened: boolean, at?: Point) => void;
  readonly openByKey: (id: number, index: number) => void;
}

/** Which row of a list has its menu open. Closed, the menu leaves the focus on its row. */
export function useRowMenu(focusRow: (index: number) => void): RowMenuState {
  const [open, setOpen] = useState<{ readonly id: number; readonly at: Point | undefined } | null>(null);
  const change = (id: number, index: number, opened: boolean, at?: Point) => {
    setOpen(opened ? { id, at } : null);
    // the menu gives the focus back to where it was
    if (!opened || at) focusRow(index);
  };
  return {
    isOpen: (id) => open?.id === id,
    at: open?.at,
    change,
    openByKey: (id, index) => {
      // a menu that appears during the key press takes the rest of it for a click outside, and closes
      setTimeout(() => change(id, index, true));
    },
  };
}

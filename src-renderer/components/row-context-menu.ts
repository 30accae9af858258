import type { MouseEvent } from 'react';
import type { Point } from './DotsMenu.tsx';

/**
 * For a row with a menu: the other button of the mouse opens it where it was clicked. Fields, addresses that lead out of the
 * window and text that is marked keep the system's own menu. Keys have entries of their own for it (`ContextMenu`, `Shift+F10`).
 */
export const rowContextMenu = (open: (at: Point) => void) => (event: MouseEvent) => {
  const { target, clientX: x, clientY: y } = event;
  if (!(target instanceof Element) || !event.currentTarget.contains(target)) return;
  if (target.closest('input:not([type="checkbox"]), textarea, a[href]:not([href^="#"])')) return;
  if (getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  open({ x, y });
};

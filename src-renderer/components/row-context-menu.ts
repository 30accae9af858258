import type { MouseEvent } from 'react';
import type { Point } from './DotsMenu.tsx';

/**
 * Right-clicking a row opens its menu at the pointer. Fields, addresses that lead out of the window and selected text keep
 * the system's menu. The keyboard's ways to it (`ContextMenu`, `Shift+F10`) are handled elsewhere.
 */
export const rowContextMenu = (open: (at: Point) => void) => (event: MouseEvent) => {
  const { target, clientX: x, clientY: y } = event;
  if (!(target instanceof Element) || !event.currentTarget.contains(target)) return;
  if (target.closest('input:not([type="checkbox"]), textarea, a[href]:not([href^="#"])')) return;
  if (getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  open({ x, y });
};

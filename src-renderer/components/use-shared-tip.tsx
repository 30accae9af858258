import { Tooltip } from '@mantine/core';
import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react';

/** In ms, as for all tooltips (theme-components.ts). */
const delay = 300;

/**
 * One tooltip shared by all controls in an element that have a `data-tip`: a tooltip per row would slow a list down.
 * @returns the listeners for the element, and the tooltip, which may be placed anywhere
 */
export function useSharedTip() {
  const [shown, setShown] = useState<HTMLElement | null>(null);
  const meant = useRef<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const mean = (element: HTMLElement | null) => {
    if (element === meant.current) return;
    meant.current = element;
    clearTimeout(timer.current);
    setShown(null);
    if (element) timer.current = setTimeout(() => setShown(element), delay);
  };
  const begin = ({ target }: SyntheticEvent) =>
    mean(target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null);
  const end = () => mean(null);

  const tip: ReactNode = shown?.isConnected ? <Tooltip target={shown} opened label={shown.dataset.tip} /> : null;
  return { heard: { onPointerOver: begin, onPointerLeave: end, onPointerDown: end, onFocus: begin, onBlur: end }, tip };
}

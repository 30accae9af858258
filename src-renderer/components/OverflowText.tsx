import type { PointerEvent } from 'react';

interface OverflowTextProps {
  readonly children: string;
  readonly className?: string | undefined;
}

/** A tooltip component per cell would slow a list down: the system's own is set on demand. */
function tellWhatIsCut({ currentTarget: element }: PointerEvent<HTMLElement>) {
  if (element.scrollWidth > element.clientWidth) element.title = element.textContent;
  else element.removeAttribute('title');
}

/** One line, cut with an ellipsis where it does not fit; hovering shows all of it. */
export const OverflowText = ({ children, className = '' }: OverflowTextProps) => (
  <span className={`gh-ellipsis ${className}`} onPointerEnter={tellWhatIsCut}>
    {children}
  </span>
);

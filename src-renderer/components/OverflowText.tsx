import type { PointerEvent } from 'react';

interface OverflowTextProps {
  readonly children: string;
  readonly className?: string | undefined;
}

/** A tooltip of its own for each cell would cost a list much of its time: the system's is put in place on demand. */
function tellWhatIsCut({ currentTarget: element }: PointerEvent<HTMLElement>) {
  if (element.scrollWidth > element.clientWidth) element.title = element.textContent;
  else element.removeAttribute('title');
}

/** One line that ends in an ellipsis; what was cut is shown on hover. */
export const OverflowText = ({ children, className = '' }: OverflowTextProps) => (
  <span className={`gh-ellipsis ${className}`} onPointerEnter={tellWhatIsCut}>
    {children}
  </span>
);

import { Tooltip } from '@mantine/core';
import { useRef, useState } from 'react';

interface OverflowTextProps {
  readonly children: string;
  readonly className?: string | undefined;
}

/** One line that ends in an ellipsis; what was cut is shown on hover. */
export function OverflowText({ children, className }: OverflowTextProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const [cut, setCut] = useState(false);
  const look = () => setCut(ref.current !== null && ref.current.scrollWidth > ref.current.clientWidth);
  return (
    <Tooltip label={children} disabled={!cut} multiline maw={420}>
      <span ref={ref} className={`gh-ellipsis ${className ?? ''}`} onPointerEnter={look}>
        {children}
      </span>
    </Tooltip>
  );
}

import type { MouseEvent } from 'react';

/** Links, buttons and an open menu in a row handle their own clicks, which do not open the row. */
export const onControl = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('[role="menu"],a,button') !== null;

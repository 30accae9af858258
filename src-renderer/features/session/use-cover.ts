import { useEffect, useState } from 'react';

/**
 * An opaque dialog over the whole window. While it is there, all else, dialogs and messages included, is inert: neither
 * reached by keyboard nor read out; and no key that is pressed in it reaches the shortcuts below.
 * @returns the element; focus goes back to where it was when the cover is gone
 */
export function useCover(label: string): HTMLElement {
  const [cover] = useState(() => {
    const element = document.createElement('div');
    element.dataset.cover = '';
    element.tabIndex = -1; // a click beside the fields leaves the focus in here
    element.role = 'dialog';
    element.ariaModal = 'true';
    element.ariaLabel = label;
    return element;
  });
  useEffect(() => {
    const before = document.activeElement;
    const others = [...document.body.children].filter((element) => element instanceof HTMLElement && !element.inert);
    const setInert = (inert: boolean) => {
      for (const element of others as HTMLElement[]) element.inert = inert;
    };
    const keep = (event: KeyboardEvent) => event.stopPropagation();
    // Mantine's dialogs hear Escape before anybody can stop it, but for what carries this sign
    const sign = ({ target }: FocusEvent) =>
      target instanceof HTMLElement && target.setAttribute('data-mantine-stop-propagation', 'true');
    setInert(true);
    cover.addEventListener('keydown', keep);
    cover.addEventListener('focusin', sign);
    document.body.append(cover);
    cover.querySelector('input')?.focus();
    return () => {
      cover.removeEventListener('keydown', keep);
      cover.removeEventListener('focusin', sign);
      cover.remove();
      setInert(false);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [cover]);
  return cover;
}

import { useEffect, useState } from 'react';

/**
 * An opaque dialog over the whole window. While it is there, everything else, including dialogs and messages, is inert:
 * neither reachable by keyboard nor read out; and no key pressed in it reaches the shortcuts below.
 * @returns the element; the focus returns to where it was when the cover is gone
 */
export function useCover(label: string): HTMLElement {
  const [cover] = useState(() => {
    const element = document.createElement('div');
    element.dataset.cover = '';
    element.tabIndex = -1; // so that a click beside the fields keeps the focus in here
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
    // Mantine's dialogs hear Escape before anybody can stop it, except on elements with this attribute
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

import { Spotlight } from '@mantine/spotlight';
import { useRef } from 'react';
import { words } from '../../app/words.ts';
import { useDeeds } from '../users/use-deeds.tsx';
import classes from './Palette.module.css';
import { PaletteContent } from './PaletteContent.tsx';
import { focusOpener, paletteStore } from './store.ts';

/**
 * One field for people, pages and actions. What is chosen runs once the palette has closed and returned the focus, so that
 * a dialog it opens will return it to the same place.
 */
export function Palette() {
  const chosen = useRef<(() => void) | null>(null);
  const { run, dialog } = useDeeds();
  const perform = () => {
    const then = chosen.current;
    chosen.current = null;
    if (!then) return;
    focusOpener();
    then();
  };
  return (
    <>
      <Spotlight.Root
        store={paletteStore}
        lockScroll={false}
        shortcut={null}
        attributes={{ content: { 'aria-label': words.palette.label } }}
        size={640}
        yOffset={96}
        centered={false}
        radius="lg"
        overlayProps={{ backgroundOpacity: 0.38, blur: 0 }}
        transitionProps={{ transition: 'fade', duration: 120, onExited: perform }}
        classNames={{ body: classes.body ?? '' }}
      >
        <PaletteContent
          onDeed={run}
          onChoose={(then) => {
            chosen.current = then;
          }}
        />
      </Spotlight.Root>
      {dialog}
    </>
  );
}

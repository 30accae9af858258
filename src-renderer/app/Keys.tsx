import { useEffect, useRef } from 'react';
import { desktop } from './api.ts';
import { go } from './location.ts';
import { useQueryOf } from './queries.ts';
import { layerIsOpen, useShortcuts } from './shortcuts.ts';
import { byKeys, useDeeds } from './use-deeds.ts';

/** What works everywhere in the console: by key, from the native menu, and from the tray, which leads to pages. */
export function Keys() {
  const deeds = useDeeds();
  useShortcuts(byKeys(deeds));
  const latest = useRef(deeds);
  latest.current = deeds;
  const locked = useQueryOf('session.state', {}).data?.stage === 'locked';
  const able = locked ? '' : Object.keys(deeds).join();
  useEffect(() => void desktop.tell({ actions: able.split(',').filter(Boolean) as (keyof typeof deeds)[] }), [able]);
  useEffect(() => () => void desktop.tell({ actions: [] }), []);
  useEffect(
    () =>
      window.gatehouse.onAsked((asked) => {
        if ('href' in asked) go(asked.href);
        else if ('action' in asked && !layerIsOpen()) latest.current[asked.action]?.();
      }),
    [],
  );
  return null;
}

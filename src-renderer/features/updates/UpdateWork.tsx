import { useEffect } from 'react';
import { setWork } from '../../app/work.ts';
import { useUpdates } from './store.ts';

/** Shows a download in the taskbar. */
export function UpdateWork() {
  const state = useUpdates();
  const done = state?.at === 'downloading' ? state.received : null;
  const total = state?.offer?.bytes ?? null;
  useEffect(() => {
    setWork('update', done === null ? undefined : { done, total, state: 'running' });
  }, [done, total]);
  return null;
}

import { usePreference } from '../../app/preferences.ts';
import { words } from '../../app/words.ts';
import { useUpdates } from './store.ts';

/** Says on one line whether Gatehouse looks for newer versions, and where. */
export function UpdatesShort() {
  const state = useUpdates();
  const wanted = usePreference('updates');
  const { updates: say } = words;
  if (!state) return null;
  if (state.host === null) return state.off === 'demo' ? say.demo : say.noFeedShort;
  return wanted ? say.on(state.host) : say.off(state.host);
}

import { useEffect } from 'react';
import { useAttention } from '../features/overview/use-attention.ts';
import { desktop } from './api.ts';
import { usePreference } from './preferences.ts';
import { useQueryOf } from './queries.ts';
import { useSession } from './session.ts';

/** Tells the tray what needs attention according to the overview: only titles, which name nobody. */
export function TrayWatch() {
  const wanted = usePreference('tray') === true;
  const { may } = useSession();
  const locked = useQueryOf('session.state', {}).data?.stage === 'locked';
  return wanted && !locked && may('users:read') ? <Due /> : null;
}

function Due() {
  const due = useAttention().map(({ title, action }) => ({ title, href: action.href }));
  const told = JSON.stringify(due);
  useEffect(() => void desktop.tell({ due: JSON.parse(told) }), [told]);
  useEffect(() => () => void desktop.tell({ due: null }), []);
  return null;
}

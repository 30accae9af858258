import { use } from 'react';
import { useNow } from '../../app/now.ts';
import { SessionContext } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { ownTimeZone } from '../session/time-zones.ts';

/** Says when a backup was made: in the organization's zone, or in this computer's before an organization is open. */
export function useMadeAt(): (at: number) => string {
  const now = useNow();
  const zone = use(SessionContext)?.place.timeZone ?? ownTimeZone();
  return (at) => dateAndTime(at, now, zone, words.desktop.time);
}

import { useNow } from '../app/now.ts';
import { useSession } from '../app/session.ts';
import { agoInWords, dateAndTime, isFar, shortDate } from '../app/time.ts';
import { words } from '../app/words.ts';

interface MomentProps {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `ago`: relative. `exact`: date and time, or only the date when far away. Hovering shows all, in the organization's zone. */
  readonly show: 'ago' | 'exact';
}

/** A past or future instant that keeps itself up to date. */
export function Moment({ at, show }: MomentProps) {
  const now = useNow();
  const { timeZone } = useSession().place;
  const { time } = words.desktop;
  // the minute's tick may lag behind what has just happened
  const near = show === 'ago' ? Math.max(now, at) : now;
  const exact = dateAndTime(at, near, timeZone, time);
  const shown =
    show === 'ago' ? agoInWords(at, near, timeZone, time) : isFar(at, now) ? shortDate(at, now, timeZone, time) : exact;
  return (
    <time dateTime={new Date(at).toISOString()} title={`${exact} (${timeZone})`}>
      {shown}
    </time>
  );
}

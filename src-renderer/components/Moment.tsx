import { useNow } from '../app/now.ts';
import { useSession } from '../app/session.ts';
import { agoInWords, dateAndTime, isFar, shortDate } from '../app/time.ts';
import { words } from '../app/words.ts';

interface MomentProps {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `ago`: relative. `exact`: date and time, far away the date alone. In full on hover, in the organization's zone. */
  readonly show: 'ago' | 'exact';
}

/** A past or coming instant that keeps itself right. */
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

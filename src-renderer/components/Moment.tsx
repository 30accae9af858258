import { Tooltip } from '@mantine/core';
import { useNow } from '../app/now.ts';
import { useSession } from '../app/session.ts';
import { agoInWords, dateAndTime } from '../app/time.ts';
import { words } from '../app/words.ts';

interface MomentProps {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `ago`: relative, exact on hover. `exact`: date and time in the organization's zone. */
  readonly show: 'ago' | 'exact';
}

/** A past or coming instant that keeps itself right. */
export function Moment({ at, show }: MomentProps) {
  const now = useNow();
  const { timeZone } = useSession().place;
  const { time } = words.desktop;
  const exact = dateAndTime(at, Math.max(now, at), timeZone, time);
  return (
    <Tooltip label={show === 'ago' ? `${exact} (${timeZone})` : time.zone(timeZone)}>
      <time dateTime={new Date(at).toISOString()}>
        {show === 'ago' ? agoInWords(at, Math.max(now, at), timeZone, time) : dateAndTime(at, now, timeZone, time)}
      </time>
    </Tooltip>
  );
}

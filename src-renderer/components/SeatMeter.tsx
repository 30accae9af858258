import type { OutputOf } from '#contract/index.ts';
import { words } from '../app/words.ts';
import classes from './SeatMeter.module.css';

export type Seats = OutputOf<'organizations.seats'>;

/** How many seats are taken: by active people, and by invitations that can still be accepted. */
export const takenOf = (seats: Seats) => seats.used + seats.pending;

/** In one sentence, for tooltips and screen readers. */
export function seatsInWords(seats: Seats): string {
  const { seats: say } = words;
  if (seats.limit === null) return say.noLimit(takenOf(seats));
  return [say.of(takenOf(seats), seats.limit), ...partsInWords(seats)].join(say.separator);
}

function partsInWords({ used, pending, free }: Seats): readonly string[] {
  const { seats: say } = words;
  return [say.active(used), ...(pending > 0 ? [say.pending(pending)] : []), ...(free === null ? [] : [say.free(free)])];
}

/** The seats of the licence: a bar of active and pending ones, with the numbers below. */
export function SeatMeter({ seats }: { readonly seats: Seats }) {
  const { seats: say } = words;
  const taken = takenOf(seats);
  const { limit, used, pending } = seats;
  if (limit === null) {
    return (
      <div className={classes.meter}>
        <span className={classes.title}>{say.title}</span>
        <span className={classes.parts}>{say.noLimit(taken)}</span>
      </div>
    );
  }
  // over the limit, after it was lowered: the bar is full but keeps its proportions
  const whole = Math.max(limit, taken);
  return (
    <div className={classes.meter}>
      <div className={classes.head}>
        <span className={classes.title}>{say.title}</span>
        <span className="gh-dim">{say.of(taken, limit)}</span>
      </div>
      <div className={classes.bar} aria-hidden>
        <span className={classes.used} style={{ width: `${(100 * used) / whole}%` }} />
        <span className={classes.pending} style={{ width: `${(100 * pending) / whole}%` }} />
      </div>
      <span className={classes.parts} data-out={seats.free === 0 || undefined}>
        {partsInWords(seats).map((part, i, all) => (
          <span key={part} className={classes.part}>
            {i < all.length - 1 ? `${part}${say.separator}` : part}
          </span>
        ))}
      </span>
    </div>
  );
}

export interface IdleLockOptions {
  /** Minutes without input until it locks; 0 is never. Asked each time, because it is a preference. */
  readonly minutes: () => number;
  readonly now: () => number;
  readonly lock: () => void;
}

/** Locks the window once when nobody has touched it for long, or when the computer sleeps or locks its screen. */
export function createIdleLock({ minutes, now, lock }: IdleLockOptions) {
  let touchedAt = now();
  let locked = false;
  const lockOnce = () => {
    if (locked) return;
    locked = true;
    lock();
  };
  return {
    /** Keys and pointer in the window. */
    touched() {
      touchedAt = now();
      locked = false;
    },
    /** Checks the clock; called now and then, since a timer stands still while the computer sleeps. */
    check() {
      const wait = minutes() * 60_000;
      if (wait > 0 && now() - touchedAt >= wait) lockOnce();
    },
    /** The computer goes to sleep, or its screen is locked. */
    away() {
      if (minutes() > 0) lockOnce();
    },
  };
}

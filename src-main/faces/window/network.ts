import { net } from 'electron';

/** The system tells of no change by itself. */
const pollMilliseconds = 2000;

/** Tells whether the system has a network, now and at every change. @returns how to stop */
export function watchNetwork(tell: (online: boolean) => void): () => void {
  let last: boolean | undefined;
  const look = () => {
    const now = net.isOnline();
    if (now !== last) tell(now);
    last = now;
  };
  look();
  const timer = setInterval(look, pollMilliseconds);
  return () => clearInterval(timer);
}

import { net } from 'electron';

/** The system does not announce changes. */
const pollMilliseconds = 2000;

/** Tells whether the system has a network, now and at every change. @returns what stops it */
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

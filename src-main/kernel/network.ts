/** What the system says of the network. It may be wrong: nothing is refused because of it. */
export interface Network {
  readonly online: () => boolean;
  /** Tells when the network comes back. @returns how to stop listening */
  readonly onBack: (listener: () => void) => () => void;
}

/** Where nobody tells: then only what a connection says counts. */
export const untoldNetwork: Network = { online: () => true, onBack: () => () => undefined };

/** One that is told from outside, by whoever can ask the system. */
export function toldNetwork(): Network & { readonly tell: (online: boolean) => void } {
  let online = true;
  const listeners = new Set<() => void>();
  return {
    online: () => online,
    onBack(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(next) {
      const back = next && !online;
      online = next;
      if (back) for (const listener of listeners) listener();
    },
  };
}

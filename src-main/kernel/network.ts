/** What the system says about the network. It may be wrong, so nothing is refused because of it. */
export interface Network {
  readonly online: () => boolean;
  /** Calls when the network comes back. @returns what stops listening */
  readonly onBack: (listener: () => void) => () => void;
}

/** Where nobody can ask the system: then only the outcome of a connection counts. */
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

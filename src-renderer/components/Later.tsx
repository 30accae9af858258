import { type ReactNode, useEffect, useState } from 'react';

/** Shows its content only when waiting has taken 150 ms: what is quicker must not flicker. */
export function Later({ children, ms = 150 }: { readonly children: ReactNode; readonly ms?: number }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return due ? children : null;
}

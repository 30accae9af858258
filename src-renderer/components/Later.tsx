import { type ReactNode, useEffect, useState } from 'react';

/** Shows its content only after 150 ms of waiting, so that quick answers cause no flicker. */
export function Later({ children, ms = 150 }: { readonly children: ReactNode; readonly ms?: number }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return due ? children : null;
}

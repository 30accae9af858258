import { startTransition, useEffect, useMemo, useState } from 'react';
import { readTimeZones, withZone, type Zone } from './time-zones.ts';

/** All zones for a list to choose from; only the chosen one until they are read. */
export function useTimeZones(chosen: string): Zone[] {
  const [zones, setZones] = useState<readonly Zone[]>([]);
  useEffect(() => {
    void readTimeZones().then((read) => startTransition(() => setZones(read)));
  }, []);
  return useMemo(() => withZone(zones, chosen), [zones, chosen]);
}

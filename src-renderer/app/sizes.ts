import { useMediaQuery } from '@mantine/hooks';

/** Below 1000 px the rail shows icons only. The CSS has the same number. */
export const useNarrow = () =>
  useMediaQuery('(max-width: 999px)', undefined, { getInitialValueInEffect: false }) ?? false;

import { useMediaQuery } from '@mantine/hooks';
import { words } from '../../app/words.ts';

const { columns } = words.users;

/** How much stands side by side; what has no column of its own folds into a second line of another. */
export type Tier = 'wide' | 'medium' | 'narrow';

export type ColumnKey =
  | 'name'
  | 'roles'
  | 'access'
  | 'teams'
  | 'products'
  | 'teamsAndProducts'
  | 'status'
  | 'mail'
  | 'invitedBy'
  | 'sent'
  | 'validUntil';

export interface Column {
  readonly key: ColumnKey;
  readonly label: string;
  /** Pixels; without it the column takes what is left. */
  readonly width?: number;
  readonly right?: boolean;
}

const name: Column = { key: 'name', label: columns.name };

export const columnsOf: Readonly<Record<Tier, readonly Column[]>> = {
  wide: [
    name,
    { key: 'roles', label: columns.roles, width: 140 },
    { key: 'teams', label: columns.teams, width: 140 },
    { key: 'products', label: columns.products, width: 140 },
    { key: 'status', label: columns.status, width: 130 },
    { key: 'mail', label: columns.mail, width: 220 },
    { key: 'invitedBy', label: columns.invitedBy, width: 150 },
    { key: 'sent', label: columns.sent, width: 110, right: true },
    { key: 'validUntil', label: columns.validUntil, width: 130, right: true },
  ],
  medium: [
    name,
    { key: 'roles', label: columns.roles, width: 120 },
    { key: 'teamsAndProducts', label: columns.teamsAndProducts, width: 124 },
    { key: 'status', label: columns.status, width: 116 },
    { key: 'mail', label: columns.mailAndSent, width: 150 },
    { key: 'invitedBy', label: columns.invitedBy, width: 102 },
    { key: 'validUntil', label: columns.validUntil, width: 106, right: true },
  ],
  narrow: [
    name,
    { key: 'access', label: columns.access, width: 150 },
    { key: 'status', label: columns.status, width: 148 },
    { key: 'mail', label: columns.mailAndSent, width: 224 },
  ],
};

/** The tier that fits the window; the rail takes 224, below 1000 only 56. */
export function useTier(): Tier {
  const wide = useMediaQuery('(min-width: 1680px)', undefined, { getInitialValueInEffect: false });
  const medium = useMediaQuery('(min-width: 1140px)', undefined, { getInitialValueInEffect: false });
  return wide ? 'wide' : medium ? 'medium' : 'narrow';
}

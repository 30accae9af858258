import { useMediaQuery } from '@mantine/hooks';
import type { UserSort } from '#contract/vocabulary/users.ts';
import { words } from '../../app/words.ts';

const { columns } = words.users;

/** How much fits side by side; what has no column of its own goes on a second line in another. */
export type Tier = 'wide' | 'medium' | 'narrow';

/** The columns that can be chosen, in this order. */
export const choosable = [
  'name',
  'email',
  'kind',
  'roles',
  'teams',
  'groups',
  'products',
  'lines',
  'status',
  'mail',
  'age',
  'timeLeft',
  'generation',
  'invitedBy',
  'sent',
  'validUntil',
  'sponsor',
  'period',
  'expires',
  'changed',
  'twoFactor',
] as const;
export type ColumnKey = (typeof choosable)[number] | 'access' | 'teamsAndProducts';

export interface Column {
  readonly key: ColumnKey;
  readonly label: string;
  /** Pixels; without it, the column takes the remaining width. */
  readonly width?: number;
  readonly right?: boolean;
  readonly sort?: UserSort;
}

const name: Column = { key: 'name', label: columns.name, sort: 'name' };
const status = { key: 'status', label: columns.status, sort: 'status' } as const;

export const columnsOf: Readonly<Record<Tier, readonly Column[]>> = {
  wide: [
    name,
    { key: 'roles', label: columns.roles, width: 140 },
    { key: 'teams', label: columns.teams, width: 140 },
    { key: 'products', label: columns.products, width: 140 },
    { ...status, width: 130 },
    { key: 'mail', label: columns.mail, width: 210 },
    { key: 'invitedBy', label: columns.invitedBy, width: 130 },
    { key: 'sent', label: columns.sent, width: 100, right: true },
    { key: 'validUntil', label: columns.validUntil, width: 130, right: true },
  ],
  medium: [
    name,
    { key: 'roles', label: columns.roles, width: 108 },
    { key: 'teamsAndProducts', label: columns.teamsAndProducts, width: 124 },
    { ...status, width: 110 },
    { key: 'mail', label: columns.mailAndSent, width: 140 },
    { key: 'invitedBy', label: columns.invitedBy, width: 96 },
    { key: 'validUntil', label: columns.validUntil, width: 106, right: true },
  ],
  narrow: [
    name,
    { key: 'access', label: columns.access, width: 150 },
    { ...status, width: 148 },
    { key: 'mail', label: columns.mailAndSent, width: 204 },
  ],
};

/** The columns as shown when somebody has chosen them: none is combined with another. */
const alone: Readonly<Record<(typeof choosable)[number], Column>> = {
  name,
  email: { key: 'email', label: columns.email, width: 220, sort: 'email' },
  kind: { key: 'kind', label: columns.kind, width: 100 },
  roles: { key: 'roles', label: columns.roles, width: 130 },
  teams: { key: 'teams', label: columns.teams, width: 130 },
  groups: { key: 'groups', label: columns.groups, width: 130 },
  products: { key: 'products', label: columns.products, width: 130 },
  lines: { key: 'lines', label: columns.lines, width: 130 },
  status: { ...status, width: 124 },
  mail: { key: 'mail', label: columns.mail, width: 200 },
  age: { key: 'age', label: columns.age, width: 76, right: true },
  timeLeft: { key: 'timeLeft', label: columns.timeLeft, width: 100, right: true, sort: 'timeLeft' },
  generation: { key: 'generation', label: columns.generation, width: 48, right: true },
  invitedBy: { key: 'invitedBy', label: columns.invitedBy, width: 110 },
  sent: { key: 'sent', label: columns.sent, width: 96, right: true },
  validUntil: { key: 'validUntil', label: columns.validUntil, width: 116, right: true },
  sponsor: { key: 'sponsor', label: columns.sponsor, width: 150 },
  period: { key: 'period', label: columns.period, width: 80, right: true },
  expires: { key: 'expires', label: columns.expires, width: 120, right: true, sort: 'expiry' },
  changed: { key: 'changed', label: columns.changed, width: 112, right: true, sort: 'changed' },
  twoFactor: { key: 'twoFactor', label: columns.twoFactor, width: 100 },
};

/** The chosen columns in order; the name is always among them. */
export const chosenColumns = (chosen: readonly string[]): readonly Column[] =>
  choosable.filter((key) => key === 'name' || chosen.includes(key)).map((key) => alone[key]);

/** The least width of the name, in pixels. */
export const leastName = 200;
/** Pixels for the tick box; for *Reinvite* with the dots; and for an action in words beside them. */
export const edges = { tick: 48, dots: 82, wideDots: 152 } as const;
/** The least width of the table; where there is less room, it scrolls sideways on its own. */
export const leastWidth = (shown: readonly Column[], end: number = edges.dots): number =>
  shown.reduce((sum, column) => sum + (column.width ?? leastName), edges.tick + end);

/** The tier that fits the window; the rail takes 224, below 1000 only 56. */
export function useTier(): Tier {
  const wide = useMediaQuery('(min-width: 1680px)', undefined, { getInitialValueInEffect: false });
  const medium = useMediaQuery('(min-width: 1240px)', undefined, { getInitialValueInEffect: false });
  return wide ? 'wide' : medium ? 'medium' : 'narrow';
}

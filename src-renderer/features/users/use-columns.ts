import { useMemo } from 'react';
import { savePreferences, usePreference } from '../../app/preferences.ts';
import { type Column, choosable, chosenColumns, columnsOf, edges, type Tier, useTier } from './columns.ts';
import type { PageScope } from './scopes.ts';

/** How the columns of a list are drawn: chosen ones are not combined, as in the wide tier. */
export interface Shown {
  readonly columns: readonly Column[];
  readonly tier: Tier;
  /** Addresses have a column of their own, and need not be below the names. */
  readonly emailAlone: boolean;
  /** Kinds are mixed and have no column of their own: members other than users carry a tag. */
  readonly tagged: boolean;
  /** For lack of room, a guest's period is shown below the end of their access. */
  readonly periodFolds: boolean;
  /** Without a column for it, the time the mail was sent is shown below its state. */
  readonly sentFolds: boolean;
  /** Pixels for the end of a row, where its actions are. */
  readonly end: number;
}

/** The columns of a list: those chosen on this computer, otherwise the page's own or what fits the window. */
export function useColumns(scope: PageScope) {
  const tier = useTier();
  const kept = usePreference('columns');
  const chosen = kept?.[scope.name];
  const own = chosen ?? (tier === 'narrow' ? scope.narrowColumns : undefined) ?? scope.columns;
  const shown = useMemo((): Shown => {
    // a page's own columns are combined at 900 wide like the usual ones
    const stands = own && (chosen || scope.narrowColumns || tier !== 'narrow');
    const columns = stands
      ? chosenColumns(own).map((column) => {
          const width = chosen ? undefined : scope.widths?.[tier][column.key];
          return width ? { ...column, width } : column;
        })
      : columnsOf[tier];
    const has = (key: string) => columns.some((column) => column.key === key);
    return {
      columns,
      tier: stands ? 'wide' : tier,
      emailAlone: has('email'),
      tagged: scope.kinds.length > 1 && !has('kind'),
      periodFolds: !chosen && tier === 'narrow' && has('expires') && !has('period'),
      sentFolds: !chosen && stands !== undefined && has('mail') && !has('sent'),
      end: scope.wideEnd ? edges.wideDots : edges.dots,
    };
  }, [own, chosen, tier, scope]);
  const keep = (next: readonly string[] | undefined) => {
    const { [scope.name]: _, ...others } = kept ?? {};
    savePreferences({ columns: next ? { ...others, [scope.name]: next } : others });
  };
  return {
    shown,
    isChosen: chosen !== undefined,
    isShown: (key: string) => shown.columns.some((column) => column.key === key || covers(column.key, key)),
    toggle: (key: string) => {
      const now = choosable.filter((k) => shown.columns.some((c) => c.key === k || covers(c.key, k)));
      keep(now.some((k) => k === key) ? now.filter((k) => k !== key) : [...now, ...choosable.filter((k) => k === key)]);
    },
    reset: () => keep(undefined),
  };
}

/** Whether a combined column includes another, so that the first choice starts from what is on screen. */
const covers = (column: string, key: string): boolean =>
  (column === 'access' && ['roles', 'teams', 'products'].includes(key)) ||
  (column === 'teamsAndProducts' && ['teams', 'products'].includes(key));

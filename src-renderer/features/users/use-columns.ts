import { useMemo } from 'react';
import { savePreferences, usePreference } from '../../app/preferences.ts';
import { type Column, choosable, chosenColumns, columnsOf, edges, type Tier, useTier } from './columns.ts';
import type { PageScope } from './scopes.ts';

/** How the columns of a list are drawn: chosen ones stand alone, as in the wide tier. */
export interface Shown {
  readonly columns: readonly Column[];
  readonly tier: Tier;
  /** Addresses have a column of their own, and need not stand below the names. */
  readonly emailAlone: boolean;
  /** Kinds mix here, and have no column of their own: whoever is no user carries a tag. */
  readonly tagged: boolean;
  /** The period of guests stands below the end of their access, for want of room. */
  readonly periodFolds: boolean;
  /** When the mail was sent stands below its state, for want of a column. */
  readonly sentFolds: boolean;
  /** Pixels of the end of a row, where its deeds are. */
  readonly end: number;
}

/** The columns of a list: what this computer remembers as chosen, else the page's own or what fits the window. */
export function useColumns(scope: PageScope) {
  const tier = useTier();
  const kept = usePreference('columns');
  const chosen = kept?.[scope.name];
  const own = chosen ?? (tier === 'narrow' ? scope.narrowColumns : undefined) ?? scope.columns;
  const shown = useMemo((): Shown => {
    // a page's own columns fold at 900 wide like the usual ones
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

/** What two columns in one stand for, so that the first choice begins with what is on screen. */
const covers = (column: string, key: string): boolean =>
  (column === 'access' && ['roles', 'teams', 'products'].includes(key)) ||
  (column === 'teamsAndProducts' && ['teams', 'products'].includes(key));

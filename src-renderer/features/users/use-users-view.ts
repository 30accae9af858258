import { useState } from 'react';
import { useSearch } from 'wouter';
import { type UserView, userViews } from '#contract/users.ts';
import { go } from '../../app/location.ts';

/** Rows on one page. */
export const pageSize = 50;

const isView = (text: string | null): text is UserView => userViews.some((view) => view === text);

function placeOf(view: UserView, search: string): string {
  const query = new URLSearchParams();
  if (view !== 'all') query.set('view', view);
  if (search) query.set('search', search);
  return query.size === 0 ? '/users' : `/users?${query}`;
}

/** View and search live in the address; the keys of the pages one has walked through live here. */
export function useUsersView() {
  const query = new URLSearchParams(useSearch());
  const asked = query.get('view');
  const view: UserView = isView(asked) ? asked : 'all';
  const search = query.get('search') ?? '';
  const filter = `${view} ${search}`;
  const [walked, setWalked] = useState<{ filter: string; keys: readonly string[] }>({ filter, keys: [] });
  const keys = walked.filter === filter ? walked.keys : [];
  return {
    view,
    search,
    /** How many pages lie before this one. */
    page: keys.length,
    after: keys.at(-1),
    showView: (next: UserView) => go(placeOf(next, search)),
    showSearch: (next: string) => go(placeOf(view, next), { replace: true }),
    clear: () => go('/users'),
    forward: (key: string) => setWalked({ filter, keys: [...keys, key] }),
    back: () => setWalked({ filter, keys: keys.slice(0, -1) }),
  };
}

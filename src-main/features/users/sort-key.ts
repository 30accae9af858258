import { foldName } from '#contract/fold.ts';

/** The order of lists, kept on the membership so that a page is found by key: the name, or the address where there is none. */
export const sortKey = (name: string, email: string): string => foldName(name || email).slice(0, 200);

/** What has to follow whenever a membership's name changes. */
export const nameKeys = (name: string, email: string) => ({
  sort_key: sortKey(name, email),
  search_text: foldName(`${name} ${email}`),
});

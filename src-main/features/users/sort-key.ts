import { foldName } from '#contract/fold.ts';

/** The order of lists, kept on the membership so that a page is found by key: the name, or the address where there is none. */
export const sortKey = (name: string, email: string): string => foldName(name || email).slice(0, 200);

/** What has to follow whenever a membership's name changes. */
export const nameKeys = (name: string, email: string) => ({
  sort_key: sortKey(name, email),
  search_text: foldName(`${name} ${email}`),
});

interface GivenApart {
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
}

/** The name that first and last name make; empty when neither is known. */
export const nameOf = ({ firstName, lastName }: GivenApart): string => [firstName, lastName].filter(Boolean).join(' ');

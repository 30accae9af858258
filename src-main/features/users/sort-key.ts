import { foldName } from '#contract/fold.ts';

/** The order of lists, stored with the membership so that a page is found by key: the name, or else the address. */
export const sortKey = (name: string, email: string): string => foldName(name || email).slice(0, 200);

/** What has to change together with a membership's name. */
export const nameKeys = (name: string, email: string) => ({
  sort_key: sortKey(name, email),
  search_text: foldName(`${name} ${email}`),
});

interface GivenApart {
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
}

/** The full name from first and last name; empty when neither is known. */
export const nameOf = ({ firstName, lastName }: GivenApart): string => [firstName, lastName].filter(Boolean).join(' ');

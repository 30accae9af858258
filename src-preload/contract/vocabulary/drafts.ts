import { mostEntries } from './invitations.ts';

/** The most people in one draft: it goes out in one transaction, like one call of `invitations.send`. */
export const mostDraftRows = mostEntries;

export const longestComment = 1000;

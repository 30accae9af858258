import type { Draft, RecipientEntry } from './entry.ts';
import { behindLineEnd, isLineEnd } from './scan.ts';

/** Gives the line of places that are asked for in order, going through the text once. */
export function lineCounter(text: string): (place: number) => number {
  let at = 0;
  let line = 1;
  return (place) => {
    while (at < place) {
      if (!isLineEnd(text.charCodeAt(at))) at++;
      else {
        at = behindLineEnd(text, at);
        line++;
      }
    }
    return line;
  };
}

/** Makes entries from drafts that come in the order of the text, adding the place of each. */
export function entryMaker(text: string): (draft: Draft) => RecipientEntry {
  const lineOf = lineCounter(text);
  let before = 0;
  let index = 0;
  return ({ start, end, address, problem, name, roles, teams }) => {
    const line = lineOf(start);
    index = line === before ? index + 1 : 0;
    before = line;
    const raw = text.slice(start, end);
    // nearly all have one of these two shapes, which are made in one go
    if (address && !address.warning && !roles && !teams) {
      const { email, key } = address;
      return name ? { line, index, raw, start, end, email, key, name } : { line, index, raw, start, end, email, key };
    }
    const entry: { -readonly [key in keyof RecipientEntry]: RecipientEntry[key] } = { line, index, raw, start, end };
    if (address) {
      entry.email = address.email;
      entry.key = address.key;
      if (address.warning) entry.warning = address.warning;
    } else entry.problem = problem ?? 'empty';
    if (name) entry.name = name;
    if (roles) entry.roles = roles;
    if (teams) entry.teams = teams;
    return entry;
  };
}

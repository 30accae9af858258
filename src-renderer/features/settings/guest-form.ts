import type { Messages } from '#contract/messages/index.ts';
import { isDomain } from '#contract/vocabulary/values.ts';

/** The most that the organization stores. */
const most = { mails: 5, days: 90, domains: 500 } as const;

/** “14, 3” as numbers without duplicates, the earliest mail first; undefined when it is something else. */
export function daysIn(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const days = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : Number.NaN));
  if (days.some((n) => !(n >= 1 && n <= most.days))) return undefined;
  const once = [...new Set(days)].sort((a, b) => b - a);
  return once.length <= most.mails ? once : undefined;
}

const linesOf = (text: string) => text.split(/\r?\n/);

/** The domains of a list, one per line; a leading @ and empty lines are ignored. */
export const domainsIn = (text: string): readonly string[] => [
  ...new Set(
    linesOf(text)
      .map((line) => line.trim().replace(/^@/, '').toLowerCase())
      .filter((line) => line !== ''),
  ),
];

/** How many wrong lines are described. */
const spelledOut = 3;

/** What is wrong with a list of domains, line by line; undefined when nothing is. */
export function domainsProblem(text: string, say: Messages['guests']['settings']): string | undefined {
  const bad = linesOf(text).flatMap((line, i) => {
    const wanted = line.trim().replace(/^@/, '');
    return wanted === '' || isDomain(wanted) ? [] : [say.badDomain(i + 1, line.trim())];
  });
  if (bad.length > 0)
    return [
      ...bad.slice(0, spelledOut),
      ...(bad.length > spelledOut ? [say.moreBad(bad.length - spelledOut)] : []),
    ].join('\n');
  const { length } = domainsIn(text);
  if (length === 0) return say.domainsNeeded;
  return length > most.domains ? say.tooManyDomains(most.domains) : undefined;
}

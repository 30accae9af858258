/** How one language writes numbers, lists and dates. Each formatter is made once: making one costs far more than using one. */
export interface Formats {
  /** BCP 47, for formatting elsewhere. */
  readonly locale: string;
  readonly number: (n: number) => string;
  /** `A, B and C`; with `disjunction` `A, B or C`, with `unit` without a word between the last two. */
  readonly list: (names: readonly string[], type?: Intl.ListFormatType) => string;
  /** An instant (milliseconds since 1970) in a time zone. */
  readonly date: (at: number, timeZone: string, options: Intl.DateTimeFormatOptions) => string;
}

/**
 * The formats of a locale.
 * @param listLocale if lists are not written as in the locale
 */
export function formatsOf(locale: string, listLocale = locale): Formats {
  const lists = new Map<string, Intl.ListFormat>();
  const dates = new Map<string, Intl.DateTimeFormat>();
  return {
    locale,
    number: (n) => n.toLocaleString(locale),
    list: (names, type = 'conjunction') =>
      remembered(lists, type, () => new Intl.ListFormat(listLocale, { type })).format(names),
    date: (at, timeZone, options) => {
      const key = `${timeZone} ${JSON.stringify(options)}`;
      return remembered(dates, key, () => new Intl.DateTimeFormat(locale, { ...options, timeZone })).format(at);
    },
  };
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  return made;
}

interface Named {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly name: string;
  readonly email: string;
}

/**
 * First and last name as a form begins with them. A name that is not given in parts is cut behind its first word; one that
 * is only the address is none. The person puts it right.
 */
export function guessNames({ firstName, lastName, name, email }: Named): { firstName: string; lastName: string } {
  if (firstName !== null || lastName !== null) return { firstName: firstName ?? '', lastName: lastName ?? '' };
  const [first = '', ...rest] = name === email ? [] : name.trim().split(/\s+/);
  return { firstName: first, lastName: rest.join(' ') };
}

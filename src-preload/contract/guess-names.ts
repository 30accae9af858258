interface Named {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly name: string;
  readonly email: string;
}

/**
 * First and last name to start a form with. A name not given in parts is split after its first word; one that is only the
 * address does not count. The person corrects it.
 */
export function guessNames({ firstName, lastName, name, email }: Named): { firstName: string; lastName: string } {
  if (firstName !== null || lastName !== null) return { firstName: firstName ?? '', lastName: lastName ?? '' };
  const [first = '', ...rest] = name === email ? [] : name.trim().split(/\s+/);
  return { firstName: first, lastName: rest.join(' ') };
}

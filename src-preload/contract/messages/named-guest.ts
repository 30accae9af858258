/** A guest as mails name them. */
export interface NamedGuest {
  readonly name: string;
  readonly email: string;
}

/** The name, with the address to tell them from another person of that name. */
export const who = ({ name, email }: NamedGuest): string =>
  name === '' || name === email ? email : `${name} (${email})`;

/** The same in short, for a subject. */
export const inShort = ({ name, email }: NamedGuest): string => (name === '' ? email : name);

import { type Cell, readRow, tabDelimiter, unquote } from './rows.ts';
import type { Source } from './scan.ts';

export type ColumnKind = 'email' | 'name' | 'first' | 'last' | 'roles' | 'teams';

/** What people and programs (Outlook, Google, Entra, HR exports) call the columns, without spaces and punctuation. */
const synonyms: Readonly<Record<ColumnKind, string>> = {
  email: `email emails emailaddress emailaddresses mail mails mailaddress address addresses emailid useremail workemail
    primaryemail businessemail companyemail contactemail email1 email1value emailaddress1 primaryemailaddress
    workemailaddress userprincipalname upn smtpaddress primarysmtpaddress recipient recipients mailadresse
    emailadresse correo correoelectronico courriel adressemail endereçodeemail adresseemail`,
  name: `name names fullname displayname username personname person contact contactname employee employeename member
    membername user nombrecompleto nomcomplet vollername anzeigename`,
  first: 'firstname first givenname given forename forenames firstnames vorname prénom prenom nombre',
  last: 'lastname last surname familyname family secondname sn lastnames nachname apellido apellidos nom',
  roles: 'role roles userrole userroles access accessrole accesslevel permission permissions rolle rollen rol rôle',
  teams: `team teams teamname teamnames department departments dept squad squads businessunit orgunit unit abteilung
    équipe equipe equipo`,
};
const kinds = new Map<string, ColumnKind>();
for (const [kind, words] of Object.entries(synonyms)) {
  for (const word of words.split(/\s+/)) kinds.set(word, kind as ColumnKind);
}
/** Words of a heading that was copied without its columns: "Name E-mail address". */
const loose = new Set([...kinds.keys(), 'display', 'full', 'address']);

export interface Columns {
  readonly delimiter: string;
  /** How many columns the heading has; cells beyond it have no meaning of their own. */
  readonly count: number;
  readonly kinds: ReadonlyMap<number, ColumnKind>;
}

/** A heading without spaces, punctuation and anything in brackets. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('(s)', 's')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What a column with this heading holds, for lists that are not pasted. */
export const columnKind = (heading: string): ColumnKind | undefined => kinds.get(plain(heading));

export const cellText = (text: string, cell: Cell): string =>
  cell.quoted ? unquote(text, cell).text : text.slice(cell.start, cell.end);

function columnsOf(text: string, cells: readonly Cell[], delimiter: string): Columns | undefined {
  const found = new Map<number, ColumnKind>();
  for (const cell of cells) {
    const kind = kinds.get(plain(cellText(text, cell)));
    if (kind && ![...found.values()].includes(kind)) found.set(cell.column, kind);
  }
  const enough = [...found.values()].includes('email')
    ? found.size > 0
    : found.size > 1 && found.size * 2 >= cells.length;
  return enough ? { delimiter, count: (cells.at(-1)?.column ?? 0) + 1, kinds: found } : undefined;
}

/**
 * What the first row says about the columns, or undefined when it is no heading. A heading has no @, short cells, and a
 * column for addresses or at least two other known ones.
 */
export function headingOf(source: Source, from: number): { columns: Columns; next: number } | undefined {
  const { text, meter } = source;
  for (const delimiter of [tabDelimiter, ',', ';']) {
    const { cells, next } = readRow(text, from, delimiter, meter);
    const short = cells.length <= 100 && cells.every((cell) => cell.end - cell.start <= 60);
    if (cells.length < 2 || !short || source.finder.next('@', from, next) >= 0) continue;
    const columns = columnsOf(text, cells, delimiter);
    if (columns) return { columns, next };
  }
  const { cells, next } = readRow(text, from, tabDelimiter, meter);
  const [cell] = cells;
  if (!cell || cells.length > 1 || cell.end - cell.start > 100 || source.finder.next('@', from, next) >= 0)
    return undefined;
  const words = cellText(text, cell).trim().split(/\s+/).map(plain);
  const only = words.some((word) => kinds.get(word) === 'email') && words.every((word) => loose.has(word));
  const columns = { delimiter: tabDelimiter, count: 1, kinds: new Map([[0, 'email' as const]]) };
  return only || kinds.get(words.join('')) === 'email' ? { columns, next } : undefined;
}

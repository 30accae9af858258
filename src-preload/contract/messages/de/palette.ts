import { number } from './format.ts';

/** Die Befehlspalette: ein Feld für Personen, Seiten und Aktionen. */
export const palette = {
  open: 'Personen, Seiten, Aktionen suchen',
  label: 'Befehlspalette',
  results: 'Gefunden',
  nothing: 'Nichts heißt so. Ein Teil eines Namens oder einer Adresse genügt.',
  groups: { people: 'Personen', actions: 'Aktionen', goTo: 'Gehe zu', help: 'Hilfe' },
  notes: {
    settings: 'Einstellungen',
    teams: (members: number) => `Team, ${number(members)} ${members === 1 ? 'Mitglied' : 'Mitglieder'}`,
    groups: (members: number) => `Gruppe, ${number(members)} ${members === 1 ? 'Mitglied' : 'Mitglieder'}`,
    products: (members: number) => `Produkt, ${number(members)} ${members === 1 ? 'Mitglied' : 'Mitglieder'}`,
    lines: (members: number) => `Linie, ${number(members)} ${members === 1 ? 'Mitglied' : 'Mitglieder'}`,
  },
  /** A page of the help. */
  help: (page: string) => `Hilfe: ${page}`,
  appearance: (theme: string) => `Darstellung: ${theme}`,
  switchTo: (organization: string) => `Wechseln zu ${organization}`,
  hints: { choose: 'wählen', open: 'öffnen', actions: 'Aktionen der Person', onlyActions: 'nur Aktionen' },
};

import { number } from './format.ts';

/** `1 Person`, `12 Personen`: eins allein ist Einzahl, null nicht. */
export const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

export const common = {
  product: 'Gatehouse',
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  done: 'Fertig',
  tryAgain: 'Noch einmal versuchen',
  copyDetails: 'Einzelheiten kopieren',
  loading: 'Wird geladen',
  optional: 'Freiwillig',
  required: 'erforderlich',
  none: '–',
  people: (n: number) => count(n, 'Person', 'Personen'),
  more: (n: number) => `+${n}`,
  lives: { 24: '24 Stunden', 72: '3 Tage', 168: '7 Tage' },
  hours: (n: number) => (n % 24 === 0 && n >= 48 ? count(n / 24, 'Tag', 'Tage') : count(n, 'Stunde', 'Stunden')),
  roles: {
    owner: 'Inhaber',
    admin: 'Administrator',
    'user-manager': 'Benutzerverwalter',
    'account-manager': 'Gästebetreuer',
    auditor: 'Prüfer',
    member: 'Mitglied',
  },
};

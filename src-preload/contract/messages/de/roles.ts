import type { Permission } from '../../vocabulary/permissions.ts';
import { count } from './common.ts';

/** Words of roles and their rights. */
export const roles = {
  title: 'Rollen',
  unread: 'Die Rollen konnten nicht gelesen werden',
  list: 'Rollen der Organisation',
  new: 'Neue Rolle',
  builtIn: 'Eingebaut',
  members: (n: number) => count(n, 'Mitglied', 'Mitglieder'),
  showMembers: 'Mitglieder anzeigen',
  duplicate: 'Duplizieren',
  remove: 'Entfernen',
  name: 'Name',
  notices: {
    builtIn: 'Eingebaute Rollen bleiben, wie sie sind. Duplizieren Sie diese, um daraus eine eigene zu machen.',
    tooMuch: 'Diese Rolle erlaubt mehr als Ihre eigenen Rollen, daher können Sie sie nicht ändern.',
  },
  matrix: {
    label: (role: string) => `Rechte von ${role}`,
    what: 'Bereich',
    read: 'Lesen',
    write: 'Ändern',
    box: (deed: string, what: string) => `${deed}: ${what}`,
    noWrite: 'Das Protokoll schreibt allein Gatehouse.',
    sets: {
      users: [
        'Benutzer',
        'Personen, ihre Einladungen, Status und Zugriff; mit Ändern: einladen, ändern, sperren und entfernen.',
      ],
      guests: ['Gäste', 'Personen von außen, deren Zugang an einem Tag endet.'],
      structure: [
        'Teams, Gruppen, Produkte und Linien',
        'Wozu Personen gehören; mit Ändern: hinzufügen, umbenennen, zusammenführen, archivieren.',
      ],
      roles: ['Rollen', 'Was jede Rolle erlaubt; mit Ändern: Rollen anlegen und ihre Rechte ändern.'],
      mail: ['E-Mail', 'Postausgang und Mailserver; mit Ändern: Server einrichten, noch einmal senden, anhalten.'],
      settings: ['Einstellungen', 'Organisation, Regeln, Lizenzen und Portal.'],
      audit: ['Protokoll', 'Wer was getan hat, wann und von wo.'],
    } satisfies Readonly<Record<string, readonly [string, string]>>,
    extra: 'Eigene Rechte',
    extras: {
      'links:copy': ['Einladungslinks kopieren', 'Wer den Link hat, kann an Stelle der Person annehmen.'],
      'invitations:reinvite': ['Erneut einladen', 'Beendet den alten Link und sendet einen neuen.'],
      'guests:invite': ['Gäste einladen', 'Lässt Personen von außen für begrenzte Zeit herein.'],
    } satisfies Readonly<Partial<Record<Permission, readonly [string, string]>>>,
    notHeld: 'Ihre eigenen Rollen erlauben dies nicht, daher können Sie es nicht vergeben.',
  },
  dialog: {
    create: 'Rolle hinzufügen',
    createHint: 'Zunächst erlaubt sie nichts; wählen Sie ihre Rechte auf der folgenden Seite.',
    createDeed: 'Rolle hinzufügen',
    duplicate: (name: string) => `${name} duplizieren`,
    duplicateHint: 'Die neue Rolle beginnt mit denselben Rechten und ohne Mitglieder.',
    withheld: (n: number) =>
      `${count(n, 'Recht, das', 'Rechte, die')} Sie selbst nicht haben, ${n === 1 ? 'ist' : 'sind'} ausgelassen.`,
    duplicateDeed: 'Rolle duplizieren',
    copyOf: (name: string) => `Kopie von ${name}`,
  },
  removal: {
    title: 'Diese Rolle entfernen?',
    nobody: 'Niemand hat sie. Das ist endgültig.',
    some: (n: number) =>
      `${count(n, 'Person hat', 'Personen haben')} sie und ${n === 1 ? 'bekommt' : 'bekommen'} an ihrer Stelle eine andere, damit niemand ohne bleibt. Das ist endgültig.`,
    replacement: 'Bekommt stattdessen',
    choose: 'Rolle wählen',
    keep: 'Behalten',
    confirm: 'Ja, diese Rolle entfernen',
  },
  done: {
    created: (name: string) => `${name} hinzugefügt.`,
    removed: (name: string) => `${name} entfernt.`,
  },
  missing: { title: 'Diese Rolle gibt es nicht', text: 'Vielleicht wurde sie entfernt.', back: 'Zu den Rollen' },
} as const;

import type { StructureKind } from '../../vocabulary/structure.ts';
import { count } from './common.ts';
import { number } from './format.ts';

type PerKind = Readonly<Record<StructureKind, string>>;
const titles: PerKind = { teams: 'Teams', groups: 'Gruppen', products: 'Produkte', lines: 'Linien' };
const one: PerKind = { teams: 'Team', groups: 'Gruppe', products: 'Produkt', lines: 'Linie' };
/** By gender, as the words before them are. */
const gender: Readonly<Record<StructureKind, 'f' | 'n'>> = { teams: 'n', groups: 'f', products: 'n', lines: 'f' };
const by =
  (f: string, n: string) =>
  (kind: StructureKind): string =>
    `${gender[kind] === 'f' ? f : n} ${one[kind]}`;
const newOne = by('Neue', 'Neues');
const thisOne = by('Diese', 'Dieses');
const noOne = by('keine', 'kein');

/** Products are switched off and on for the organization; the others rest in the archive. */
const isProduct = (kind: StructureKind) => kind === 'products';

/** Words of teams, groups, products and lines. */
export const structure = {
  titles,
  leads: {
    teams: 'Wer zusammenarbeitet. Eine Person kann in mehreren sein.',
    groups: 'Danach fragt der Assistent: Jede Person, die er hinzufügt, ist in mindestens einer.',
    products: 'Für die Organisation aktivierte Produkte können beim Einladen gewählt werden.',
    lines: 'Die Linien der Organisation, denen Personen zugeordnet werden.',
  } satisfies PerKind,
  productsAndLines: 'Produkte & Linien',
  table: (kind: StructureKind) => `${titles[kind]} der Organisation`,
  columns: { name: 'Name', members: 'Mitglieder', state: 'Zustand', actions: 'Aktionen' },
  active: 'In Gebrauch',
  enabled: 'Aktiviert',
  archived: 'Archiviert',
  disabled: 'Deaktiviert',
  filter: (kind: StructureKind) => `${titles[kind]} filtern`,
  filterPlaceholder: 'Name',
  clearFilter: 'Filter aufheben',
  showArchived: (kind: StructureKind, n: number) =>
    `${isProduct(kind) ? 'Deaktivierte anzeigen' : 'Archivierte anzeigen'}${n > 0 ? ` (${number(n)})` : ''}`,
  unread: (kind: StructureKind) => `Die ${titles[kind]} konnten nicht gelesen werden`,
  shown: (n: number) => `${number(n)} angezeigt`,
  new: newOne,
  actions: {
    menu: (name: string) => `Aktionen für ${name}`,
    open: 'Öffnen',
    rename: 'Umbenennen',
    merge: 'Zusammenführen mit …',
    archive: (kind: StructureKind) => (isProduct(kind) ? 'Deaktivieren' : 'Archivieren'),
    restore: (kind: StructureKind) => (isProduct(kind) ? 'Aktivieren' : 'Wiederherstellen'),
    showInUsers: 'Unter Benutzer anzeigen',
  },
  name: 'Name',
  dialog: {
    create: (kind: StructureKind) => `${one[kind]} hinzufügen`,
    createDeed: (kind: StructureKind) => `${one[kind]} hinzufügen`,
    rename: (kind: StructureKind) => `${thisOne(kind)} umbenennen`,
    renameHint: 'Mitglieder behalten den Eintrag; überall steht der neue Name.',
    renameDeed: 'Umbenennen',
  },
  merge: {
    title: (kind: StructureKind) => `${thisOne(kind)} zusammenführen?`,
    into: 'Mit',
    intoPlaceholder: (kind: StructureKind) => `${one[kind]} wählen`,
    nothingFound: (kind: StructureKind) => `Sonst heißt ${noOne(kind)} so`,
    text: (name: string, members: number) =>
      members === 0
        ? `„${name}“ hat keine Mitglieder. Der Eintrag fällt weg; das ist endgültig.`
        : `${count(members, 'Mitglied', 'Mitglieder')} von „${name}“ ${members === 1 ? 'wechselt' : 'wechseln'}; wer in beiden ist, zählt einmal. „${name}“ fällt weg; das ist endgültig.`,
    none: (kind: StructureKind) => `Es gibt sonst ${noOne(kind)} zum Zusammenführen.`,
    keep: 'Behalten',
    confirm: (members: number) =>
      members === 0 ? 'Ja, zusammenführen' : `Ja, ${count(members, 'Mitglied', 'Mitglieder')} verschieben`,
  },
  done: {
    created: (name: string) => `${name} hinzugefügt.`,
    renamed: (name: string) => `Umbenannt in ${name}.`,
    archived: (kind: StructureKind, name: string) =>
      isProduct(kind)
        ? `${name} ist deaktiviert und kann nicht mehr gewählt werden. Mitglieder behalten es.`
        : `${name} ist archiviert und kann nicht mehr gewählt werden. Mitglieder behalten den Eintrag.`,
    restored: (name: string) => `${name} kann wieder gewählt werden.`,
    merged: (n: number, into: string) => `${count(n, 'Mitglied', 'Mitglieder')} nach ${into} verschoben.`,
  },
  empty: {
    title: {
      teams: 'Noch keine Teams',
      groups: 'Noch keine Gruppen',
      products: 'Noch keine Produkte',
      lines: 'Noch keine Linien',
    } satisfies PerKind,
    text: {
      teams: 'Fügen Sie hier das erste hinzu. Beim Einladen kann jede Person mehreren zugeordnet werden.',
      groups:
        'Fügen Sie hier die erste hinzu. Der Assistent braucht mindestens eine Gruppe für jede Person, die er hinzufügt.',
      products:
        'Fügen Sie hier das erste hinzu. Personen bekommen die Produkte, die Sie beim Einladen wählen, und sehen sie bei der Anmeldung.',
      lines: 'Fügen Sie hier die erste hinzu, und ordnen Sie ihr dann Personen zu, von Hand oder beim Einladen.',
    } satisfies PerKind,
    onlyArchived: (kind: StructureKind) =>
      isProduct(kind) ? 'Alle Produkte sind deaktiviert' : `Alle ${titles[kind]} sind archiviert`,
    onlyArchivedText: 'Sie können nicht mehr gewählt werden; Mitglieder behalten sie.',
  },
  noMatch: {
    title: (search: string) => `Hier heißt nichts „${search}“`,
    text: 'Der Filter sucht in Namen, ohne auf Akzente und Großschreibung zu achten.',
  },
  missing: {
    title: (kind: StructureKind) => `${thisOne(kind)} gibt es nicht`,
    text: 'Vielleicht wurde der Eintrag mit einem anderen zusammengeführt.',
    back: (kind: StructureKind) => `Zu: ${titles[kind]}`,
    toProducts: 'Zu Produkten & Linien',
  },
  members: {
    table: (name: string) => `Mitglieder von ${name}`,
    add: 'Personen hinzufügen',
    search: 'Mitglieder suchen',
    remove: 'Hier entfernen',
    removed: (person: string, name: string) => `${person} ist nicht mehr in ${name}.`,
    undone: (person: string, name: string) => `${person} ist wieder in ${name}.`,
    emptyTitle: (name: string) => `In ${name} ist noch niemand`,
    emptyText:
      'Fügen Sie Personen hinzu, die schon in der Organisation sind, oder wählen Sie den Eintrag beim Einladen.',
    archivedNotice: (kind: StructureKind) =>
      isProduct(kind)
        ? 'Dieses Produkt ist deaktiviert: Es kann beim Einladen nicht gewählt werden. Mitglieder behalten es.'
        : `${thisOne(kind)} ist archiviert und kann nicht gewählt werden. Mitglieder behalten den Eintrag.`,
    unread: 'Die Mitglieder konnten nicht gelesen werden',
    columns: { name: 'Name', roles: 'Rollen', status: 'Status' },
    openUser: 'Benutzer öffnen',
  },
  addPeople: {
    title: (name: string) => `Personen zu ${name} hinzufügen`,
    search: 'Personen suchen',
    placeholder: 'Name oder E-Mail',
    list: 'Personen zur Auswahl',
    already: 'Schon enthalten',
    more: (shown: number, total: string) => `Die ersten ${shown} von ${total}. Suchen Sie, um andere zu finden.`,
    nobody: 'Keine Treffer. Neue Personen laden Sie auf der Seite Benutzer ein.',
    chosen: (n: number) => (n === 0 ? 'Niemand gewählt' : `${count(n, 'Person', 'Personen')} gewählt`),
    confirm: (n: number) => (n === 0 ? 'Hinzufügen' : `${count(n, 'Person', 'Personen')} hinzufügen`),
    progress: (done: number, total: number) => `${number(done)} von ${number(total)} hinzugefügt`,
    added: (n: number, name: string) => `${count(n, 'Person', 'Personen')} zu ${name} hinzugefügt.`,
    failed: (n: number) => `${count(n, 'Person konnte', 'Personen konnten')} nicht hinzugefügt werden`,
  },
} as const;

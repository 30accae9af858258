import { backups } from './backups.ts';

const { size } = backups;

/** Words about newer versions of Gatehouse itself. */
export const updates = {
  title: 'Aktualisierungen',
  noFeed:
    'Dieser Ausgabe wurde keine Adresse für Aktualisierungen mitgegeben: Sie kann nach keinen neueren Versionen suchen und verbindet sich dafür mit niemandem.',
  noFeedShort: 'Diese Ausgabe hat keine Adresse dafür',
  demo: 'Nicht in der Demo: Nichts von ihr verlässt diesen Computer.',
  byItself: 'Nach Aktualisierungen suchen',
  byItselfHint: (host: string) =>
    `Fragt ${host} und sonst niemanden, einmal am Tag; wo das nicht gelingt, eine Stunde später. Gesendet wird nur die Anfrage selbst. Nichts wird geladen oder installiert, bevor Sie es sagen.`,
  off: (host: string) => `Wird nicht gesucht; Mein Profil fragt ${host}, wenn Sie es sagen`,
  on: (host: string) => `Wird einmal am Tag bei ${host} gesucht`,
  look: 'Jetzt suchen',
  looking: 'Wird gesucht…',
  never: 'Noch nicht gesucht.',
  upToDate: 'Auf dem neuesten Stand. Gesucht',
  found: (version: string) => `Gatehouse ${version} ist verfügbar`,
  here: (version: string) => `Sie haben ${version}.`,
  released: 'Veröffentlicht',
  notes: 'Was neu ist',
  noNotes: 'Zu dieser Version wurde nichts notiert.',
  download: 'Herunterladen',
  downloading: (received: number, total: number | undefined) =>
    total === undefined ? `${size(received)} geladen` : `${size(received)} von ${size(total)}`,
  progress: 'Herunterladen',
  cancel: 'Laden abbrechen',
  ready: (version: string) => `Gatehouse ${version} ist geladen und geprüft`,
  restart: 'Neu starten und installieren',
  leaving: 'Wird geschlossen…',
  package: 'Diese Ausgabe hat eine Paketverwaltung installiert: Aktualisieren Sie sie dort.',
  hand: 'Diese Ausgabe ersetzt sich nicht selbst: Holen Sie die neue dort, woher Sie diese haben, und legen Sie sie an ihre Stelle.',
  ask: {
    title: 'Gatehouse neu starten?',
    text: 'Gatehouse schließt sich wie durch Beenden: Was gerade getan wird, kommt zu seinem Ende, wartende E-Mails bleiben im Postausgang, und das Portal antwortet erst wieder, wenn Gatehouse zurück ist.',
    keep: 'Jetzt nicht',
  },
  notice: {
    found: (version: string) => `Gatehouse ${version} ist verfügbar`,
    foundText: 'Mein Profil, Aktualisierungen zeigt, was neu ist. Geladen wurde nichts.',
  },
  trouble: {
    offline: () =>
      'Die Adresse für Aktualisierungen war nicht zu erreichen. Sehen Sie nach, ob dieser Computer online ist und ob Firewall oder Proxy Gatehouse hinauslassen.',
    certificate: () =>
      'Die Verbindung für Aktualisierungen ist nicht sicher: Dem Zertifikat wird hier nicht vertraut. Nichts wurde gelesen.',
    elsewhere: () =>
      'Die Adresse für Aktualisierungen führt zu einer anderen. Gatehouse folgt ihr nirgendwohin; nichts wurde gelesen.',
    'not-found': () =>
      'Unter der Adresse für Aktualisierungen ist nichts. Vielleicht ist sie umgezogen; fragen Sie, von wem Sie Gatehouse haben.',
    answer: (status: string) =>
      `Die Adresse für Aktualisierungen antwortete mit einem Fehler (${status}). Versuchen Sie es später noch einmal.`,
    unsigned: () =>
      'Was als neueste Version genannt wird, ist nicht von den Herstellern dieser Ausgabe signiert; nichts davon wurde geglaubt. Bleibt es so, sagen Sie es ihnen.',
    unreadable: () =>
      'Was als neueste Version genannt wird, ist signiert, aber für diese Version nicht zu lesen. Holen Sie die neue von Hand.',
    replayed: (versions: string) =>
      `Als neueste Version wird eine ältere genannt als zuvor (${versions}). Eine Version wurde zurückgezogen, oder jemand antwortet mit alten Angaben; angeboten wird nichts.`,
    checksum: () => 'Geladen wurde etwas anderes als angekündigt. Es ist gelöscht; versuchen Sie es noch einmal.',
    publisher: () => 'Was geladen wurde, ist nicht vom Herausgeber dieser Ausgabe signiert. Es ist gelöscht.',
    'no-room': () => 'Auf dem Datenträger ist nicht genug Platz. Schaffen Sie Platz, und versuchen Sie es noch einmal.',
    'no-write': () =>
      'Gatehouse darf dort nicht schreiben, wo diese Ausgabe liegt, und kann sich nicht selbst ersetzen. Das muss jemand tun, der es darf.',
    failed: (detail: string) =>
      `Die Aktualisierung ist nicht gelungen${detail ? ` (${detail})` : ''}. Versuchen Sie es später noch einmal.`,
  },
} as const;

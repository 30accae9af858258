import type { Pause } from '../../mail.ts';
import { count } from './common.ts';
import { format, number } from './format.ts';

/** Words of the window around its pages: navigation, header, states that every page has, times. */
export const desktop = {
  navigation: {
    label: 'Seiten',
    overview: 'Übersicht',
    users: 'Benutzer',
    pending: 'Ausstehend',
    guests: 'Gäste',
    agents: 'Posteingangsagenten',
    teams: 'Teams',
    groups: 'Gruppen',
    roles: 'Rollen',
    audit: 'Protokoll',
    outbox: 'Postausgang',
    demo: 'Demo-Mail',
    settings: 'Einstellungen',
    organization: 'Organisation',
    chooseOrganization: 'Organisation wählen',
    skip: 'Zum Inhalt springen',
    where: 'Wo Sie sind',
    /** Read out behind the name of a place. */
    open: (n: number) => `${number(n)} offen`,
  },
  header: {
    label: 'Fenster',
    back: 'Zurück',
    forward: 'Vor',
    waiting: (n: number) => `${number(n)} wartend`,
    paused: 'Versand angehalten',
    offline: (n: number) => `Offline, ${number(n)} wartend`,
    noServer: 'Kein Mailserver',
    openOutbox: 'Postausgang öffnen',
    openMailSettings: 'E-Mail einrichten',
    help: 'Hilfe',
    account: 'Konto',
  },
  account: {
    users: 'Benutzerverwaltung',
    profile: 'Mein Profil',
    appearance: 'Darstellung',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    settings: 'Einstellungen',
    shortcuts: 'Hilfe und Tastenkürzel',
    about: 'Über Gatehouse',
    signOut: 'Abmelden',
  },
  about: {
    title: 'Über Gatehouse',
    version: 'Version',
    electron: 'Electron',
    standIn: (wanted: string) =>
      `Dieses Electron steht für ${wanted} ein, das nicht zur Hand war. Es ist für Entwicklung und Tests gedacht, nicht zur Weitergabe.`,
    folder: 'Ordner des Arbeitsbereichs',
    showFolder: 'Ordner anzeigen',
    portal: 'Portal',
    portalOff: 'Läuft nicht',
    updates: 'Aktualisierungen',
    demo: 'Dies ist eine Demo. Ihr Arbeitsbereich wird verworfen, wenn das Fenster geschlossen wird.',
  },
  banner: {
    reasons: {
      login: (server, login) => `Die Anmeldung bei ${server}${login ? ` als ${login}` : ''} ist nicht gelungen.`,
      tls: (server) => `Mit ${server} kam keine sichere Verbindung zustande.`,
      sender: (server) => `Die Absenderadresse wurde von ${server} abgelehnt.`,
    } satisfies Readonly<Record<Pause['reason'], (server: string, login: string) => string>>,
    server: (host: string | undefined) => (host ? `dem Mailserver ${host}` : 'dem Mailserver'),
    kept: (n: number) =>
      n === 0
        ? 'Keine Nachricht wartet.'
        : n === 1
          ? 'Die wartende Nachricht bleibt erhalten.'
          : `Die ${number(n)} wartenden Nachrichten bleiben erhalten.`,
    stopped: (by: string, when: string) => `${by || 'Jemand'} hat den Versand angehalten, ${when}.`,
    offline: 'Sie sind offline.',
    offlineHint: (n: number) =>
      `${n === 1 ? '1 Nachricht wartet und geht' : `${number(n)} Nachrichten warten und gehen`} hinaus, sobald das Netz wieder da ist. Einladen, bearbeiten, verlängern und Links kopieren geht wie gewohnt.`,
    openOutbox: 'Postausgang öffnen',
    fix: { login: 'Anmeldung korrigieren', tls: 'Verbindung korrigieren', sender: 'Absender korrigieren' },
    demo: 'Demo: Nichts verlässt diesen Computer. E-Mails landen in Demo-Mail.',
    openDemo: 'Demo-Mail öffnen',
  },
  failed: {
    session: 'Der Arbeitsbereich konnte nicht geöffnet werden',
    users: 'Die Benutzer konnten nicht gelesen werden',
    page: 'Diese Seite konnte nicht angezeigt werden',
    refresh: 'Dies ist vielleicht nicht mehr aktuell.',
    other: 'Im Fenster ist etwas schiefgegangen.',
    part: 'Ein Teil von Gatehouse konnte nicht geladen werden',
    partText:
      'Vielleicht wurden Dateien ersetzt oder entfernt, während Gatehouse offen war, zum Beispiel durch eine Aktualisierung. Laden Sie es neu; hilft das nicht, schließen Sie Gatehouse und öffnen Sie es wieder.',
    again: 'Neu laden',
    copied: 'Einzelheiten kopiert.',
  },
  denied: {
    title: 'Hier gibt es für Sie noch nichts zu sehen',
    page: (right: string) =>
      `Diese Seite braucht das Recht „${right}“. Ein Inhaber oder Administrator kann es Ihnen geben.`,
    item: (right: string) => `Ihren Rollen fehlt das Recht „${right}“.`,
  },
  undo: 'Rückgängig',
  unknownPage: { title: 'Diese Seite gibt es nicht', toUsers: 'Zu den Benutzern' },
  time: {
    locale: format.locale,
    now: 'gerade eben',
    minutesAgo: (n: number) => `vor ${n} min`,
    hoursAgo: (n: number) => `vor ${n} h`,
    yesterday: 'Gestern',
    daysAgo: (n: number) => `vor ${n} Tagen`,
    soon: 'unter 1 min',
    minutes: (n: number) => `${n} min`,
    hours: (h: number, m: number) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
    days: (n: number) => count(n, 'Tag', 'Tage'),
    left: (span: string) => `noch ${span}`,
  },
  closing: {
    title: 'Gatehouse schließen?',
    text: 'Was Sie hier eingegeben und noch nicht gespeichert oder gesendet haben, geht verloren.',
    stay: 'Weiterarbeiten',
    close: 'Schließen und verwerfen',
  },
  signingOut: {
    title: 'Abmelden?',
    signOut: 'Abmelden und verwerfen',
  },
  /** The native menu. */
  menu: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    go: 'Gehe zu',
    help: 'Hilfe',
    window: 'Fenster',
    helpPages: 'Gatehouse-Hilfe',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    copyAddress: 'Adresse kopieren',
    paste: 'Einfügen',
    delete: 'Löschen',
    selectAll: 'Alles auswählen',
    resetZoom: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild',
    minimize: 'Minimieren',
    close: 'Schließen',
    quit: 'Beenden',
    quitOnMac: 'Gatehouse beenden',
  },
  /** Das Symbol neben der Uhr des Systems, und was das Schließen des Fensters damit tut. */
  tray: {
    nothing: 'Im Moment ist nichts zu tun',
    closed: 'Öffnen Sie das Fenster, um zu sehen, was ansteht',
    due: (n: number) => count(n, 'Sache wartet auf Sie', 'Sachen warten auf Sie'),
    open: 'Gatehouse öffnen',
    quit: 'Gatehouse beenden',
    stays: {
      title: 'Gatehouse läuft weiter',
      text: 'Nach dem Schließen des Fensters bleibt Gatehouse im Infobereich: E-Mails gehen hinaus, und das Portal antwortet. Beenden im Infobereich oder im Menü Datei beendet es. Mein Profil, Dieser Computer schaltet das aus.',
    },
  },
  /** For whoever started the window from a terminal. */
  terminal: {
    alreadyOpen: 'Gatehouse ist bereits geöffnet; das Fenster kommt nach vorn.',
    workspaceAt: (folder: string) => `Arbeitsbereich: ${folder}`,
    portalAt: (url: string) => `Portal:         ${url}`,
  },
} as const;

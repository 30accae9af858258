import type { BackupKind } from '../../backups.ts';
import { count } from './common.ts';
import { number } from './format.ts';

/** Words about backups: their settings, their list, restoring one. */
export const backups = {
  lead: 'Kopien dieses Arbeitsbereichs mit allem darin, alle Organisationen eingeschlossen. Jede wird geöffnet und durchgesehen, bevor sie gilt.',
  ownersOnly: 'Eine Sicherung enthält jede Organisation dieses Arbeitsbereichs, deshalb sehen nur Inhaber diese Seite.',
  automatic: 'Jeden Tag sichern',
  automaticHint:
    'Von den täglichen bleiben die letzten 7 Tage, 4 Wochen und 12 Monate. Vor jeder Aktualisierung entsteht immer eine Kopie; die letzten 3 bleiben.',
  folder: 'Ordner',
  folderHint:
    'Am besten auf einem anderen Datenträger. Ist er nicht da, gelingt die Sicherung nicht, und Sie erfahren es.',
  usualFolder: 'Im Ordner des Arbeitsbereichs',
  choose: 'Wählen …',
  useUsual: 'Den eigenen des Arbeitsbereichs verwenden',
  encrypt: 'Sicherungen verschlüsseln',
  encryptHint:
    'Nur verschlüsselte Sicherungen tragen den Schlüssel des Arbeitsbereichs. Mit ihm bleiben ausgegebene Links auch auf einem anderen Computer gültig.',
  passphrase: 'Passphrase',
  passphraseHint:
    'Mindestens 12 Zeichen. Bewahren Sie sie anderswo auf: Ohne sie kann niemand die Sicherung öffnen, auch Sie nicht.',
  stored: 'Gespeichert. Tippen Sie, um eine andere festzulegen.',
  plain:
    'Ohne Passphrase kann alles lesen, wer die Datei hat, und der Schlüssel des Arbeitsbereichs (workspace.key) muss daneben aufbewahrt werden.',
  failed: (when: string) => `Die letzte automatische Sicherung gelang nicht: ${when}.`,
  failedHint: 'Es wird jede Stunde erneut versucht.',
  list: 'Sicherungen',
  table: 'Sicherungen, die neueste zuerst',
  make: 'Jetzt sichern',
  making: (percent: number) => (percent >= 100 ? 'Wird geprüft …' : `Wird kopiert … ${percent} %`),
  made: (people: number) => `Gesichert und geprüft: ${count(people, 'Person', 'Personen')}.`,
  fromFile: 'Aus einer Datei wiederherstellen …',
  columns: { made: 'Erstellt', kind: 'Anlass', size: 'Größe', encrypted: 'Verschlüsselt', actions: 'Aktionen' },
  kinds: {
    daily: 'Täglich',
    'before-migration': 'Vor einer Aktualisierung',
    'by-hand': 'Von Hand',
  } satisfies Readonly<Record<BackupKind, string>>,
  yes: 'Ja',
  no: 'Nein',
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(Math.round(bytes / 100_000) / 10)} MB`,
  restore: 'Wiederherstellen …',
  restoreOf: (when: string) => `Sicherung vom ${when} wiederherstellen`,
  none: 'Es gibt noch keine Sicherung.',
  unread: 'Die Sicherungen konnten nicht gelesen werden',
  attention: {
    title: 'Die letzte Sicherung gelang nicht',
    action: 'Sicherungen',
    old: (when: string) => `Die letzte tägliche Sicherung ist von ${when}`,
    oldText: 'Jeden Tag ist eine fällig. Gatehouse macht sie, während es läuft.',
  },
  queue: 'Der Versand ist angehalten: Dieser Arbeitsbereich wurde aus einer Sicherung wiederhergestellt',
  queueHint:
    'Was nach der Sicherung hinausging, ist hier unbekannt. Sehen Sie die wartenden E-Mails durch, brechen Sie ab, was gesendet wurde, und setzen Sie dann im Postausgang den Versand fort.',
  preview: {
    title: 'Eine Sicherung wiederherstellen',
    reading: 'Die Sicherung wird gelesen …',
    locked: 'Diese Sicherung ist verschlüsselt.',
    passphrase: 'Passphrase der Sicherung',
    open: 'Öffnen',
    made: 'Erstellt',
    table: 'Was die Sicherung enthält und was jetzt hier ist',
    organization: 'Organisation',
    when: 'Wann',
    otherOrganization: 'Eine Organisation anderer',
    people: 'Personen',
    pending: 'Ausstehend',
    waiting: 'Wartende E-Mails',
    inBackup: 'In der Sicherung',
    now: 'Jetzt',
    nothing: '–',
    keys: {
      inside: 'Sie trägt den Schlüssel des Arbeitsbereichs: Ausgegebene Links bleiben gültig.',
      fits: 'Der Schlüssel dieses Arbeitsbereichs passt: Ausgegebene Links bleiben gültig.',
      other:
        'Sie wurde mit einem anderen Schlüssel erstellt und trägt keinen: Ausgegebene Links enden, und gespeicherte Kennwörter müssen erneut eingegeben werden. Legen Sie zuerst ihre Datei workspace.key in den Ordner des Arbeitsbereichs, wenn Sie sie haben.',
      unknown:
        'Ob der Schlüssel dieses Arbeitsbereichs passt, lässt sich nicht sagen. Passt er, bleiben ausgegebene Links gültig.',
    },
    after:
      'Der Arbeitsbereich, wie er jetzt ist, wird in seinem Ordner beiseitegelegt, nicht gelöscht. Alle melden sich erneut an. Keine E-Mail geht hinaus, bevor Sie jeden Versand fortsetzen.',
    type: (word: string) => `Tippen Sie zur Bestätigung ${word}`,
    word: 'WIEDERHERSTELLEN',
    cancel: 'Abbrechen',
    confirm: 'Wiederherstellen',
    unreadable: 'Diese Sicherung lässt sich nicht wiederherstellen',
  },
  firstStart: 'Eine Sicherung wiederherstellen …',
  damaged: {
    other: 'Eine andere Sicherung wiederherstellen …',
    text: 'Eine Sicherung kann seinen Platz einnehmen. Die beschädigte Datei bleibt erhalten.',
    latest: (when: string) => `Sicherung vom ${when} wiederherstellen …`,
  },
  dialogs: { backups: 'Sicherungen von Gatehouse', allFiles: 'Alle Dateien' },
} as const;

import { auditWords } from './audit-filters.ts';
import { bounces } from './bounces.ts';

/** The help sheet: keys that exist, and how the main jobs go. */
export const help = {
  title: 'Hilfe',
  tabs: { shortcuts: 'Tastatur', guides: 'Anleitungen' },
  groups: { everywhere: 'Überall', goTo: 'Gehe zu', list: 'In der Liste', person: 'Bei einer Person' },
  keys: {
    palette: 'Personen, Seiten, Aktionen finden',
    invite: 'Personen aus einer Liste einladen',
    add: 'Benutzer hinzufügen',
    wizard: 'Benutzer Schritt für Schritt hinzufügen',
    backForward: 'Zurück, vor',
    send: 'Absenden, in einem Dialog',
    close: 'Schließen',
    lock: 'Fenster sperren',
    sheet: 'Diese Hilfe',
    search: 'Liste durchsuchen',
    move: 'Bewegen',
    select: 'Auswählen',
    selectMore: 'Die nächste auch auswählen',
    selectAll: 'Alle Treffer auswählen',
    open: 'Öffnen',
    menu: 'Menü der Zeile',
    reinvite: 'Erneut einladen',
    renew: 'Link oder Gast verlängern',
    roles: 'Rollen ändern',
    copyLink: 'Link kopieren',
    revoke: 'Widerrufen',
    organization: 'Andere Organisation',
  },
  or: 'oder',
  names: {
    Mod: 'Strg',
    ModMac: '⌘',
    Alt: 'Alt',
    Shift: 'Umschalt',
    Enter: 'Eingabe',
    Delete: 'Entf',
    Space: 'Leertaste',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
  } as Readonly<Record<string, string>>,
  guides: [
    {
      title: 'Sehen, was Sie braucht',
      text: 'Die Übersicht nennt, was auf jemanden wartet, je mit dem Weg genau dorthin: Links, die enden oder ohne Antwort bleiben, E-Mails, die nicht ankamen oder stillstehen, Gäste, deren Zugang endet, Plätze, Entwürfe, Sicherungen. Darunter stehen Einladungen und Gäste über 30 Tage oder 12 Monate; der Knopf an jedem Diagramm zeigt die Zahlen als Tabelle.',
    },
    {
      title: 'Viele Personen einladen',
      text: 'Öffnen Sie „Benutzer einladen“, fügen Sie Adressen aus Outlook, Excel oder einem Kalender ein und lesen Sie, was mit jeder Zeile geschehen würde. Abgelehnte Zeilen bleiben mit dem Grund im Feld; die guten gehen hinaus.',
    },
    {
      title: 'Eine Datei importieren',
      text: 'Wählen Sie „Datei importieren“ im Menü von „Benutzer hinzufügen“, oder ziehen Sie eine CSV- oder XLSX-Datei auf die Seite Benutzer. Geben Sie an, was die Spalten enthalten, lesen Sie, was mit jeder Zeile geschehen würde, und laden Sie dann ein. Das Ergebnis lässt sich mit dem Grund für jede Zeile speichern.',
    },
    {
      title: 'Personen exportieren',
      text: '„Exportieren“ auf Benutzer, Ausstehend, Gäste und Posteingangsagenten speichert, was die Filter zeigen, oder die Ausgewählten, als CSV oder als Excel-Arbeitsmappe (XLSX); keine Zelle wird je berechnet. Von „Ausstehend“ steht darin, was aus der E-Mail wurde, die Worte des Servers, Alter, verbleibende Zeit und die Nummer der Einladung.',
    },
    {
      title: 'Mit einer Liste vergleichen',
      text: 'Wählen Sie „Mit einer Liste vergleichen“ im Menü von „Benutzer hinzufügen“ und geben Sie eine CSV- oder XLSX-Datei an, etwa aus der Personalabteilung. Sie erfahren, wer hier fehlt, wer nicht auf der Liste steht und wer in beiden ist. Laden Sie die Fehlenden ein, oder wählen Sie die anderen unter Benutzer aus, um sie zu sperren oder zu entfernen.',
    },
    {
      title: 'Wenn jemand keine E-Mail findet',
      text: 'Erinnern Sie zuerst an den Spam-Ordner. Der Postausgang zeigt, was der Mailserver gesagt hat. „Noch einmal senden“ schickt denselben Link; „Erneut einladen“ erzeugt einen neuen und beendet den alten.',
    },
    {
      title: 'Ausstehende durchsehen',
      text: '„Ausstehend“ ordnet Einladungen danach, was aus ihrer E-Mail wurde, mit den Worten des Servers, Alter und verbleibender Zeit. Sortieren Sie nach verbleibender Zeit, um zu sehen, wessen Link als Nächstes endet. Wählen Sie mehrere aus, um sie erneut einzuladen, zu verlängern, zu widerrufen oder ihre Links zu kopieren. Alles geht auch ohne Netz.',
    },
    {
      title: bounces.help.title,
      text: bounces.help.text,
    },
    {
      title: 'Einladungen vorbereiten und später senden',
      text: 'Der Pfeil neben der Schaltfläche jedes Dialogs, der einlädt, speichert das Getippte als Entwurf, auch Zeilen mit einem Problem, oder sendet es zu einer Zeit, die Sie wählen. „Ausstehend“, „Entwürfe“ führt auf, was wartet: Öffnen Sie einen Entwurf, tippen Sie in seine Zeilen und lesen Sie, was jede jetzt bewirken würde. Vor dem Senden ist kein Platz belegt. Was nicht hinausgehen kann, bleibt mit dem Grund im Entwurf.',
    },
    {
      title: 'Einladungen von einer zweiten Person freigeben lassen',
      text: 'Schalten Sie in „Einstellungen“, „Einladungen“ die Freigabe durch eine zweite Person ein. Wer Einladungen verfasst, gibt sie zur Prüfung; eine andere Person findet sie unter „Ausstehend“, „Warten auf Prüfung“ und gibt sie frei oder mit einer Bemerkung zurück. Eine Änderung nach der Freigabe verlangt eine neue. Erneut einladen und Verlängern gehen ohne.',
    },
    {
      title: 'Wenn ein Link abgelaufen ist',
      text: 'Wählen Sie „Neue Einladung erstellen“ im Menü der Zeile. Rollen, Teams und Produkte bleiben; die Zeit läuft, sobald die E-Mail dem Server übergeben ist.',
    },
    {
      title: 'Festlegen, wer was darf',
      text: 'Duplizieren Sie unter Rollen eine eingebaute Rolle oder fügen Sie eine hinzu, und haken Sie an, was sie erlaubt. Niemand vergibt mehr, als er selbst hat, und der letzte Inhaber bleibt.',
    },
    {
      title: auditWords.help.title,
      text: auditWords.help.text,
    },
    {
      title: 'Personen Teams, Gruppen und Linien zuordnen',
      text: 'Öffnen Sie den Eintrag und wählen Sie „Personen hinzufügen“. Zusammenführen verschiebt alle Mitglieder und ist endgültig; Archivieren nimmt den Eintrag nur aus der Auswahl.',
    },
    {
      title: 'Mehrere Organisationen getrennt halten',
      text: 'Der Name oben links führt zu den anderen Organisationen, zu einer neuen und zu „Umbenennen“. Eine Person hat ein Konto und kann zu mehreren gehören; Personen, Rollen, Teams, E-Mails und Einstellungen der einen erscheinen nie in einer anderen.',
    },
    {
      title: 'Gäste für eine Weile hereinlassen',
      text: 'Wählen Sie „Gäste einladen“ im Menü unter Ihrem Namen. Der Zugang beginnt mit der Annahme, endet nach dem Zeitraum von selbst und belegt keinen Platz. Einstellungen, Gäste enthält den Zeitraum und die Partner-Domains.',
    },
    {
      title: 'Wenn der Zugang eines Gastes bald endet',
      text: 'Der Hinweis über Benutzer und Gäste führt zu ihnen, und einmal am Tag meldet es das System, während niemand hinsieht. „Verlängern“ beginnt den Zeitraum neu; wählen Sie für „Gastzugang verlängern“ mehrere aus. Ist der Zugang beendet, stellt ihn nur „Erneut einladen“ wieder her.',
    },
    {
      title: 'Wenn keine Plätze frei sind',
      text: 'Einstellungen, Benutzer & Lizenzen zeigt, was belegt ist. Ein Widerruf, ein Entfernen oder ein abgelaufener Link gibt einen Platz frei; eine Sperre ebenso.',
    },
    {
      title: 'E-Mail einrichten',
      text: 'Geben Sie in den Einstellungen unter E-Mail den Server ein, wählen Sie die Art der Anmeldung (OAuth 2 für Microsoft 365 und Google) und drücken Sie „Prüfen“: Es nennt den Schritt, der nicht gelang. Bis dahin warten E-Mails im Postausgang, und kein Link altert.',
    },
    {
      title: 'Eine andere Sprache sprechen',
      text: 'Mein Profil, Dieser Computer enthält die Sprache des Fensters. Einstellungen, Organisation enthält die der E-Mails; jede Einladung kann eine andere haben, und wer im Portal eine Sprache gewählt hat, bekommt E-Mails in ihr.',
    },
    {
      title: 'E-Mails selbst formulieren',
      text: 'Wählen Sie in den Einstellungen unter Wortlaut eine E-Mail und ändern Sie Betreff und Text; die Vorschau daneben zeigt, wie sie ankommt. Namen in geschweiften Klammern werden ausgefüllt, und was in eckigen Klammern steht, entfällt, wenn etwas darin nicht bekannt ist. Senden Sie zuerst einen Test. „Zurücksetzen“ bringt die üblichen Worte zurück. Logo und Farbe sind der letzte Eintrag der Liste.',
    },
    {
      title: 'Wenn der Versand angehalten ist',
      text: 'Der Server hat die Anmeldung oder die sichere Verbindung abgelehnt. Wartende E-Mails bleiben erhalten. Korrigieren Sie die Einstellungen, und der Versand geht weiter. Hat ihn jemand von Hand angehalten, geht er weiter, sobald jemand „Versand fortsetzen“ wählt.',
    },
    {
      title: 'Eine E-Mail anhalten, abbrechen oder wiederholen',
      text: 'Wählen Sie im Postausgang Nachrichten aus: „Anhalten“ hält sie zurück, „Abbrechen“ nimmt sie endgültig heraus, während die Einladung offen bleibt. „Ungewiss“ heißt, dass sie angekommen sein kann; noch einmal gesendet ist es dieselbe Nachricht. „Gespräch“ zeigt, was der Mailserver gesagt hat. In einer Zeile öffnet P die Person, R versucht es noch einmal, H hält an oder gibt frei, Entf bricht ab.',
    },
    {
      title: 'Ohne Netz',
      text: 'Alles lässt sich vorbereiten, und Links lassen sich kopieren. E-Mails warten im Postausgang, zählen keinen fehlgeschlagenen Versuch und gehen von selbst hinaus, sobald das Netz wieder da ist.',
    },
    {
      title: 'Dem Protokoll vertrauen',
      text: 'Jeder Eintrag ist mit dem vorigen zusammen versiegelt. „Prüfen“ auf der Seite „Protokoll“ geht alle durch und nennt jeden, bei dem jemand mit einem anderen Programm etwas geändert, entfernt, eingefügt oder verschoben hat.',
    },
    {
      title: 'Das Fenster offen lassen',
      text: 'Wenn es eine Weile niemand berührt und wenn der Computer schläft oder seinen Bildschirm sperrt, verlangt das Fenster Ihr Kennwort; was Sie getippt haben, bleibt. „Mein Profil“, „Dieser Computer“ legt fest, nach wie vielen Minuten. „Sperren“ im Kontomenü tut es sofort.',
    },
    {
      title: 'Sichern und wiederherstellen',
      text: 'Gatehouse erstellt jeden Tag eine Sicherung. In den Einstellungen unter „Sicherungen“ legt ein Inhaber Ordner und Passphrase fest, erstellt sofort eine oder stellt eine wieder her: Eine Vorschau zeigt, was sie enthält, neben dem, was hier ist. Was ersetzt wird, bleibt erhalten, und der Versand ruht, bis Sie ihn fortsetzen. Auf einem neuen Computer wählen Sie beim ersten Start „Eine Sicherung wiederherstellen“.',
    },
  ],
} as const;

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so do shells write their variables
const whom =
  'Personen werden mit ihren Adressen genannt, als Argumente oder in einer Datei, oder mit den Optionen der Liste; --all meint alle, mit denen es möglich ist. Wo es nicht geht, wird der Grund genannt; alle anderen hält das nicht auf.';
const saving =
  'Ohne --output geht CSV auf die Standardausgabe. Die Endung der Datei sagt, ob sie CSV oder eine Excel-Mappe ist; in beiden rechnet eine Tabellenkalkulation nichts, was auch in den Zellen steht.';
const messagesChosen =
  'Nachrichten werden mit ihren Nummern genannt oder mit den Optionen der Liste; --all meint jede Nachricht.';

/** What each command does. */
export const cliVerbs = {
  invite: {
    short: 'Lädt Personen als Benutzer, Gäste oder Posteingangsagenten ein.',
    text: 'Adressen werden gelesen, wie das Eingabefeld des Fensters sie liest: „Name <Adresse>“, Listen mit Komma, Semikolon oder Zeilenumbruch dazwischen, und Tabellen aus einer Tabellenkalkulation; „--file -“ liest die Standardeingabe. Wer neu ist, wird eingeladen; Mitglieder und schon Eingeladene werden übersprungen; alle anderen werden mit dem Grund abgelehnt. Eine Zeile, die eigene Rollen oder Teams nennt, behält sie, die übrigen bekommen die der Optionen.\nMit --draft, --review oder --at wird nichts gesendet: Aus den guten Zeilen wird ein Entwurf.',
  },
  reinvite: {
    short: 'Beendet ausstehende oder abgelaufene Einladungen und sendet neue; ältere Links erlöschen.',
    text: whom,
  },
  revoke: {
    short: 'Widerruft ausstehende oder abgelaufene Einladungen endgültig: Link und wartende E-Mail erlöschen.',
    text: whom,
  },
  'guests renew': {
    short: 'Verlängert den Zugang von Gästen, jeweils um die Dauer ihrer Einladung.',
    text: whom,
  },
  'users list': {
    short: 'Listet Benutzer und Gäste auf, mit den Filtern und Spalten des Fensters.',
    text: 'Ohne Filter: Benutzer und Gäste, die aktiv, ausstehend, abgelaufen oder gesperrt sind. Mit --csv nennt die erste Zeile die Spalten mit ihren Kürzeln, und Zeitpunkte stehen in UTC; mit --json steht in jeder Zeile alles.',
  },
  import: {
    short: 'Lädt die Personen einer CSV- oder XLSX-Datei ein.',
    text: 'Was die Spalten enthalten, wird aus ihren Überschriften erraten; --map gibt es stattdessen an. Eine Zeile, die keine Rolle, kein Team, keine Gruppe oder kein Produkt nennt, bekommt die der Optionen. --result hält fest, was aus jeder Zeile wurde.',
  },
  'export users': { short: 'Schreibt Benutzer und Gäste in eine Datei.', text: saving },
  'export pending': { short: 'Schreibt offene Einladungen in eine Datei, mit dem Stand ihrer E-Mails.', text: saving },
  'export guests': {
    short: 'Schreibt Gäste in eine Datei, mit dem Ende ihres Zugangs und den Verantwortlichen.',
    text: saving,
  },
  'export audit': { short: 'Schreibt das Protokoll in eine Datei.', text: saving },
  'outbox list': {
    short: 'Listet die Nachrichten des Postausgangs auf, die neuesten zuerst, mit den Worten des Servers.',
    text: '',
  },
  'outbox show': {
    short: 'Zeigt eine Nachricht, wie sie gesendet wird oder wurde; ihr Link ist verdeckt.',
    text: '',
  },
  'outbox retry': {
    short: 'Versucht Nachrichten noch einmal, die aufgeschoben, ungewiss, fehlgeschlagen oder zurückgekommen sind.',
    text: `${messagesChosen} Eine ungewisse kann angekommen sein, deshalb wird vorher gefragt.`,
  },
  'outbox hold': { short: 'Hält wartende Nachrichten zurück, bis sie freigegeben werden.', text: messagesChosen },
  'outbox release': { short: 'Gibt angehaltene Nachrichten frei.', text: messagesChosen },
  'outbox cancel': {
    short: 'Nimmt wartende oder angehaltene Nachrichten endgültig aus dem Versand.',
    text: `${messagesChosen} Einladungen bleiben offen.`,
  },
  'outbox pause': { short: 'Hält den Versand an, bis er fortgesetzt wird: Keine Nachricht geht mehr ab.', text: '' },
  'outbox resume': { short: 'Setzt den Versand fort, wer oder was ihn auch angehalten hat.', text: '' },
  'backup make': { short: 'Macht jetzt eine Sicherung und prüft sie, indem sie geöffnet wird.', text: '' },
  'backup list': { short: 'Listet die Sicherungen des Arbeitsbereichs auf, die neuesten zuerst.', text: '' },
  'backup restore': {
    short: 'Setzt eine Sicherung an die Stelle des Arbeitsbereichs, der aufgehoben wird.',
    text: 'Genannt wird eine aus der Liste oder eine Datei. Niemand darf den Arbeitsbereich derweil geöffnet haben. Der Versand bleibt danach angehalten, damit nichts doppelt hinausgeht. --dry-run zeigt, was die Sicherung enthält.',
  },
  'audit list': { short: 'Listet auf, was getan und verweigert wurde, das Neueste zuerst.', text: '' },
  'audit verify': {
    short: 'Prüft, dass nichts im Protokoll geändert, entfernt, hinzugefügt oder verschoben wurde.',
    text: 'Wird etwas gefunden, ist der Rückgabewert 3.',
  },
  'sign-in': {
    short: 'Meldet jemanden für acht Stunden an.',
    text: 'Nötig, wo jemand die Anmeldung in zwei Schritten hat oder eine Organisation sie verlangt. Kennwort und Code werden im Terminal erfragt oder aus GATEHOUSE_PASSWORD (oder einer Datei) und GATEHOUSE_CODE gelesen.',
  },
  recover: {
    short: 'Setzt das vergessene Kennwort eines Inhabers mit dessen Wiederherstellungscode neu.',
    text: 'Wiederherstellungscode und neues Kennwort (zweimal) werden im Terminal erfragt oder aus GATEHOUSE_RECOVERY_CODE und GATEHOUSE_NEW_PASSWORD (oder einer Datei) gelesen. Der Code gilt einmal; die Antwort enthält den nächsten, der nur dieses eine Mal gezeigt wird. Alle Sitzungen des Inhabers enden. Die Anmeldung in zwei Schritten fragt weiter nach ihrem Code.',
  },
  'sign-out': { short: 'Beendet, was sign-in begonnen hat, für eine Person oder für alle.', text: '' },
  serve: {
    short: 'Sendet E-Mails und betreibt das Portal ohne Fenster, bis es beendet wird.',
    text: 'Sendet die wartenden E-Mails, betreibt das Portal, erinnert, benachrichtigt Gäste über das Ende ihres Zugangs, sendet Entwürfe zu ihrer Zeit und macht Sicherungen. Bei SIGTERM oder SIGINT wird beendet, was gerade läuft; der Rückgabewert ist 0. Ein zweites Signal wartet nicht. Was die übrigen Optionen sagen, wird im Arbeitsbereich gespeichert, weil die Links in den E-Mails es brauchen. systemd erfährt, wenn alles bereit ist. Ein Fehler ist ein Objekt auf der Standardausgabe, und der Rückgabewert ist 1.',
  },
  call: {
    short: 'Ruft einen Vorgang auf und gibt sein Ergebnis als JSON aus.',
    text: 'Ohne JSON ist die Eingabe {}, mit - wird sie von der Standardeingabe gelesen. organizations.create legt einen Arbeitsbereich an, wo es noch keinen gibt; backups.restore tut das auch und ersetzt einen, den niemand geöffnet hat. Ein Fehler ist ein Objekt mit „code“, „message“ und vielleicht „issues“ auf der Standardausgabe, und der Rückgabewert ist 1.',
  },
  operations: {
    short: 'Listet die Vorgänge auf oder zeigt einen mit den Schemas seiner Ein- und Ausgabe.',
    text: 'Mit --json ist alles für Programme, mit den JSON-Schemas.',
  },
  completion: {
    short: 'Gibt aus, womit eine Shell Befehle, Optionen und Werte ergänzt.',
    text: 'Für bash: source <(gatehouse completion bash)\nFür zsh: gatehouse completion zsh > "${fpath[1]}/_gatehouse"\nFür fish: gatehouse completion fish > ~/.config/fish/completions/gatehouse.fish',
  },
  help: { short: 'Erklärt alle Befehle oder einen.', text: '' },
};

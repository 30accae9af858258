import type { key as english } from '../en/key.ts';

const whyNot: Readonly<Record<string, string>> = {
  'basic-text': 'Dieser Desktop hat jetzt keinen Schlüsselbund.',
  unavailable: 'Der Schlüsselbund antwortet nicht; vielleicht ist er gesperrt.',
  'no-window':
    'Nur das Fenster kann den Schlüsselbund fragen. Geben Sie den Schlüssel mit --key-file, GATEHOUSE_KEY_FILE oder dem systemd-Credential „gatehouse-key“ an.',
  refused:
    'Der Schlüsselbund kennt ihn nicht mehr: Er wurde zurückgesetzt, gewechselt oder gehört zu einem anderen Konto.',
};

export const key: typeof english = {
  lead: 'Ein Schlüssel signiert jeden Link, versiegelt gespeicherte Kennwörter und beweist das Protokoll. Wer ihn und eine Kopie des Arbeitsbereichs hat, kann all das auch.',
  ownersOnly: 'Der Schlüssel gehört zum ganzen Arbeitsbereich, deshalb sehen nur Inhaber diese Seite.',
  where: 'Schlüssel des Arbeitsbereichs',
  places: {
    file: 'Schlüsseldatei, nur für Sie lesbar',
    given: 'Schlüsseldatei, die beim Start genannt wurde',
    keyring: (name) => `Schlüsselbund: ${name}`,
  },
  keyrings: {
    gnome_libsecret: 'GNOME-Schlüsselbund (gnome-libsecret)',
    kwallet: 'KWallet',
    kwallet5: 'KWallet 5',
    kwallet6: 'KWallet 6',
    keychain: 'macOS-Schlüsselbund',
    dpapi: 'Windows-Datenschutz (DPAPI)',
  },
  meaning: {
    file: 'Andere Konten dieses Computers können sie nicht lesen. Wer eine Kopie Ihres ganzen Ordners bekommt, von einer Platte oder aus einer Sicherung, hat sie. Befehlszeile und Dienst benutzen sie ohne Nachfrage.',
    keyring:
      'Eine Kopie des Ordners ist ohne den Schlüsselbund Ihres Desktops nutzlos. Befehlszeile und Dienst können keinen Schlüsselbund fragen: Geben Sie ihnen den Wiederherstellungsschlüssel mit --key-file oder als systemd-Credential. Wird der Schlüsselbund zurückgesetzt, bringt der Wiederherstellungsschlüssel den Arbeitsbereich zurück.',
    given: 'Der Schlüssel kommt von außerhalb des Ordners, und nichts davon wird dort aufbewahrt.',
  },
  mended:
    'Andere Konten dieses Computers konnten die Schlüsseldatei bis eben lesen. Sie wurde bei diesem Start geschlossen.',
  none: 'Dieses System bietet keinen Schlüsselbund',
  lacking: {
    'basic-text':
      'Was hier versiegelt würde, könnte jeder öffnen, denn dieser Desktop hat keinen Kennwortspeicher (GNOME-Schlüsselbund, KWallet). Deshalb bleibt der Schlüssel in seiner Datei: Wer Ihre Dateien lesen kann, kann ihn lesen.',
    unavailable:
      'Sein Kennwortspeicher antwortet nicht. Deshalb bleibt der Schlüssel in seiner Datei: Wer Ihre Dateien lesen kann, kann ihn lesen.',
    'no-window': 'Nur das Fenster kann einen erreichen.',
  },
  toKeyring: 'In den Schlüsselbund legen…',
  toFile: 'Zurück in eine Schlüsseldatei…',
  saveRecovery: 'Wiederherstellungsschlüssel speichern…',
  saved: 'Wiederherstellungsschlüssel gespeichert.',
  moved: {
    keyring: 'Der Schlüssel liegt jetzt im Schlüsselbund.',
    file: 'Der Schlüssel liegt wieder in seiner Datei.',
  },
  recoveryName: 'gatehouse-wiederherstellungsschluessel.txt',
  move: {
    keyringTitle: 'Schlüssel in den Schlüsselbund legen',
    keyring: [
      'Zuerst wird der Wiederherstellungsschlüssel gespeichert, wo Sie wollen: auf einer anderen Platte oder einem Stick, oder drucken Sie ihn und löschen Sie die Datei. Ohne ihn nimmt ein zurückgesetzter Schlüsselbund den Schlüssel des Arbeitsbereichs mit.',
      'Danach wird die Schlüsseldatei entfernt. Was vorher auf der Platte stand, können Fachleute dort vielleicht noch finden.',
      'Von da an brauchen Befehlszeile und Dienst --key-file oder ein systemd-Credential; die Datei des Wiederherstellungsschlüssels genügt.',
    ],
    keyringConfirm: 'Wiederherstellungsschlüssel speichern und umziehen',
    fileTitle: 'Schlüssel zurück in eine Datei legen',
    file: [
      'Der Schlüssel liegt dann wieder im Ordner des Arbeitsbereichs, nur für Sie lesbar. Befehlszeile und Dienst brauchen dann nichts weiter.',
    ],
    fileConfirm: 'Umziehen',
    cancel: 'Abbrechen',
  },
  recoveryFile: {
    title: 'Wiederherstellungsschlüssel von Gatehouse',
    of: (folder) => `Arbeitsbereich: ${folder}`,
    made: (day) => `Gespeichert: ${day}`,
    text: [
      'Er steht für den Schlüssel des Arbeitsbereichs. Wer ihn und eine Kopie des Arbeitsbereichs hat, kann Links signieren und gespeicherte Kennwörter lesen.',
      'Bewahren Sie ihn getrennt vom Arbeitsbereich auf. Das Fenster fragt nach ihm, wenn der Schlüsselbund nicht mehr zu gebrauchen ist;',
      'die Befehlszeile nimmt diese Datei mit --key-file.',
    ],
  },
  lost: {
    intro: 'Vom Arbeitsbereich ist nichts verloren: Es fehlt nur, was ihn öffnet. Das sind die Wege zurück.',
    again:
      'Gehen Sie zu dem Schlüsselbund zurück, in den der Schlüssel gelegt wurde, entsperren Sie ihn und versuchen Sie es erneut.',
    recovery: 'Wiederherstellungsschlüssel',
    recoveryHint: 'Die 56 Buchstaben und Ziffern, die beim Umzug des Schlüssels gespeichert wurden.',
    use: 'Diesen Schlüssel benutzen',
    backup: 'Schlüssel aus einer verschlüsselten Sicherung nehmen…',
    backupTitle: 'Der Schlüssel einer Sicherung',
    backupText: 'Nur der Schlüssel wird genommen; Personen und alles andere bleiben, wie sie hier sind.',
    passphrase: 'Passphrase der Sicherung',
    take: 'Schlüssel nehmen',
    begin: 'Der Schlüssel ist verloren…',
    beginTitle: 'Mit einem neuen Schlüssel beginnen',
    beginText: [
      'Jeder ausgegebene Link endet. Senden Sie die offenen Einladungen danach erneut.',
      'Das Kennwort des Mailservers und die Passphrase der Sicherungen müssen erneut eingegeben werden.',
      'Das Protokoll bleibt, aber was bis jetzt darin steht, lässt sich nicht mehr beweisen; eine neue Kette beginnt, und ein Eintrag sagt es.',
      'Alle melden sich neu an. Die Kennwörter der Personen bleiben, wie sie sind.',
    ],
    word: 'NEUER SCHLÜSSEL',
    type: (word) => `Geben Sie zur Bestätigung ${word} ein`,
    confirm: 'Mit neuem Schlüssel beginnen',
    cancel: 'Abbrechen',
  },
  errors: {
    exposed: (file, why) =>
      why === 'owner'
        ? `Der Schlüssel des Arbeitsbereichs ${file} gehört einem anderen Konto dieses Computers und wird deshalb nicht benutzt. Machen Sie ihn zu Ihrem (chown), wenn Sie ihm trauen.`
        : `Der Schlüssel des Arbeitsbereichs ${file} ist für andere Konten lesbar und wird deshalb nicht benutzt. Schließen Sie ihn mit „chmod 600“.`,
    inKeyring: (file, why) =>
      `Der Schlüssel des Arbeitsbereichs ist von einem Schlüsselbund versiegelt (${file}) und nicht lesbar. ${whyNot[why] ?? why}`,
    wrong: (file) => `Der Schlüssel ${file} ist nicht der dieses Arbeitsbereichs. Es wurde nichts geändert.`,
    notLost: 'Der Schlüssel dieses Arbeitsbereichs ist nicht verloren. Es wurde nichts geändert.',
    noKeyring: 'Der Schlüsselbund konnte den Schlüssel nicht aufnehmen. Er bleibt, wo er war.',
    recoveryWrong:
      'Das ist kein Wiederherstellungsschlüssel. Er hat 56 Buchstaben und Ziffern; suchen Sie nach einem Lesefehler.',
    beside:
      'Wählen Sie einen Ort außerhalb des Arbeitsbereichs: Daneben ginge der Wiederherstellungsschlüssel mit ihm verloren.',
  },
  audit: {
    moved: 'Schlüssel des Arbeitsbereichs umgezogen',
    savedRecovery: 'Wiederherstellungsschlüssel gespeichert',
    recovered: 'Dem Arbeitsbereich seinen Schlüssel zurückgegeben',
    began: 'Mit einem neuen Schlüssel des Arbeitsbereichs begonnen',
  },
};

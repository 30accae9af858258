/** Words of erasing somebody who was removed. */
export const erase = {
  title: 'Personenbezogene Daten löschen',
  text: 'Nimmt Name, Adresse, Telefon, Konto, Einladungen und E-Mails aus Gatehouse. Das Protokoll behält einen Decknamen.',
  action: 'Löschen…',
  ownersOnly: 'Nur ein Inhaber dieser Organisation löscht Personen.',
  ask: {
    title: 'Personenbezogene Daten löschen?',
    text: 'Name, Adresse, Telefon, Einladungen, E-Mails, Mitteilungen und Zeilen in Entwürfen werden hier endgültig entfernt, und wartende E-Mails gehen nicht mehr hinaus. Im Protokoll steht ein Deckname. Das Konto verschwindet ebenfalls, sobald keine Organisation dieses Arbeitsbereichs die Person mehr kennt.',
    backups:
      'Frühere Sicherungen enthalten die Daten noch, bis sie ausgedünnt sind, ebenso Ordner eines ersetzten Arbeitsbereichs und exportierte Dateien. Wird eine solche Sicherung hier wiederhergestellt, wird die Person erneut gelöscht; auf einem anderen Computer muss das von Hand geschehen.',
    confirm: (email: string) => `Zur Bestätigung ${email} eingeben`,
    keep: 'Behalten',
    erase: 'Endgültig löschen',
  },
  done: (pseudonym: string) => `Gelöscht. Im Protokoll steht „${pseudonym}“.`,
  list: {
    title: 'Personen, die gegangen sind',
    text: 'Entfernte Personen und widerrufene Einladungen bleiben verzeichnet, bis ein Inhaber sie löscht: Öffnen Sie die Person in der Liste der Benutzer.',
    open: 'Entfernte und widerrufene anzeigen',
  },
};

/** What is kept and shown where no access token came. */
export const token = {
  away: (host: string, why: string) => `Kein Zugriffstoken von ${host}: ${why}`,
  noAnswer: 'Keine Antwort.',
  status: (host: string, status: number) => `Kein Zugriffstoken: ${host} antwortete mit Status ${status}.`,
  malformed: (host: string, what: string) => `Kein Zugriffstoken: Die Antwort von ${host} ${what}.`,
  noJson: 'ist kein JSON-Objekt',
  noToken: 'enthält kein brauchbares Zugriffstoken',
  notBearer: 'enthält ein Token, das kein Bearer-Token ist',
  noExpiry: 'sagt nicht in Sekunden, wie lange das Token gilt',
  badRefresh: 'enthält ein unbrauchbares Aktualisierungstoken',
  said: (host: string, words: string) => `${host} antwortete: ${words}`,
  refused: 'Die Anmeldung wurde abgelehnt.',
  /** By the code of RFC 6749, 5.2. */
  reasons: {
    invalid_grant:
      'Die Anmeldung wurde abgelehnt: Das Aktualisierungstoken ist abgelaufen oder wurde widerrufen. Holen Sie ein neues und geben Sie es in den Einstellungen ein.',
    invalid_client: 'Die Anmeldung wurde abgelehnt: Client-ID oder Clientschlüssel stimmen nicht.',
    unauthorized_client: 'Die Anmeldung wurde abgelehnt: Dieser Client darf keine Aktualisierungstoken verwenden.',
    invalid_scope: 'Die Anmeldung wurde abgelehnt: Der Bereich ist nicht bekannt oder wurde nicht gewährt.',
    unsupported_grant_type: 'Die Anmeldung wurde abgelehnt: Der Endpunkt gibt nichts für Aktualisierungstoken.',
  },
  keyChanged: 'Das gespeicherte Aktualisierungstoken ist nicht mehr lesbar. Geben Sie es noch einmal ein.',
};

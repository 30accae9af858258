import type { MailAuth, MailSecurity, mailTestSteps } from '../../vocabulary/mail.ts';
import { letters } from './letters.ts';
import { oauthSettings } from './mail-oauth.ts';
import { token } from './mail-token.ts';

const securities: Readonly<Record<MailSecurity, string>> = { starttls: 'STARTTLS', tls: 'TLS', none: 'Keine' };
const steps: Readonly<Record<(typeof mailTestSteps)[number], string>> = {
  'look-up': 'Namen nachschlagen',
  connect: 'Verbinden',
  greeting: 'Begrüßung',
  tls: 'Verbindung sichern',
  token: 'Zugriffstoken holen',
  login: 'Anmelden',
  sender: 'Absender angenommen',
  recipient: 'Empfänger angenommen',
  message: 'Nachricht übernommen',
};
/** What to do when a step fails. */
const advice: Readonly<Record<(typeof mailTestSteps)[number], string>> = {
  'look-up': 'Der Name des Servers ist nicht bekannt. Prüfen Sie Schreibweise und Netz.',
  connect: 'Dort antwortet nichts. Prüfen Sie Host, Port und Firewall.',
  greeting:
    'Es antwortet etwas, aber nicht wie ein Mailserver. Prüfen Sie Port und Sicherheit: 587 ist STARTTLS, 465 ist TLS.',
  tls: 'Die Verbindung lässt sich nicht sichern. Prüfen Sie die Art der Sicherheit und das Zertifikat des Servers.',
  token:
    'Der Token-Endpunkt gab kein Zugriffstoken. Prüfen Sie Endpunkt, Client-ID, Clientschlüssel, Bereich und Aktualisierungstoken.',
  login:
    'Der Server nimmt diese Anmeldung nicht an. Manche Anbieter verlangen ein Kennwort für Programme oder OAuth 2.',
  sender: 'Der Server lässt diese Anmeldung nicht mit diesem Absender senden.',
  recipient: 'Der Server nimmt keine E-Mails für diese Adresse an.',
  message: 'Der Server hat die Testnachricht selbst abgelehnt.',
};

const testLetter = {
  subject: (organization: string) => `Test-E-Mail von ${organization}`,
  text: (organization: string) =>
    `Dies ist ein Test der E-Mail-Einstellungen von ${organization} in Gatehouse.\nEr ist angekommen, sie funktionieren also. Es ist nichts zu tun.`,
};

export const mail = {
  token,
  letters,
  testLetter,
  settings: {
    lead: 'Der Server, über den E-Mails hinausgehen.',
    none: 'Es ist kein Mailserver festgelegt. E-Mails warten im Postausgang.',
    server: 'Server',
    host: 'Host',
    port: 'Port',
    security: 'Sicherheit',
    securities,
    securityHints: {
      starttls:
        'Die Verbindung wird verschlüsselt, bevor etwas anderes gesagt wird; ein Server, der das nicht kann, wird abgelehnt.',
      tls: 'Vom ersten Byte an verschlüsselt.',
      none: 'Kennwort und E-Mails gehen unverschlüsselt durch das Netz. Nur für einen Server auf diesem Computer.',
    } satisfies Record<MailSecurity, string>,
    acceptAny: 'Jedes Zertifikat annehmen',
    acceptAnyHint: 'Dann kann jeder auf dem Weg zum Server E-Mails und Kennwort lesen.',
    account: 'Anmeldung',
    auth: 'Art der Anmeldung',
    auths: { none: 'Keine', password: 'Kennwort', oauth2: 'OAuth 2' } satisfies Record<MailAuth, string>,
    authHints: {
      none: 'Der Server nimmt E-Mails von diesem Computer ohne Anmeldung an.',
      password: 'Ein Benutzername mit Kennwort.',
      oauth2: 'Für Microsoft 365, Google und andere, die kein Kennwort wollen: Gatehouse meldet sich mit Token an.',
    } satisfies Record<MailAuth, string>,
    oauth: oauthSettings,
    login: 'Benutzername',
    password: 'Kennwort',
    stored: 'Gespeichert; zum Ersetzen eingeben',
    envelope: 'Absender',
    senderName: 'Absendername',
    sender: 'Absenderadresse',
    replyTo: 'Antwort an',
    replyToHint: 'Wohin Antworten gehen, wenn nicht an den Absender.',
    pace: 'Tempo',
    perMinute: 'Nachrichten je Minute, höchstens',
    perMinuteHint:
      'Für einen Server, der nur so viele annimmt. Keine Minute hat je mehr, auch nicht nach einem Neustart.',
    noLimit: 'Keine Grenze',
    test: 'Prüfen',
    testTitle: 'Diese Einstellungen prüfen',
    testLead: 'Geht jeden Schritt mit dem durch, was oben steht, gespeichert oder nicht.',
    testTo: 'Testnachricht senden an',
    testing: 'Wird geprüft',
    testOk: 'Jeder Schritt ist gelungen.',
    testSent: 'Die Testnachricht wurde übernommen. Sie sollte in wenigen Minuten ankommen.',
    testFailed: (step: string) => `Stehen geblieben bei: ${step}`,
    testBroken: 'Die Prüfung konnte nicht ausgeführt werden.',
    steps,
    advice,
    stepStates: { done: 'erledigt', failed: 'fehlgeschlagen', waiting: 'nicht erreicht', skipped: 'ausgelassen' },
    stepsLabel: 'Schritte der Prüfung',
    code: (code: string) => `Code ${code}`,
  },
};

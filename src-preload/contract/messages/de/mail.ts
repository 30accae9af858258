import type { MailAuth, MailSecurity, mailTestSteps } from '../../mail.ts';
import { count } from './common.ts';
import { date, list } from './format.ts';
import { guestLetters } from './guest-letters.ts';
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

const instantIn = (at: number, timeZone: string) => date(at, timeZone, { dateStyle: 'full', timeStyle: 'short' });

/** The words of the invitation itself. What goes in is plain text; escaping it for HTML is the composer's work. */
const letter = {
  subject: (inviter: string | null, organization: string) =>
    inviter === null ? `Sie sind zu ${organization} eingeladen` : `${inviter} lädt Sie zu ${organization} ein`,
  reminderSubject: (organization: string) => `Erinnerung: Ihre Einladung zu ${organization} wartet`,
  greeting: (name: string) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
  reminds: 'Dies ist eine Erinnerung: Die Einladung wurde noch nicht angenommen, und ihr Link läuft bald ab.',
  invites: (inviter: string | null, organization: string) =>
    inviter === null
      ? `Sie sind eingeladen, ${organization} beizutreten.`
      : `${inviter} lädt Sie ein, ${organization} beizutreten.`,
  invitesGuest: (inviter: string | null, organization: string) =>
    inviter === null
      ? `Sie sind als Gast zu ${organization} eingeladen.`
      : `${inviter} lädt Sie als Gast zu ${organization} ein.`,
  access: (days: number) => `Ihr Zugang gilt ${count(days, 'Tag', 'Tage')} ab dem Tag, an dem Sie annehmen.`,
  writes: (inviter: string | null) => (inviter === null ? 'Eine Nachricht für Sie:' : `${inviter} schreibt:`),
  roles: (roles: readonly string[]) =>
    roles.length === 1 ? `Ihre Rolle wird ${roles[0]}.` : `Ihre Rollen werden ${list(roles)}.`,
  replaces: 'Diese E-Mail ersetzt eine frühere Einladung: Nur der Link unten funktioniert.',
  button: 'Einladung annehmen',
  openLink: 'Öffnen Sie zum Annehmen diesen Link:',
  until: (at: number, timeZone: string) =>
    `Der Link funktioniert einmal, bis ${instantIn(at, timeZone)} (${timeZone}).`,
  unexpected:
    'Haben Sie diese Einladung nicht erwartet, beachten Sie die E-Mail nicht weiter: Es geschieht nichts, solange Sie den Link nicht benutzen. Geben Sie sie nicht weiter.',
  contact: (contact: string) => `Fragen? ${contact}`,
  footer: (organization: string) => `Gesendet mit Gatehouse für ${organization}.`,
};
/** The words of the mail for a forgotten password. */
const resetLetter = {
  subject: (organization: string) => `Ein neues Kennwort für ${organization}`,
  asked: 'für diese Adresse wurde ein neues Kennwort angefordert.',
  button: 'Neues Kennwort wählen',
  openLink: 'Öffnen Sie diesen Link, um eines zu wählen:',
  unexpected:
    'Waren Sie das nicht, beachten Sie diese E-Mail nicht weiter: Ihr Kennwort bleibt, wie es ist. Geben Sie den Link nicht weiter.',
};
const testLetter = {
  subject: (organization: string) => `Test-E-Mail von ${organization}`,
  text: (organization: string) =>
    `Dies ist ein Test der E-Mail-Einstellungen von ${organization} in Gatehouse.\nEr ist angekommen, sie funktionieren also. Es ist nichts zu tun.`,
};

export const mail = {
  token,
  letter,
  resetLetter,
  guestLetters,
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

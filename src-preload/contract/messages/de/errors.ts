import type { ErrorCode, ErrorData } from '../../errors.ts';
import type { Permission } from '../../vocabulary/permissions.ts';
import { auditWords } from './audit-filters.ts';
import { bounces } from './bounces.ts';
import { cli } from './cli.ts';
import { count } from './common.ts';
import { drafts } from './drafts.ts';
import { number } from './format.ts';
import { https } from './https.ts';
import { imports } from './import.ts';
import { key } from './key.ts';
import { users } from './users.ts';

const rights: Record<Permission, string> = {
  'users:read': 'Benutzer lesen',
  'users:write': 'Benutzer ändern',
  'guests:read': 'Gäste lesen',
  'guests:write': 'Gäste ändern',
  'structure:read': 'Teams, Gruppen, Produkte und Linien lesen',
  'structure:write': 'Teams, Gruppen, Produkte und Linien ändern',
  'roles:read': 'Rollen lesen',
  'roles:write': 'Rollen ändern',
  'mail:read': 'E-Mail lesen',
  'mail:write': 'E-Mail ändern',
  'settings:read': 'Einstellungen lesen',
  'settings:write': 'Einstellungen ändern',
  'audit:read': 'Protokoll lesen',
  'links:copy': 'Einladungslinks kopieren',
  'invitations:reinvite': 'Erneut einladen',
  'guests:invite': 'Gäste einladen',
};

interface Thing {
  /** After “es gibt” and the like. */
  readonly one: string;
  readonly this: string;
}
const masculine = (noun: string): Thing => ({ one: `einen ${noun}`, this: `Diesen ${noun}` });
const feminine = (noun: string): Thing => ({ one: `eine ${noun}`, this: `Diese ${noun}` });
const neuter = (noun: string): Thing => ({ one: `ein ${noun}`, this: `Dieses ${noun}` });
const things: Readonly<Record<string, Thing>> = {
  backup: feminine('Sicherung'),
  draft: masculine('Entwurf'),
  'draft-row': feminine('Zeile des Entwurfs'),
  user: masculine('Benutzer'),
  role: feminine('Rolle'),
  teams: neuter('Team'),
  groups: feminine('Gruppe'),
  products: neuter('Produkt'),
  lines: feminine('Linie'),
  message: feminine('Nachricht'),
  job: feminine('Sammelaktion'),
  organization: feminine('Organisation'),
  view: feminine('Ansicht'),
};
const thing = (what: string): Thing => things[what] ?? { one: `„${what}“`, this: `„${what}“` };

const mailStates: Readonly<Record<string, string>> = users.deliveryStates;
const jobStates: Readonly<Record<string, string>> = {
  cancelled: 'abgebrochen',
  denied: 'Recht entzogen',
  failed: 'fehlgeschlagen',
};

const noRight =
  'ihre Rechte erlauben nicht, sie zu lesen und zu ändern. Lassen Sie die Rechte ändern, oder wählen Sie einen anderen Ort';
const noFolder = 'wo ein Ordner sein soll, liegt eine Datei';
const readOnly =
  'sie oder ihr Ordner ist schreibgeschützt. Heben Sie das für Ihr Konto auf, oder wählen Sie einen anderen Ort';
const diskFull = 'der Datenträger ist voll. Schaffen Sie Platz, dann versuchen Sie es noch einmal';

/** By the code of the system or of SQLite. */
const fileTroubles: Readonly<Record<string, string>> = {
  EACCES: noRight,
  EPERM: noRight,
  SQLITE_PERM: noRight,
  EROFS: readOnly,
  SQLITE_READONLY: readOnly,
  SQLITE_CANTOPEN: readOnly,
  EEXIST: noFolder,
  ENOTDIR: noFolder,
  EISDIR: 'wo eine Datei sein soll, liegt ein Ordner',
  ENOENT: 'sie ist nicht da',
  ENAMETOOLONG: 'ihr Name ist zu lang',
  ENOSPC: diskFull,
  SQLITE_FULL: diskFull,
  SQLITE_IOERR: 'der Datenträger meldet einen Fehler. Lassen Sie ihn prüfen, bevor Sie weiterarbeiten',
};

const table: { readonly [C in ErrorCode]: (data: ErrorData[C]) => string } = {
  'unknown-operation': (d) => `Den Vorgang „${d.name}“ gibt es nicht. „gatehouse operations“ führt alle auf.`,
  'invalid-input': () => 'Ein Teil der Eingabe ist nicht verwendbar. Es wurde nichts geändert.',
  'invalid-output': () => 'Gatehouse hat eine unpassende Antwort erzeugt. Es wurde nichts geändert.',
  'wrong-face': (d) => `${d.name} kann von hier aus nicht aufgerufen werden.`,
  'not-signed-in': () => 'Melden Sie sich dafür an.',
  locked: () => 'Gatehouse ist gesperrt. Entsperren Sie es mit Ihrem Kennwort, dann versuchen Sie es noch einmal.',
  'not-permitted': (d) => `Ihren Rollen fehlt das Recht „${rights[d.permission]}“.`,
  'not-a-member': () => 'Sie sind kein aktives Mitglied dieser Organisation.',
  'not-found': (d) => `${thing(d.what).this} gibt es nicht oder nicht mehr.`,
  'owner-needed': () => 'Das kann nur ein Inhaber einer Organisation.',
  'already-exists': (d) => `Es gibt bereits ${thing(d.what).one} namens „${d.name}“.`,
  'wrong-credentials': () => 'E-Mail-Adresse oder Kennwort stimmen nicht.',
  'too-many-guesses': (d) =>
    `Zu viele falsche Versuche hintereinander. Versuchen Sie es in ${
      d.seconds < 100 ? count(d.seconds, 'Sekunde', 'Sekunden') : count(Math.ceil(d.seconds / 60), 'Minute', 'Minuten')
    } noch einmal.`,
  'wrong-code': () => 'Der Code stimmt nicht oder wurde schon benutzt.',
  'recovery-refused': () =>
    'E-Mail-Adresse und Wiederherstellungscode gehören nicht zusammen oder zu keinem Inhaber. Wer kein Inhaber ist, bittet einen um Hilfe.',
  'attempt-over': () => 'Es ist zu viel Zeit vergangen. Melden Sie sich erneut an.',
  'two-factor-on': () => 'Die Anmeldung in zwei Schritten ist schon eingeschaltet.',
  'two-factor-first': () =>
    'Richten Sie die Anmeldung in zwei Schritten zuerst für sich selbst ein, unter „Mein Profil“.',
  'two-factor-off': () => 'Die Anmeldung in zwei Schritten ist ausgeschaltet.',
  'owner-of-all-needed': (d) => `Das kann nur, wer Inhaber jeder Organisation ist, zu der ${d.email} gehört.`,
  'two-factor-needed': (d) =>
    `${d.organization} verlangt die Anmeldung in zwei Schritten. Richten Sie sie zuerst unter „Mein Profil“ ein.`,
  'unknown-operator': (d) => `Kein aktiver Benutzer oder Gast dieses Arbeitsbereichs hat die Adresse ${d.email}.`,
  'sign-in-needed': (d) =>
    `Melden Sie sich zuerst an: „gatehouse sign-in --as ${d.email}“. Hier wird ein zweiter Schritt verlangt.`,
  'operator-needed': () => 'Geben Sie mit --as ADRESSE an, in wessen Namen gehandelt wird.',
  'password-common': () =>
    'Dieses Kennwort gehört zu den meistbenutzten und würde als Erstes erraten. Wählen Sie ein anderes.',
  'role-not-grantable': (d) =>
    `Die Rolle „${d.role}“ erlaubt mehr als Ihre eigenen Rollen, daher können Sie sie nicht vergeben.`,
  'built-in-role': (d) => `„${d.role}“ ist eine eingebaute Rolle und behält Namen und Rechte.`,
  'role-needed': (d) => `${d.email} braucht mindestens eine Rolle.`,
  'role-in-use': (d) =>
    `${count(d.members, 'Person hat', 'Personen haben')} die Rolle „${d.role}“. Geben Sie an, welche Rolle sie stattdessen bekommen.`,
  'last-owner': (d) => `${d.email} ist der letzte Inhaber. Machen Sie zuerst jemand anderen zum Inhaber.`,
  yourself: () => 'Mit sich selbst können Sie das nicht tun. Eine andere berechtigte Person kann es.',
  'seats-exceeded': (d) =>
    `${count(d.free, 'Platz', 'Plätze')} frei, ${number(d.needed)} nötig. Es wurde nichts geändert. Die Grenze steht unter Einstellungen → Benutzer & Lizenzen.`,
  'not-removed': () =>
    'Nur wer entfernt wurde oder wessen Einladung widerrufen wurde, lässt sich löschen. Tun Sie zuerst das.',
  'address-differs': () => 'Das ist nicht die Adresse der Person, die gelöscht werden soll.',
  'not-active': (d) => `${d.email} ist nicht aktiv.`,
  'not-suspended': (d) => `${d.email} ist nicht gesperrt.`,
  'no-role-for-agents': (d) => `${d.email} ist Posteingangsagent; diese haben keine Rolle.`,
  'inbox-only': () => 'Sie haben nur Zugriff auf den Posteingang.',
  'not-a-guest': (d) => `${d.email} ist kein Gast.`,
  'already-a-guest': (d) => `${d.email} ist bereits Gast.`,
  'access-ended': (d) => `Der Gastzugang von ${d.email} ist beendet. Nur eine neue Einladung stellt ihn wieder her.`,
  'mail-not-out': (d) => bounces.errors.notOut(d.email),
  'mail-bounced': (d) => bounces.errors.already(d.email),
  'mail-not-bounced': (d) => bounces.errors.notBounced(d.email),
  'approval-needed': () =>
    'Hier gibt eine zweite Person Einladungen frei, bevor sie hinausgehen. Speichern Sie sie als Entwurf und geben Sie ihn zur Prüfung (drafts.save, dann drafts.submit); eine andere Person gibt ihn frei (drafts.approve).',
  'approver-needed': () =>
    'Niemand könnte freigeben: Außer Ihnen hat keine andere aktive Person das Recht „Benutzer ändern“. Geben Sie es zuerst einer zweiten.',
  'approval-not-yours': (d) =>
    d.why === 'author'
      ? 'Sie haben diesen Entwurf selbst geschrieben. Eine andere Person gibt ihn frei.'
      : 'Sie haben diesen Entwurf zuletzt geändert. Eine andere Person gibt ihn frei.',
  'draft-state': (d) => `Der Entwurf ${drafts.standing(d.state)}. Dafür müsste er ${drafts.wanted(d.wanted)}.`,
  'draft-changed': () =>
    'Jemand hat den Entwurf geändert, seit Sie ihn angesehen haben. Sehen Sie ihn noch einmal an und entscheiden Sie dann.',
  'draft-empty': () => 'In diesem Entwurf ist niemand. Fügen Sie zuerst jemanden hinzu.',
  'draft-full': (d) =>
    `Ein Entwurf fasst höchstens ${number(d.most)} Personen. Speichern Sie die übrigen als weiteren Entwurf.`,
  'send-time': (d) =>
    d.problem === 'past'
      ? 'Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren, oder senden Sie jetzt.'
      : 'Bis zu diesem Zeitpunkt ist es mehr als ein Jahr. Wählen Sie einen früheren.',
  'export-too-large': (d) => auditWords.tooLarge(d.most),
  'certificate-refused': (d) => https.problem(d),
  'too-many-passwords': (d) =>
    `Im Augenblick melden sich zu viele an. Versuchen Sie es in ${count(d.seconds, 'Sekunde', 'Sekunden')} noch einmal.`,
  cancelled: () => 'Das wurde abgebrochen. Es wurde nichts geändert.',
  'backup-passphrase-needed': () =>
    'Diese Sicherung ist verschlüsselt. Geben Sie die Passphrase ein, mit der sie erstellt wurde.',
  'backup-passphrase-wrong': () => 'Mit dieser Passphrase wurde die Sicherung nicht erstellt.',
  'backup-passphrase-lost': () =>
    'Die Passphrase der Sicherungen ist mit dem Schlüssel dieses Arbeitsbereichs nicht lesbar. Legen Sie sie unter Einstellungen → Sicherungen neu fest.',
  'not-saved-before-update': (d) =>
    `Diese Version ändert, wie der Arbeitsbereich gespeichert ist, und sichert zuvor eine Kopie. Das gelang nicht: ${d.file} ist nicht verwendbar: ${fileTroubles[d.detail] ?? d.detail}. Der Arbeitsbereich wurde nicht geändert.`,
  'path-not-chosen': () =>
    'Wählen Sie Datei oder Ordner mit der Schaltfläche; anderes wird weder gelesen noch geschrieben.',
  'address-refused': () =>
    'Gatehouse öffnet nur sichere Webadressen (https) und Mailadressen. Diese ist keine von beiden und wurde nicht geöffnet.',
  'not-in-demo': () => 'Die Demo kann nicht durch eine Sicherung ersetzt werden. Starten Sie Gatehouse ohne sie.',
  'not-pending': (d) => `Für ${d.email} gibt es keine offene Einladung.`,
  'link-not-out': (d) =>
    `Der Link für ${d.email} ist noch nicht hinausgegangen. Seine Zeit hat nicht begonnen, es gibt also nichts zu verlängern.`,
  'link-expired': (d) => `Die Einladung für ${d.email} ist abgelaufen. Erneut einladen erzeugt einen neuen Link.`,
  'reset-dead': () => 'Dieser Link für ein neues Kennwort funktioniert nicht mehr. Fordern Sie einen neuen an.',
  'link-unknown': () => 'Dieser Link ist keine gültige Einladung.',
  'link-used': () => 'Diese Einladung wurde bereits benutzt.',
  'link-revoked': () => 'Diese Einladung wurde widerrufen.',
  'link-replaced': () => 'Diese Einladung wurde durch eine neuere ersetzt.',
  'domain-refused': (d) =>
    `Adressen bei ${d.domain} werden nicht angenommen: ${d.reason === 'not-a-partner' ? 'keine Domain eines Partners' : 'kostenloser E-Mail-Anbieter'}.`,
  'account-exists': (d) =>
    `Für ${d.email} gibt es bereits ein Konto. Melden Sie sich mit dessen Kennwort an, um beizutreten.`,
  'account-other': (d) => `Diese Einladung gilt ${d.email}. Sie sind als jemand anderes angemeldet.`,
  'mail-not-set-up': () => 'Es ist noch kein Mailserver eingerichtet. E-Mails warten im Postausgang.',
  'message-not-retryable': (d) =>
    `Eine Nachricht mit dem Zustand „${mailStates[d.state] ?? d.state}“ kann nicht noch einmal versucht werden.`,
  'message-outdated': (d) => `Was diese Nachricht ${d.email} mitteilen würde, gilt nicht mehr.`,
  'message-not-waiting': (d) =>
    `Nur eine wartende Nachricht kann angehalten, nur eine angehaltene freigegeben werden; diese hat den Zustand „${mailStates[d.state] ?? d.state}“.`,
  'job-not-running': () => 'Diese Sammelaktion ist bereits zu Ende.',
  'file-newer': (d) =>
    `${d.file} wurde von einem neueren Gatehouse geschrieben (${d.version}). Aktualisieren Sie, um die Datei zu öffnen; sie wurde nicht geändert.`,
  'file-damaged': (d) => `${d.file} ist nicht verwendbar: ${d.detail}. Die Datei wurde nicht geändert.`,
  'file-unreadable': (d) => `${d.file} ist nicht verwendbar: ${fileTroubles[d.detail] ?? d.detail}.`,
  'workspace-busy': (d) =>
    `Ein anderes Programm hält ${d.file} gesperrt. Es wurde nichts geändert; versuchen Sie es noch einmal.`,
  'key-unreadable': (d) =>
    `Der Schlüssel des Arbeitsbereichs ${d.file} ist nicht lesbar oder beschädigt. Spielen Sie ihn aus einer Sicherung zurück.`,
  'key-exposed': (d) => key.errors.exposed(d.file, d.why),
  'key-in-keyring': (d) => key.errors.inKeyring(d.file, d.why),
  'key-wrong': (d) => key.errors.wrong(d.file),
  'key-not-lost': () => key.errors.notLost,
  'keyring-missing': () => key.errors.noKeyring,
  'recovery-key-wrong': () => key.errors.recoveryWrong,
  'recovery-beside': () => key.errors.beside,
  'port-in-use': (d) => `Port ${d.port} auf ${d.address} ist von einem anderen Programm belegt.`,
  'cannot-listen': (d) =>
    `Dieser Computer lässt das Portal nicht auf ${d.address}, Port ${d.port}, lauschen (${d.reason}).`,
  'core-stopped': () =>
    'Der Kern von Gatehouse wurde beendet. Starten Sie die Anwendung neu; Gespeichertes bleibt erhalten.',
  usage: (d) => cli.usage[d.problem](d.argument),
  'not-json': (d) => `Die Eingabe ist kein gültiges JSON${d.place ? ` (${d.place})` : ''}. Es wurde nichts geändert.`,
  'no-workspace': (d) =>
    `In ${d.folder} gibt es keinen Arbeitsbereich von Gatehouse. „gatehouse call organizations.create“ legt einen an.`,
  'job-not-finished': (d) =>
    `Die Sammelaktion ${d.jobId} endete vorzeitig: ${jobStates[d.state] ?? d.state}. „gatehouse call jobs.get“ sagt, wie weit sie kam.`,
  'file-unsuitable': ({ fault, ...facts }) => imports.problem(fault, facts),
  internal: (d) => `In Gatehouse ist etwas schiefgegangen (Kennung ${d.reference}). Es wurde nichts geändert.`,
};

/** Why a single field was refused: our own codes; for all others `shapes` says what the value would have to be. */
const issues: Readonly<Record<string, string>> = {
  'passphrase-too-short': 'Mindestens 12 Zeichen.',
  'not-a-day': auditWords.notADay,
  'too-many': bounces.errors.tooMany,
  'not-an-image': 'Dieses Bild ist nicht verwendbar. Wählen Sie eine PNG- oder JPEG-Datei.',
  'logo-too-large': 'Das Bild ist zu groß. Wählen Sie eines mit höchstens 100 KB.',
  'logo-too-small': 'Das Bild ist zu klein. Wählen Sie eines mit 16 × 16 oder mehr.',
  'logo-too-wide': 'Das Bild ist zu groß. Wählen Sie eines mit höchstens 2.000 × 2.000.',
  'not-a-colour': 'Verwenden Sie eine Farbe wie #3d5bc6.',
  'password-needed': 'Das Kennwort für diesen Server wird gebraucht.',
  'refresh-token-needed':
    'Das Aktualisierungstoken wird gebraucht: Ein gespeichertes geht nur dorthin, wofür es eingegeben wurde.',
  'not-a-token-endpoint': 'Verwenden Sie eine Webadresse, die mit https:// beginnt.',
  empty: 'Füllen Sie dieses Feld aus.',
  'too-long': 'Das ist zu lang.',
  'control-character': 'Dies enthält ein Zeichen, das nicht angezeigt werden kann.',
  'unknown-time-zone': 'Diese Zeitzone ist nicht bekannt.',
  'password-too-short': 'Mindestens 8 Zeichen.',
  'password-too-long': 'Höchstens 128 Zeichen.',
  'not-a-phone-number':
    'Dies ist nicht als Telefonnummer lesbar. Prüfen Sie das Land oder beginnen Sie mit + und der Landesvorwahl.',
  'same-one': 'Wählen Sie einen anderen Eintrag als den, der wegfällt.',
  'not-a-cursor': 'Hier beginnt keine Seite der Liste. Lassen Sie die Angabe weg, um mit der ersten zu beginnen.',
  'not-a-domain': 'Verwenden Sie eine Domain wie partner.example.com, ohne @.',
  'email-needed': imports.columns.emailNeeded,
  'field-twice': 'Zwei Spalten sollen dasselbe enthalten.',
  'not-a-host': 'Dies ist weder Name noch Adresse eines Servers.',
  'not-an-ip-address': 'Verwenden Sie eine IP-Adresse wie 127.0.0.1 oder ::1.',
  'not-a-proxy': 'Verwenden Sie eine IP-Adresse oder ein Netz wie 10.0.1.0/24.',
  'not-a-web-address': 'Verwenden Sie eine Webadresse wie https://join.example.com.',
};

export const errors = { table, issues, rights };

import { bounces } from './bounces.ts';
import { count } from './common.ts';
import { recovery } from './recovery.ts';

/** What an entry of the audit says about one user: the operation, and what its row wrote down. */
type Detail = Readonly<Record<string, unknown>>;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const list = (names: readonly string[]) => names.join(', ');

/** “Zugriff geändert: dazu Prüfer, Nachtdienst; weg Mitglied”. */
function changes(detail: Detail): string {
  const parts = gainedAndLost(detail);
  return parts.length > 0 ? `Zugriff geändert: ${parts.join('; ')}` : 'Zugriff geändert';
}

function gainedAndLost(detail: Detail): string[] {
  const added = texts(detail.added);
  const removed = texts(detail.removed);
  return [
    ...(added.length > 0 ? [`hinzu kam ${list(added)}`] : []),
    ...(removed.length > 0 ? [`weg fiel ${list(removed)}`] : []),
  ];
}

const generation = (detail: Detail) =>
  typeof detail.generation === 'number' ? `Erneut eingeladen, Einladung ${detail.generation}` : 'Erneut eingeladen';

/** “Gast geändert: Zeitraum 30 Tage; verantwortlich eve@example.com; darf Gäste einladen; hinzu kam Gästebetreuer”. */
function guestChanges(detail: Detail): string {
  const { days, sponsor, mayInviteGuests } = detail;
  const parts = [
    ...(typeof days === 'number' ? [`Zeitraum ${count(days, 'Tag', 'Tage')}`] : []),
    ...(typeof sponsor === 'string' ? [`verantwortlich ${sponsor}`] : []),
    ...(sponsor === null ? ['niemand verantwortlich'] : []),
    ...(typeof mayInviteGuests === 'boolean'
      ? [mayInviteGuests ? 'darf Gäste einladen' : 'darf keine Gäste einladen']
      : []),
    ...gainedAndLost(detail),
  ];
  return parts.length > 0 ? `Gast geändert: ${parts.join('; ')}` : 'Gast geändert';
}

const table: Readonly<Record<string, (detail: Detail) => string>> = {
  'organizations.create': () => 'Hat die Organisation angelegt',
  'organizations.add': () => 'Hat die Organisation hinzugefügt',
  'invitations.send': () => 'Eingeladen',
  'invitations.reinvite': generation,
  'invitations.reinviteMany': generation,
  'invitations.extend': () => 'Link verlängert',
  'invitations.extendMany': () => 'Link verlängert',
  'invitations.sendAgain': () => 'Denselben Link noch einmal gesendet',
  'invitations.copyLink': () => 'Link kopiert',
  'invitations.copyLinks': () => 'Link kopiert',
  'invitations.accept': () => 'Einladung angenommen',
  'invitations.revoke': () => 'Einladung widerrufen',
  'invitations.revokeMany': () => 'Einladung widerrufen',
  'guests.invite': () => 'Als Gast eingeladen',
  'guests.inviteAgain': generation,
  'guests.update': guestChanges,
  'guests.renew': () => 'Gastzugang verlängert',
  'guests.renewMany': () => 'Gastzugang verlängert',
  'guests.setSponsorMany': guestChanges,
  'guests.remove': () => 'Aus der Organisation entfernt',
  'guests.makeUser': () => 'Zum Benutzer gemacht',
  'guests.makeGuest': () => 'Zum Gast gemacht',
  'users.update': changes,
  'users.updateMany': changes,
  'users.suspend': () => 'Gesperrt',
  'users.suspendMany': () => 'Gesperrt',
  'users.reactivate': () => 'Entsperrt',
  'users.reactivateMany': () => 'Entsperrt',
  'users.remove': () => 'Aus der Organisation entfernt',
  'users.removeMany': () => 'Aus der Organisation entfernt',
  'users.exportMany': () => 'Exportiert',
  'roles.remove': () => 'Rolle ersetzt, weil sie entfernt wurde',
  'profile.update': () => 'Eigenes Profil geändert',
  'profile.chooseLanguage': () => 'Sprache der E-Mails gewählt',
  'profile.changePassword': () => 'Kennwort geändert',
  'bounces.import': bounces.activity.reported,
  'bounces.markMany': bounces.activity.marked,
  'bounces.unmark': bounces.activity.unmarked,
  'bounces.unmarkMany': bounces.activity.unmarked,
  'drafts.send': () => 'Aus einem Entwurf eingeladen',
  'drafts.approve': () => 'Eingeladen, von einer zweiten Person freigegeben',
  'session.signIn': ({ step }) => (step === 'password' ? 'Kennwort eingegeben, Code verlangt' : 'Angemeldet'),
  'session.giveCode': ({ by }) =>
    by === 'recovery-code' ? 'Mit einem Wiederherstellungscode angemeldet' : 'Mit einem Code angemeldet',
  'twofactor.begin': () => 'Anmeldung in zwei Schritten wird eingerichtet',
  'twofactor.confirm': () => 'Anmeldung in zwei Schritten eingeschaltet',
  'twofactor.renewCodes': () => 'Neue Wiederherstellungscodes erzeugt',
  'twofactor.reset': () => 'Anmeldung in zwei Schritten zurückgesetzt',
  'twofactor.turnOff': () => 'Anmeldung in zwei Schritten ausgeschaltet',
  'recovery.renew': () => recovery.activity.renewed,
  'recovery.recover': () => recovery.activity.recovered,
  'session.signOut': () => 'Abgemeldet',
  'session.lock': () => 'Fenster gesperrt',
  'session.unlock': () => 'Fenster entsperrt',
};

/** What was done, in words; an operation without words of its own is shown by its name. */
export const userActivity = (operation: string, detail: Detail): string => table[operation]?.(detail) ?? operation;

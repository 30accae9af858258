import type { InvitationState } from '../../users.ts';
import type { MemberKind } from '../../vocabulary/user-filter.ts';
import { count } from './common.ts';
import { userActivity } from './user-activity.ts';

const invitationStates: Readonly<Record<InvitationState, string>> = {
  pending: 'Ausstehend',
  expired: 'Abgelaufen',
  accepted: 'Angenommen',
  revoked: 'Widerrufen',
  replaced: 'Ersetzt',
};

/** What the breadcrumb begins with. */
const homes: Readonly<Record<MemberKind, string>> = {
  user: 'Benutzer',
  guest: 'Gäste',
  'inbox-agent': 'Posteingangsagenten',
};

/** Words of the page of one user. */
export const user = {
  breadcrumb: 'Wo Sie sind',
  homes,
  actions: 'Aktionen',
  more: (name: string) => `Weitere Aktionen für ${name}`,
  inviteAgain: 'Erneut einladen',
  copyEmail: 'E-Mail-Adresse kopieren',
  unknown: {
    title: 'Diesen Benutzer gibt es nicht',
    text: 'Die Adresse dieser Seite stimmt nicht, oder der Benutzer gehört zu einer anderen Organisation.',
    back: 'Zu den Benutzern',
  },
  notices: {
    pending: 'Ausstehend.',
    left: (span: string, when: string) => `Der Link funktioniert noch ${span}, bis ${when}.`,
    notStarted: 'Die Zeit des Links läuft, sobald seine E-Mail dem Server übergeben ist oder der Link kopiert wird.',
    expired: 'Abgelaufen.',
    expiredAt: (when: string) =>
      `Der Link funktionierte bis ${when}. Der Platz ist frei; eine neue Einladung belegt wieder einen.`,
    expiredSome: 'Der Link funktioniert nicht mehr. Der Platz ist frei; eine neue Einladung belegt wieder einen.',
    suspended: 'Gesperrt.',
    suspendedText: 'Es gibt keinen Zugriff, bis er zurückgegeben wird. Rollen und Teams bleiben.',
    revoked: 'Die Einladung wurde widerrufen.',
    removed: 'Aus der Organisation entfernt.',
    gone: 'Was folgt, ist der Verlauf. Für eine Rückkehr ist eine neue Einladung nötig.',
  },
  invitations: {
    title: 'Einladungen',
    only: 'Nur der neueste Link funktioniert',
    none: 'Diese Person wurde nie eingeladen: Sie hat die Organisation angelegt.',
    columns: { number: 'Nr.', state: 'Zustand', sent: 'Gesendet', validUntil: 'Gültig bis', mail: 'E-Mail' },
    states: invitationStates,
    invitedBy: (name: string) => `Eingeladen von ${name}`,
  },
  access: {
    title: 'Zugriff',
    fixed: 'Name und E-Mail gehören der Person und lassen sich hier nicht ändern.',
    agent: 'Posteingangsagenten haben keine Rolle: Sie erreichen allein ihren Posteingang im Portal.',
    pending: 'Gilt, sobald die Einladung angenommen ist',
    active: 'Gilt sofort',
    suspended: 'Gilt, sobald der Zugriff zurückgegeben ist',
    unsaved: 'Noch nicht gespeichert',
    discard: 'Verwerfen',
    update: 'Rollen aktualisieren',
    updateAgent: 'Aktualisieren',
    updated: (name: string) => `Der Zugriff von ${name} ist aktualisiert.`,
    archived: 'archiviert',
    none: 'Keine',
    lastOwner: 'Dies ist der letzte Inhaber: Die Rolle bleibt, bis sie noch jemand hat.',
    own: 'Dies sind Ihre eigenen Rollen.',
  },
  details: {
    title: 'Einzelheiten',
    kind: 'Art',
    status: 'Status',
    phone: 'Telefon',
    seat: 'Platz',
    invitedBy: 'Eingeladen von',
    added: 'Hinzugefügt',
    joined: 'Beigetreten',
    seats: {
      one: '1',
      reserved: '1, vorgemerkt',
      none: 'Keiner',
    },
  },
  activity: {
    title: 'Verlauf',
    more: 'Mehr anzeigen',
    none: 'Noch nichts.',
    failed: 'Der Verlauf konnte nicht gelesen werden.',
    words: userActivity,
    by: (name: string) => `von ${name}`,
    byYou: 'von Ihnen',
    denied: (what: string) => `Verweigert: ${what}`,
    shown: (n: number) => count(n, 'Eintrag', 'Einträge'),
  },
  danger: {
    revoke: {
      title: 'Einladung widerrufen',
      text: 'Der Link erlischt sofort, und der Platz wird frei. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig.',
      action: 'Einladung widerrufen',
    },
    remove: {
      title: 'Benutzer aus der Organisation entfernen',
      text: 'Der Zugriff endet sofort, und der Platz wird frei. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig.',
      action: 'Aus der Organisation entfernen',
    },
    suspend: {
      title: 'Sperren',
      text: 'Der Zugriff ruht, bis er zurückgegeben wird. Rollen und Teams bleiben; der Platz ist solange frei.',
      action: 'Sperren',
    },
    reactivate: {
      title: 'Entsperren',
      text: 'Gibt den Zugriff zurück, mit den Rollen und Teams von zuvor.',
      action: 'Entsperren',
    },
  },
} as const;

import type { NoticeKind } from '../../inbox.ts';
import { count } from './common.ts';

const what: Readonly<Record<NoticeKind, (organization: string) => string>> = {
  joined: (organization) => `Sie sind ${organization} beigetreten.`,
  'access-changed': (organization) => `Ihr Zugriff bei ${organization} wurde geändert.`,
  suspended: (organization) => `Ihr Zugriff bei ${organization} ist gesperrt.`,
  reactivated: (organization) => `Sie haben Ihren Zugriff bei ${organization} zurück.`,
  removed: (organization) => `Sie gehören nicht mehr zu ${organization}.`,
  'factor-reset': (organization) =>
    `Ein Inhaber von ${organization} hat Ihre Anmeldung in zwei Schritten zurückgesetzt.`,
};

/** What the person can expect or do, where the notice alone leaves it open. */
const next: Readonly<Partial<Record<NoticeKind, string>>> = {
  suspended: 'Er ruht, bis er zurückgegeben wird. Nichts davon geht verloren.',
  removed: 'Um zurückzukehren, müssen Sie erneut eingeladen werden.',
  'factor-reset':
    'Bis Sie sie neu einrichten, genügt das Kennwort. Haben Sie nicht darum gebeten, geben Sie dort Bescheid.',
};

/** Words of the portal’s inbox. */
export const inbox = {
  title: 'Posteingang',
  unread: (n: number) =>
    n === 0 ? 'Alles ist gelesen.' : count(n, 'ungelesene Mitteilung', 'ungelesene Mitteilungen'),
  /** Read out behind the number beside the way there. */
  unreadOnly: 'ungelesen',
  empty: 'Noch keine Mitteilungen.',
  emptyNext: 'Ändert sich Ihr Zugriff, steht es hier.',
  markRead: 'Alle als gelesen markieren',
  /** Read out before a notice that is unread. */
  new: 'Neu',
  what,
  next,
  joined: {
    given: (names: string) => `Sie haben: ${names}`,
    taken: (names: string) => `Vor Ihrem Beitritt gelöscht und daher nicht bei Ihnen: ${names}`,
  },
  changed: {
    given: (names: string) => `Hinzugefügt: ${names}`,
    taken: (names: string) => `Entfernt: ${names}`,
  },
} as const;

import type { WordingKind } from '../../vocabulary/wording.ts';
import { inShort, type NamedGuest, who } from '../named-guest.ts';
import { count } from './common.ts';
import { date as dateWith, list, number } from './format.ts';

/** `Samstag, 30. Mai 2026` */
const date = (at: number, timeZone: string) => dateWith(at, timeZone, { dateStyle: 'full' });

const greeting = 'Guten Tag[ {name}],';
const invites = `${greeting}

[{inviter} lädt Sie {as-guest} zu {organization} ein|{inviter} lädt Sie ein, {organization} beizutreten|Sie sind {as-guest} zu {organization} eingeladen|Sie sind eingeladen, {organization} beizutreten].[ Ihre Rolle wird {role}.| Ihre Rollen werden {roles}.][ Ihr Zugang gilt {days} ab dem Tag, an dem Sie annehmen.]

[{inviter} schreibt:
{note}|Eine Nachricht für Sie:
{note}]`;
const link = `{link}

Der Link funktioniert einmal, bis {until}.`;
const invitationSubject = '[{inviter} lädt Sie zu {organization} ein|Sie sind zu {organization} eingeladen]';

/**
 * What each mail says unless an organization words it itself: in the language of such templates, see `docs/wording.md`.
 * Every name in braces is filled in as plain text; escaping it for HTML is the composer's work.
 */
const templates: Readonly<Record<WordingKind, { readonly subject: string; readonly body: string }>> = {
  invitation: { subject: invitationSubject, body: `${invites}\n\n${link}` },
  reinvitation: {
    subject: invitationSubject,
    body: `${invites}\n\nDiese E-Mail ersetzt eine frühere Einladung: Nur der Link unten funktioniert.\n\n${link}`,
  },
  reminder: {
    subject: 'Erinnerung: Ihre Einladung zu {organization} wartet',
    body: `${invites}\n\nDies ist eine Erinnerung: Die Einladung wurde noch nicht angenommen, und ihr Link läuft bald ab.\n\n${link}`,
  },
  'password-reset': {
    subject: 'Ein neues Kennwort für {organization}',
    body: `${greeting}\n\nfür diese Adresse wurde ein neues Kennwort angefordert.\n\n${link}`,
  },
  'guest-ending': {
    subject: 'Ihr Zugang zu {organization} endet am {day}',
    body: `${greeting}

Ihr Gastzugang zu {organization} endet am {date}. Sie können ihn bis zum Ende dieses Tages nutzen ({zone}).

Brauchen Sie ihn länger, bitten Sie [{sponsor}|{organization}], ihn vorher zu verlängern.`,
  },
  'guest-ended': {
    subject: 'Ihr Zugang zu {organization} ist beendet',
    body: `${greeting}

Ihr Gastzugang zu {organization} ist beendet. Der letzte Tag war {date}.

Nur eine neue Einladung stellt ihn wieder her. Brauchen Sie ihn noch, wenden Sie sich an [{sponsor}|{organization}].`,
  },
  'guest-renewed': {
    subject: 'Ihr Zugang zu {organization} wurde bis {day} verlängert',
    body: `${greeting}

Ihr Gastzugang zu {organization} wurde verlängert. Sie können ihn bis zum Ende des Tages nutzen: {date} ({zone}).

Sie müssen nichts tun: Konto und Kennwort bleiben, wie sie sind.`,
  },
  'sponsor-ending': {
    subject: 'Der Zugang von {guest-name} zu {organization} endet am {day}',
    body: `${greeting}

der Gastzugang von {guest} zu {organization} endet am {date}. Sie sind für diesen Gast verantwortlich.

Wird er länger gebraucht, lassen Sie ihn vorher verlängern. Andernfalls ist nichts zu tun.`,
  },
  'sponsor-ended': {
    subject: 'Der Zugang von {guest-name} zu {organization} ist beendet',
    body: `${greeting}

der Gastzugang von {guest} zu {organization} ist beendet. Der letzte Tag war {date}. Sie sind für diesen Gast verantwortlich.

Nur eine neue Einladung stellt ihn wieder her. Wird er nicht mehr gebraucht, ist nichts zu tun.`,
  },
  'guests-digest': {
    subject: 'Gäste von {organization}: {counts}',
    body: `${greeting}

das ist heute über den Gastzugang zu {organization} zu wissen.

[Der Zugang von {ending-count} endet bald:
{ending}]

[Der Zugang von {ended-count} ist beendet:
{ended}]

Wer bleibt, wird auf der Seite Gäste in Gatehouse verlängert. Nach dem Ende stellt nur eine neue Einladung den Zugang wieder her.`,
  },
};

/** What goes into the placeholders. Instants of guests' access are anywhere in the last day with access. */
const values = {
  asGuest: 'als Gast',
  days: (n: number) => count(n, 'Tag', 'Tage'),
  roles: (roles: readonly string[]) => list(roles),
  until: (at: number, timeZone: string) =>
    `${dateWith(at, timeZone, { dateStyle: 'full', timeStyle: 'short' })} (${timeZone})`,
  date,
  /** `30. Mai` */
  day: (at: number, timeZone: string) => dateWith(at, timeZone, { day: 'numeric', month: 'long' }),
  guest: who,
  guestName: inShort,
  guests: (n: number) => count(n, 'Gast', 'Gästen'),
  counts: (ending: number, ended: number) =>
    [
      ending > 0 ? `${number(ending)} ${ending === 1 ? 'endet' : 'enden'}` : '',
      ended > 0 ? `${number(ended)} beendet` : '',
    ]
      .filter(Boolean)
      .join(', '),
  line: (guest: NamedGuest, lastDay: number, timeZone: string) =>
    `${who(guest)}, letzter Tag ${date(lastDay, timeZone)}`,
  more: (n: number) => `und ${number(n)} weitere`,
};

/** The words of the mails themselves. */
export const letters = {
  templates,
  values,
  /** What `{link}` becomes. */
  links: {
    invitation: { button: 'Einladung annehmen', openLink: 'Öffnen Sie zum Annehmen diesen Link:' },
    reset: { button: 'Neues Kennwort wählen', openLink: 'Öffnen Sie diesen Link, um eines zu wählen:' },
  },
  /** Below every mail, whatever its wording. */
  below: {
    unexpected: {
      invitation:
        'Haben Sie diese Einladung nicht erwartet, beachten Sie die E-Mail nicht weiter: Es geschieht nichts, solange Sie den Link nicht benutzen. Geben Sie sie nicht weiter.',
      reset:
        'Waren Sie das nicht, beachten Sie diese E-Mail nicht weiter: Ihr Kennwort bleibt, wie es ist. Geben Sie den Link nicht weiter.',
    },
    contact: (contact: string) => `Fragen? ${contact}`,
    footer: (organization: string) => `Gesendet mit Gatehouse für ${organization}.`,
  },
};

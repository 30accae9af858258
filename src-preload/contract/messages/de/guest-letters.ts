import { count } from './common.ts';
import { date, number } from './format.ts';

/** `30. Mai` */
const short = (at: number, timeZone: string) => date(at, timeZone, { day: 'numeric', month: 'long' });
/** `Samstag, 30. Mai 2026` */
const long = (at: number, timeZone: string) => date(at, timeZone, { dateStyle: 'full' });

/** Who is meant, and how to tell them from another of that name. */
interface NamedGuest {
  readonly name: string;
  readonly email: string;
}
const who = ({ name, email }: NamedGuest) => (name === '' || name === email ? email : `${name} (${email})`);
const inShort = ({ name, email }: NamedGuest) => (name === '' ? email : name);

/**
 * The words of the mails about the end of guests' access. Instants are anywhere in the last day with access. What goes in
 * is plain text; escaping it for HTML is the composer's work.
 */
export const guestLetters = {
  greeting: (name: string) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
  contact: (contact: string) => `Fragen? ${contact}`,
  footer: (organization: string) => `Gesendet mit Gatehouse für ${organization}.`,
  'guest-ending': {
    subject: (organization: string, lastDay: number, timeZone: string) =>
      `Ihr Zugang zu ${organization} endet am ${short(lastDay, timeZone)}`,
    says: (organization: string, lastDay: number, timeZone: string) =>
      `Ihr Gastzugang zu ${organization} endet am ${long(lastDay, timeZone)}. Sie können ihn bis zum Ende dieses Tages nutzen (${timeZone}).`,
    next: (sponsor: string | null, organization: string) =>
      sponsor === null
        ? `Brauchen Sie ihn länger, bitten Sie ${organization}, ihn vorher zu verlängern.`
        : `Brauchen Sie ihn länger, bitten Sie ${sponsor}, ihn vorher zu verlängern.`,
  },
  'guest-ended': {
    subject: (organization: string) => `Ihr Zugang zu ${organization} ist beendet`,
    says: (organization: string, lastDay: number, timeZone: string) =>
      `Ihr Gastzugang zu ${organization} ist beendet. Der letzte Tag war ${long(lastDay, timeZone)}.`,
    next: (sponsor: string | null, organization: string) =>
      `Nur eine neue Einladung stellt ihn wieder her. Brauchen Sie ihn noch, wenden Sie sich an ${sponsor ?? organization}.`,
  },
  'guest-renewed': {
    subject: (organization: string, lastDay: number, timeZone: string) =>
      `Ihr Zugang zu ${organization} wurde bis ${short(lastDay, timeZone)} verlängert`,
    says: (organization: string, lastDay: number, timeZone: string) =>
      `Ihr Gastzugang zu ${organization} wurde verlängert. Sie können ihn bis zum Ende des Tages nutzen: ${long(lastDay, timeZone)} (${timeZone}).`,
    next: 'Sie müssen nichts tun: Konto und Kennwort bleiben, wie sie sind.',
  },
  'sponsor-ending': {
    subject: (guest: NamedGuest, organization: string, lastDay: number, timeZone: string) =>
      `Der Zugang von ${inShort(guest)} zu ${organization} endet am ${short(lastDay, timeZone)}`,
    says: (guest: NamedGuest, organization: string, lastDay: number, timeZone: string) =>
      `der Gastzugang von ${who(guest)} zu ${organization} endet am ${long(lastDay, timeZone)}. Sie sind für diesen Gast verantwortlich.`,
    next: 'Wird er länger gebraucht, lassen Sie ihn vorher verlängern. Andernfalls ist nichts zu tun.',
  },
  'sponsor-ended': {
    subject: (guest: NamedGuest, organization: string) =>
      `Der Zugang von ${inShort(guest)} zu ${organization} ist beendet`,
    says: (guest: NamedGuest, organization: string, lastDay: number, timeZone: string) =>
      `der Gastzugang von ${who(guest)} zu ${organization} ist beendet. Der letzte Tag war ${long(lastDay, timeZone)}. Sie sind für diesen Gast verantwortlich.`,
    next: 'Nur eine neue Einladung stellt ihn wieder her. Wird er nicht mehr gebraucht, ist nichts zu tun.',
  },
  'guests-digest': {
    subject: (organization: string, ending: number, ended: number) => {
      const parts = [
        ending > 0 ? `${number(ending)} ${ending === 1 ? 'endet' : 'enden'}` : '',
        ended > 0 ? `${number(ended)} beendet` : '',
      ];
      return `Gäste von ${organization}: ${parts.filter(Boolean).join(', ')}`;
    },
    says: (organization: string) => `das ist heute über den Gastzugang zu ${organization} zu wissen.`,
    ending: (n: number) => `Der Zugang von ${count(n, 'Gast', 'Gästen')} endet bald:`,
    ended: (n: number) => `Der Zugang von ${count(n, 'Gast', 'Gästen')} ist beendet:`,
    line: (guest: NamedGuest, lastDay: number, timeZone: string) =>
      `${who(guest)}, letzter Tag ${long(lastDay, timeZone)}`,
    more: (n: number) => `und ${number(n)} weitere`,
    next: 'Wer bleibt, wird auf der Seite Gäste in Gatehouse verlängert. Nach dem Ende stellt nur eine neue Einladung den Zugang wieder her.',
  },
};

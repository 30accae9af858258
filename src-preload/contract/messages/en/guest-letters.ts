import { count } from './common.ts';
import { date, number } from './format.ts';

/** `30 May` */
const short = (at: number, timeZone: string) => date(at, timeZone, { day: 'numeric', month: 'long' });
/** `Saturday, 30 May 2026` */
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
  greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  contact: (contact: string) => `Questions? ${contact}`,
  footer: (organization: string) => `Sent with Gatehouse for ${organization}.`,
  'guest-ending': {
    subject: (organization: string, lastDay: number, timeZone: string) =>
      `Your access to ${organization} ends on ${short(lastDay, timeZone)}`,
    says: (organization: string, lastDay: number, timeZone: string) =>
      `your guest access to ${organization} ends on ${long(lastDay, timeZone)}. You can use it until the end of that day (${timeZone}).`,
    next: (sponsor: string | null, organization: string) =>
      sponsor === null
        ? `If you need it for longer, ask ${organization} to renew it before then.`
        : `If you need it for longer, ask ${sponsor} to renew it before then.`,
  },
  'guest-ended': {
    subject: (organization: string) => `Your access to ${organization} has ended`,
    says: (organization: string, lastDay: number, timeZone: string) =>
      `your guest access to ${organization} has ended. Its last day was ${long(lastDay, timeZone)}.`,
    next: (sponsor: string | null, organization: string) =>
      `Only a new invitation brings it back. If you still need it, ask ${sponsor ?? organization}.`,
  },
  'guest-renewed': {
    subject: (organization: string, lastDay: number, timeZone: string) =>
      `Your access to ${organization} has been renewed until ${short(lastDay, timeZone)}`,
    says: (organization: string, lastDay: number, timeZone: string) =>
      `your guest access to ${organization} has been renewed. You can use it until the end of ${long(lastDay, timeZone)} (${timeZone}).`,
    next: 'You need not do anything: your account and your password stay as they are.',
  },
  'sponsor-ending': {
    subject: (guest: NamedGuest, organization: string, lastDay: number, timeZone: string) =>
      `The access of ${inShort(guest)} to ${organization} ends on ${short(lastDay, timeZone)}`,
    says: (guest: NamedGuest, organization: string, lastDay: number, timeZone: string) =>
      `the guest access of ${who(guest)} to ${organization} ends on ${long(lastDay, timeZone)}. You are the sponsor of this guest.`,
    next: 'If they need it for longer, have it renewed before then. Otherwise nothing needs to be done.',
  },
  'sponsor-ended': {
    subject: (guest: NamedGuest, organization: string) =>
      `The access of ${inShort(guest)} to ${organization} has ended`,
    says: (guest: NamedGuest, organization: string, lastDay: number, timeZone: string) =>
      `the guest access of ${who(guest)} to ${organization} has ended. Its last day was ${long(lastDay, timeZone)}. You are the sponsor of this guest.`,
    next: 'Only a new invitation brings it back. If they do not need it any more, nothing needs to be done.',
  },
  'guests-digest': {
    subject: (organization: string, ending: number, ended: number) => {
      const parts = [ending > 0 ? `${number(ending)} ending` : '', ended > 0 ? `${number(ended)} ended` : ''];
      return `Guests of ${organization}: ${parts.filter(Boolean).join(', ')}`;
    },
    says: (organization: string) => `this is what there is to know today about the guest access to ${organization}.`,
    ending: (n: number) => `The access of ${count(n, 'guest', 'guests')} ends soon:`,
    ended: (n: number) => `The access of ${count(n, 'guest', 'guests')} has ended:`,
    line: (guest: NamedGuest, lastDay: number, timeZone: string) =>
      `${who(guest)}, last day ${long(lastDay, timeZone)}`,
    more: (n: number) => `and ${number(n)} more`,
    next: 'Whoever stays is renewed on the page Guests in Gatehouse. After the end only a new invitation brings access back.',
  },
};

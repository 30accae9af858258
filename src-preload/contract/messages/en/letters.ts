import type { WordingKind } from '../../vocabulary/wording.ts';
import { inShort, type NamedGuest, who } from '../named-guest.ts';
import { count } from './common.ts';
import { date as dateWith, list, number } from './format.ts';

/** `Saturday, 30 May 2026` */
const date = (at: number, timeZone: string) => dateWith(at, timeZone, { dateStyle: 'full' });

const greeting = 'Hello[ {name}],';
const invites = `${greeting}

[{inviter} invites you|you are invited] to [{organization} {as-guest}|join {organization}].[ Your role will be {role}.| Your roles will be {roles}.][ Your access lasts {days} from the day on which you accept.]

[{inviter} writes:
{note}|A note for you:
{note}]`;
const link = `{link}

The link works once, until {until}.`;
const invitationSubject = '[{inviter} invites you|You are invited] to {organization}';

/**
 * What each mail says unless an organization words it itself: in the language of such templates, see `docs/wording.md`.
 * Every name in braces is filled in as plain text; escaping it for HTML is the composer's work.
 */
const templates: Readonly<Record<WordingKind, { readonly subject: string; readonly body: string }>> = {
  invitation: { subject: invitationSubject, body: `${invites}\n\n${link}` },
  reinvitation: {
    subject: invitationSubject,
    body: `${invites}\n\nThis mail replaces an earlier invitation: only the link below works.\n\n${link}`,
  },
  reminder: {
    subject: 'Reminder: your invitation to {organization} is waiting',
    body: `${invites}\n\nThis is a reminder: the invitation has not been accepted yet, and its link ends soon.\n\n${link}`,
  },
  'password-reset': {
    subject: 'A new password for {organization}',
    body: `${greeting}\n\nsomebody asked for a new password for this address.\n\n${link}`,
  },
  'guest-ending': {
    subject: 'Your access to {organization} ends on {day}',
    body: `${greeting}

your guest access to {organization} ends on {date}. You can use it until the end of that day ({zone}).

If you need it for longer, ask [{sponsor}|{organization}] to renew it before then.`,
  },
  'guest-ended': {
    subject: 'Your access to {organization} has ended',
    body: `${greeting}

your guest access to {organization} has ended. Its last day was {date}.

Only a new invitation brings it back. If you still need it, ask [{sponsor}|{organization}].`,
  },
  'guest-renewed': {
    subject: 'Your access to {organization} has been renewed until {day}',
    body: `${greeting}

your guest access to {organization} has been renewed. You can use it until the end of {date} ({zone}).

You need not do anything: your account and your password stay as they are.`,
  },
  'sponsor-ending': {
    subject: 'The access of {guest-name} to {organization} ends on {day}',
    body: `${greeting}

the guest access of {guest} to {organization} ends on {date}. You are the sponsor of this guest.

If they need it for longer, have it renewed before then. Otherwise nothing needs to be done.`,
  },
  'sponsor-ended': {
    subject: 'The access of {guest-name} to {organization} has ended',
    body: `${greeting}

the guest access of {guest} to {organization} has ended. Its last day was {date}. You are the sponsor of this guest.

Only a new invitation brings it back. If they do not need it any more, nothing needs to be done.`,
  },
  'guests-digest': {
    subject: 'Guests of {organization}: {counts}',
    body: `${greeting}

this is what there is to know today about the guest access to {organization}.

[The access of {ending-count} ends soon:
{ending}]

[The access of {ended-count} has ended:
{ended}]

Whoever stays is renewed on the page Guests in Gatehouse. After the end only a new invitation brings access back.`,
  },
};

/** What goes into the placeholders. Instants of guests' access are anywhere in the last day with access. */
const values = {
  asGuest: 'as a guest',
  days: (n: number) => count(n, 'day', 'days'),
  roles: (roles: readonly string[]) => list(roles),
  until: (at: number, timeZone: string) =>
    `${dateWith(at, timeZone, { dateStyle: 'full', timeStyle: 'short' })} (${timeZone})`,
  date,
  /** `30 May` */
  day: (at: number, timeZone: string) => dateWith(at, timeZone, { day: 'numeric', month: 'long' }),
  guest: who,
  guestName: inShort,
  guests: (n: number) => count(n, 'guest', 'guests'),
  counts: (ending: number, ended: number) =>
    [ending > 0 ? `${number(ending)} ending` : '', ended > 0 ? `${number(ended)} ended` : '']
      .filter(Boolean)
      .join(', '),
  line: (guest: NamedGuest, lastDay: number, timeZone: string) => `${who(guest)}, last day ${date(lastDay, timeZone)}`,
  more: (n: number) => `and ${number(n)} more`,
};

/** The words of the mails themselves. */
export const letters = {
  templates,
  values,
  /** What `{link}` becomes. */
  links: {
    invitation: { button: 'Accept the invitation', openLink: 'Open this link to accept:' },
    reset: { button: 'Choose a new password', openLink: 'Open this link to choose one:' },
  },
  /** Below every mail, whatever its wording. */
  below: {
    unexpected: {
      invitation:
        'If you did not expect this invitation, ignore this mail: nothing happens unless you use the link. Do not pass it on.',
      reset: 'If it was not you, ignore this mail: your password stays as it is. Do not pass the link on.',
    },
    contact: (contact: string) => `Questions? ${contact}`,
    footer: (organization: string) => `Sent with Gatehouse for ${organization}.`,
  },
};

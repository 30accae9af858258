import { assertNever } from '#contract/assert-never.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { type About, type DigestAbout, type EndAbout, type EndingGuest, isDigest } from '../about.ts';
import { bodyOf, type Part } from './body.ts';
import { plain } from './escape.ts';
import type { Content, LetterFacts } from './parts.ts';

/** What a kind of these letters says between greeting and contact. */
interface Said {
  readonly subject: string;
  readonly parts: readonly Part[];
  readonly until: number | null;
}

/** Any instant of the last day will do; the end itself is the first one after it. */
const lastDay = ({ endsAt }: EndingGuest) => endsAt - 1;
const named = ({ name, email }: EndingGuest) => ({ name: plain(name), email });

/** What a mail about the end of guests' access says: to the guest, to their sponsor, or to a manager about several. */
export function endingContent(facts: LetterFacts, about: About, now: number, language: string): Content {
  const words = messagesIn(language).mail.guestLetters;
  const { subject, parts, until } = isDigest(about)
    ? sayDigest(facts, about, now, language)
    : sayEnd(facts, about, language);
  return {
    subject,
    ...bodyOf({
      language,
      title: subject,
      parts: [words.greeting(facts.toName === facts.toEmail ? '' : plain(facts.toName)), ...parts],
      faint: [
        words.contact(plain(facts.contact ?? facts.replyTo ?? facts.sender)),
        words.footer(plain(facts.organization)),
      ],
    }),
    until,
  };
}

function sayEnd(facts: LetterFacts, about: EndAbout, language: string): Said {
  const words = messagesIn(language).mail.guestLetters;
  const { timeZone, kind } = facts;
  const organization = plain(facts.organization);
  const sponsor = about.sponsor === null ? null : plain(about.sponsor);
  const guest = named(about.guest);
  const day = lastDay(about.guest);
  switch (kind) {
    case 'guest-ending': {
      const { subject, says, next } = words[kind];
      return {
        subject: subject(organization, day, timeZone),
        parts: [says(organization, day, timeZone), next(sponsor, organization)],
        until: about.guest.endsAt,
      };
    }
    case 'guest-ended': {
      const { subject, says, next } = words[kind];
      return {
        subject: subject(organization),
        parts: [says(organization, day, timeZone), next(sponsor, organization)],
        until: null,
      };
    }
    case 'guest-renewed': {
      const { subject, says, next } = words[kind];
      return {
        subject: subject(organization, day, timeZone),
        parts: [says(organization, day, timeZone), next],
        until: about.guest.endsAt,
      };
    }
    case 'sponsor-ending': {
      const { subject, says, next } = words[kind];
      return {
        subject: subject(guest, organization, day, timeZone),
        parts: [says(guest, organization, day, timeZone), next],
        until: about.guest.endsAt,
      };
    }
    case 'sponsor-ended': {
      const { subject, says, next } = words[kind];
      return {
        subject: subject(guest, organization),
        parts: [says(guest, organization, day, timeZone), next],
        until: null,
      };
    }
    case 'guests-digest':
    case 'invitation':
    case 'reinvitation':
    case 'invitation-again':
    case 'reminder':
    case 'password-reset':
      throw new Error(`a message of kind ${kind} is not about one guest`);
    default:
      return assertNever(kind);
  }
}

function sayDigest({ organization, timeZone }: LetterFacts, about: DigestAbout, now: number, language: string): Said {
  const words = messagesIn(language).mail.guestLetters['guests-digest'];
  const name = plain(organization);
  const ending = about.guests.filter((guest) => guest.endsAt > now);
  const ended = about.guests.filter((guest) => guest.endsAt <= now);
  const counts = { ending: ending.length + about.moreEnding, ended: ended.length + about.moreEnded };
  const list = (guests: readonly EndingGuest[], more: number) => ({
    list: [
      ...guests.map((guest) => words.line(named(guest), lastDay(guest), timeZone)),
      ...(more > 0 ? [words.more(more)] : []),
    ],
  });
  return {
    subject: words.subject(name, counts.ending, counts.ended),
    parts: [
      words.says(name),
      ...(counts.ending > 0 ? [words.ending(counts.ending), list(ending, about.moreEnding)] : []),
      ...(counts.ended > 0 ? [words.ended(counts.ended), list(ended, about.moreEnded)] : []),
      words.next,
    ],
    until: null,
  };
}

import { messagesIn } from '#contract/messages/index.ts';
import { type About, type DigestAbout, type EndAbout, type EndingGuest, isDigest } from '../about.ts';
import { plain } from './escape.ts';
import type { LetterFacts, Told } from './parts.ts';

/** Any instant of the last day will do; the end itself is the first one after it. */
const lastDay = ({ endsAt }: EndingGuest) => endsAt - 1;
const named = ({ name, email }: EndingGuest) => ({ name: plain(name), email });

/** The values of a mail about the end of guests' access: to the guest, to their sponsor, or to a manager about several. */
export const endingValues = (facts: LetterFacts, about: About, now: number, language: string): Told =>
  isDigest(about) ? digestValues(facts, about, now, language) : endValues(facts, about, language);

function endValues({ kind, timeZone }: LetterFacts, { guest, sponsor }: EndAbout, language: string): Told {
  const { values: words } = messagesIn(language).mail.letters;
  const ended = kind === 'guest-ended' || kind === 'sponsor-ended';
  return {
    // what has ended stays ended: the mail may also arrive later
    until: ended ? null : guest.endsAt,
    values: {
      date: words.date(lastDay(guest), timeZone),
      day: words.day(lastDay(guest), timeZone),
      zone: timeZone,
      sponsor: sponsor ?? '',
      guest: words.guest(named(guest)),
      'guest-name': words.guestName(named(guest)),
    },
  };
}

function digestValues({ timeZone }: LetterFacts, about: DigestAbout, now: number, language: string): Told {
  const { values: words } = messagesIn(language).mail.letters;
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
    until: null,
    values: {
      counts: words.counts(counts.ending, counts.ended),
      'ending-count': counts.ending > 0 ? words.guests(counts.ending) : '',
      ending: list(ending, about.moreEnding),
      'ended-count': counts.ended > 0 ? words.guests(counts.ended) : '',
      ended: list(ended, about.moreEnded),
    },
  };
}

import { messagesIn } from '#contract/messages/index.ts';
import { plain, plainLines } from './escape.ts';
import { hiddenLink, type LetterFacts, type Told } from './parts.ts';

const hour = 3_600_000;

/** The values of an invitation, or of the mail for a forgotten password. */
export function linkValues(facts: LetterFacts, now: number, language: string): Told {
  const { values: words, links } = messagesIn(language).mail.letters;
  const reset = facts.kind === 'password-reset';
  const until = facts.expiresAt ?? (reset ? now : now + facts.lifeHours * hour);
  const values = {
    until: words.until(until, facts.timeZone),
    link: {
      link: hiddenLink(facts.linksBeginWith, reset ? 'reset' : 'i'),
      ...(reset ? links.reset : links.invitation),
    },
  };
  return { until, values: reset ? values : { ...values, ...invitationValues(facts, language) } };
}

function invitationValues({ inviter, roles, guest }: LetterFacts, language: string): Told['values'] {
  const { values: words } = messagesIn(language).mail.letters;
  const named = roles.map(plain);
  return {
    inviter: inviter ?? '',
    role: named.length === 1 ? named[0] : '',
    roles: named.length > 0 ? words.roles(named) : '',
    'as-guest': guest ? words.asGuest : '',
    days: guest ? words.days(guest.days) : '',
    note: { quote: guest?.note ? plainLines(guest.note) : [] },
  };
}

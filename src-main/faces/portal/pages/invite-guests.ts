import type { OutputOf } from '#contract/index.ts';
import type { Place } from '#contract/session.ts';
import { guestDays } from '#contract/values.ts';
import { longestNote } from '#contract/vocabulary/guests.ts';
import { field, hasProblems, noProblems, type Problems, summary } from '../fields.ts';
import { type Html, html } from '../html.ts';
import { icons } from '../icons.ts';
import type { View } from '../page.ts';
import { signedInPage } from '../signed-in.ts';
import type { Visitor } from '../visitor.ts';

/** The longest text that the form takes, in UTF-16 units: room for the most guests of one call. */
export const longestAddresses = 40_000;

type Entry = OutputOf<'guests.preview'>['entries'][number];
/** The verdict on an entry, before sending or after. */
type Judged = Pick<Entry, 'verdict' | 'reason' | 'detail' | 'warning'>;

export interface TypedGuests {
  readonly emails: string;
  readonly note: string;
  readonly days: string;
}

export interface InviteGuestsContent {
  readonly place: Place;
  readonly typed: TypedGuests;
  readonly problems?: Problems;
  /** What an invitation would do, for each entry that was typed. */
  readonly entries?: readonly Entry[];
  /** Who was just invited. */
  readonly invited?: readonly string[];
  /** Who else was typed, and why they were not invited. */
  readonly left?: readonly Left[];
}

export interface Left {
  readonly email: string;
  readonly why: string;
}

/** Addresses, a note and a period; the form first shows what would happen, then invites. */
export function inviteGuestsPage(view: View, visitor: Visitor, content: InviteGuestsContent): string {
  const { place, typed, problems = noProblems, entries = [] } = content;
  const { portal } = view.words;
  const { guests } = portal;
  const title = guests.title(place.name);
  const good = entries.filter(({ verdict }) => verdict === 'new').length;
  const step = (value: string, words: string, className: string) =>
    html`<button class="${className}" type="submit" name="step" value="${value}">${words}</button>`;
  return signedInPage(view, visitor, {
    title: hasProblems(problems) ? portal.errorTitle(title) : title,
    here: 'guests',
    body: html`<h1>${title}</h1>
<p class="lead">${guests.lead}</p>
${outcome(view, content)}
${summary(view.words, problems)}
<form class="narrow" method="post" action="${view.base}/guests/invite">
<input type="hidden" name="organizationId" value="${place.id}">
${field(problems, { name: 'emails', label: guests.emails, hint: guests.emailsHint, value: typed.emails, autocomplete: 'off', rows: 5, longest: longestAddresses })}
${field(problems, { name: 'days', label: guests.days, hint: guests.daysHint(guestDays.minValue ?? 1, guestDays.maxValue ?? 1), value: typed.days, autocomplete: 'off', longest: 3, numeric: true })}
${field(problems, { name: 'note', label: guests.note, value: typed.note, autocomplete: 'off', rows: 3, longest: longestNote, optional: portal.optional })}
${
  good > 0
    ? html`${found(view, entries)}${step('invite', guests.invite(good), 'primary')}${step('check', guests.checkAgain, 'plain')}`
    : html`${entries.length > 0 && found(view, entries)}${step('check', guests.check, 'primary')}`
}
</form>`,
  });
}

/** What became of the last form. */
function outcome({ words }: View, { invited = [], left = [] }: InviteGuestsContent): Html | false {
  const { guests } = words.portal;
  if (invited.length === 0 && left.length === 0) return false;
  return html`${
    invited.length > 0 &&
    html`<div class="notice good" role="status">${icons.check}<div><p><strong>${guests.invited(invited.length)}</strong></p><p>${invited.join(', ')}</p></div></div>`
  }${
    left.length > 0 &&
    html`<div class="notice">${icons.alert}<div><p><strong>${guests.left(left.length)}</strong></p><ul class="checked">${left.map(({ email, why }) => html`<li><span>${email}</span> <span class="more">${why}</span></li>`)}</ul></div></div>`
  }`;
}

const found = (view: View, entries: readonly Entry[]): Html =>
  html`<h2 class="heading" id="found">${view.words.portal.guests.found(entries.length)}</h2>
<ul class="checked" aria-labelledby="found">${entries.map((entry) => html`<li class="${entry.verdict}"><span>${entry.email ?? entry.raw}</span> <span class="more">${wordVerdict(view, entry)}</span></li>`)}</ul>`;

/** What an invitation of this entry would do, or why it would not. */
export function wordVerdict({ words }: View, { verdict, reason, detail, warning }: Judged): string {
  const { verdicts, reason: wordReason } = words.invitations;
  switch (verdict) {
    case 'new':
      return warning === 'mixed-script' ? verdicts.mixedScript : verdicts.new;
    case 'already-member':
      return reason === 'suspended' ? verdicts.suspended : verdicts.alreadyMember;
    case 'already-invited':
      return reason === 'expired' ? verdicts.expired : verdicts.alreadyInvited;
    case 'duplicate':
      return verdicts.duplicate('');
    default:
      return verdicts.refused(wordReason(reason, detail));
  }
}

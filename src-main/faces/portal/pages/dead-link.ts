import { assertNever } from '#contract/assert-never.ts';
import type { DeadLink } from '#contract/errors.ts';
import { dateAndTime, dateOnly } from '../dates.ts';
import { type Html, html, type Part } from '../html.ts';
import { icons } from '../icons.ts';
import { mailto, page, type View } from '../page.ts';
import { noticeBody } from './notice.ts';

export type DeadReason = 'link-expired' | 'link-used' | 'link-revoked' | 'link-replaced';

/** Why a link no longer works, since when, and what its holder can do about it. Grey, not red: it is nobody's fault. */
export function deadLinkPage(view: View, reason: DeadReason, link: DeadLink | undefined): string {
  const { dead, signIn } = view.words.portal;
  const { icon, title, what, next } = wordsOf(view, reason, link);
  const more: Part =
    reason === 'link-used'
      ? html`<a class="button" href="${view.base}/sign-in">${signIn.button}</a>`
      : link?.contact && reason !== 'link-replaced'
        ? mailto(link.contact, [icons.mail, html`<span>${dead.write(link.contact)}</span>`], 'button')
        : null;
  return page(view, {
    title,
    organization: link?.organization,
    look: link?.look,
    contact: link?.contact,
    body: noticeBody(icon, { title, what, next }, more),
  });
}

interface Words {
  readonly icon: Html;
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

function wordsOf({ words, lang }: View, reason: DeadReason, link: DeadLink | undefined): Words {
  const { dead } = words.portal;
  const inviter = link?.invitedBy ?? dead.whoInvited;
  const organization = link?.organization ?? dead.whoInvited;
  const dated = (of: { what: (when: string) => string; whatUndated: string }, format = dateAndTime) =>
    link?.at ? of.what(format(lang, link.at, link.timeZone)) : of.whatUndated;
  switch (reason) {
    case 'link-expired':
      return {
        icon: icons.expired,
        title: dead.expired.title,
        what: dated(dead.expired),
        next: dead.expired.next(inviter),
      };
    case 'link-used':
      return { icon: icons.used, title: dead.used.title, what: dated(dead.used), next: dead.used.next(organization) };
    case 'link-revoked':
      return {
        icon: icons.revoked,
        title: dead.revoked.title,
        what: dated(dead.revoked, dateOnly),
        next: dead.revoked.next(inviter),
      };
    case 'link-replaced':
      return {
        icon: icons.replaced,
        title: dead.replaced.title,
        what: dated(dead.replaced, dateOnly),
        next: dead.replaced.next(organization),
      };
    default:
      return assertNever(reason);
  }
}

import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type DeadLink, GatehouseError } from '#contract/errors.ts';
import { html } from './html.ts';
import { icons } from './icons.ts';
import type { PortalOptions } from './options.ts';
import type { View } from './page.ts';
import { deadLinkPage } from './pages/dead-link.ts';
import { type NoticeWords, noticePage } from './pages/notice.ts';

/** For an address that leads nowhere. */
export const notFound = () => Object.assign(new Error('not-found'), { statusCode: 404 });

/** Thrown for a form that another site sent. */
export class SentFromElsewhere extends Error {}

export class TooMany extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('too-many-requests');
    this.seconds = seconds;
  }
}

interface Answer {
  readonly status: number;
  readonly page: string;
  /** Seconds after which the same may work. */
  readonly retryAfter?: number;
}

/** The page says a minute; a program may try again sooner. */
const busySeconds = 5;

type Report = NonNullable<PortalOptions['report']>;

const toStandardError: Report = (reference, error) =>
  console.error(`gatehouse: defect ${reference} in the portal:`, error);

/** The page and the status for whatever was thrown; nothing of the error itself is shown. */
export function answerError(view: View, error: unknown, report: Report = toStandardError): Answer {
  if (error instanceof GatehouseError) {
    const dead = answerDeadLink(view, error);
    if (dead) return dead;
    if (error.code === 'inbox-only') return inboxOnly(view);
    if (error.code === 'reset-dead') return resetDead(view);
    if (error.code === 'access-ended') return accessEnded(view);
    if (error.code === 'not-permitted') return notPermitted(view, 'notPermitted');
    if (error.code === 'two-factor-needed') return twoFactorNeeded(view, error as GatehouseError<'two-factor-needed'>);
    if (error.code === 'approval-needed') return notPermitted(view, 'approvalNeeded');
    if (error.code === 'workspace-busy')
      return { ...notice(view, 503, view.words.portal.notices.busy), retryAfter: busySeconds };
    if (error.code === 'too-many-passwords')
      return crowded(view, (error as GatehouseError<'too-many-passwords'>).data.seconds);
    if (error.code === 'internal') return failed(view, (error as GatehouseError<'internal'>).data.reference);
  }
  const { notices } = view.words.portal;
  if (error instanceof SentFromElsewhere) return notice(view, 403, notices.elsewhere);
  if (error instanceof TooMany) {
    const { title, what, next } = notices.tooMany;
    return notice(view, 429, { title, what: what(error.seconds), next });
  }
  const status = (error as Partial<FastifyError>).statusCode ?? 500;
  if (status === 404) return notice(view, 404, notices.notFound);
  if (status === 413) return notice(view, 413, notices.tooLarge);
  if (status >= 400 && status < 500) return notice(view, status, notices.unreadable);
  const reference = randomBytes(4).toString('hex');
  report(reference, error);
  return failed(view, reference);
}

function answerDeadLink(view: View, { code, data }: GatehouseError): Answer | undefined {
  switch (code) {
    case 'link-unknown':
      return { status: 404, page: noticePage(view, view.words.portal.dead.unknown, icons.unknown) };
    case 'link-expired':
    case 'link-used':
    case 'link-revoked':
    case 'link-replaced':
      return { status: 410, page: deadLinkPage(view, code, (data as { link?: DeadLink }).link) };
    default:
      return undefined;
  }
}

const notice = (view: View, status: number, words: NoticeWords): Answer => ({ status, page: noticePage(view, words) });

function inboxOnly(view: View): Answer {
  const { open, ...words } = view.words.portal.notices.inboxOnly;
  const way = html`<a class="button" href="${view.base}/inbox">${open}</a>`;
  return { status: 403, page: noticePage(view, words, icons.closed, way) };
}

function notPermitted(view: View, why: 'notPermitted' | 'approvalNeeded'): Answer {
  const { open, ...words } = view.words.portal.notices[why];
  const way = html`<a class="button" href="${view.base}/">${open}</a>`;
  return { status: 403, page: noticePage(view, words, icons.closed, way) };
}

function crowded(view: View, seconds: number): Answer {
  const { title, what, next } = view.words.portal.notices.crowded;
  return { ...notice(view, 503, { title, what, next: next(seconds) }), retryAfter: seconds };
}

function twoFactorNeeded(view: View, { data }: GatehouseError<'two-factor-needed'>): Answer {
  const { twofactor } = view.words;
  const words = {
    title: twofactor.title,
    what: twofactor.portal.needed(data.organization),
    next: twofactor.begin.lead,
  };
  const way = html`<a class="button" href="${view.base}/two-factor">${twofactor.portal.open}</a>`;
  return { status: 403, page: noticePage(view, words, icons.closed, way) };
}

function resetDead(view: View): Answer {
  const { open, ...words } = view.words.portal.notices.resetDead;
  const way = html`<a class="button" href="${view.base}/forgot">${open}</a>`;
  return { status: 410, page: noticePage(view, words, icons.expired, way) };
}

/** Somebody still signed in can sign out from here; for somebody about to sign in it changes nothing. */
function accessEnded(view: View): Answer {
  const { nav, notices } = view.words.portal;
  const out = html`<form method="post" action="${view.base}/sign-out"><button class="plain" type="submit">${nav.signOut}</button></form>`;
  return { status: 403, page: noticePage(view, notices.accessEnded, icons.expired, out) };
}

function failed(view: View, reference: string): Answer {
  const { title, what, next } = view.words.portal.notices.failed;
  return notice(view, 500, { title, what, next: next(reference) });
}

/** Sends the answer to what was thrown. */
export function sendFailure(reply: FastifyReply, { page, status, retryAfter }: Answer): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return sendPage(reply, page, status);
}

/** Sends a whole page. */
export const sendPage = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(Buffer.from(page));

export type ViewOf = (request: FastifyRequest) => View;

import { encode } from 'uqr';
import type { OutputOf } from '#contract/index.ts';
import { isOnlyAgent } from '../agents.ts';
import { dateAndTime } from '../dates.ts';
import { field, hasProblems, noProblems, type Problems, summary } from '../fields.ts';
import { type Html, html, type Part } from '../html.ts';
import { icons } from '../icons.ts';
import type { View } from '../page.ts';
import { signedInPage } from '../signed-in.ts';
import type { Visitor } from '../visitor.ts';

const framed = (view: View, visitor: Visitor, problems: Problems, body: Part): string => {
  const { title } = view.words.twofactor;
  return signedInPage(view, visitor, {
    title: hasProblems(problems) ? view.words.portal.errorTitle(title) : title,
    here: 'profile',
    body: html`<h1>${title}</h1>
${body}`,
  });
};

const passwordField = ({ words }: View, problems: Problems): Html =>
  field(problems, {
    name: 'password',
    label: words.twofactor.password,
    type: 'password',
    autocomplete: 'current-password',
  });

/** The first step of setting it up: is it really them? */
export function passwordPage(view: View, visitor: Visitor, problems: Problems = noProblems): string {
  const { twofactor } = view.words;
  const { current, person } = visitor;
  return framed(
    view,
    visitor,
    problems,
    html`${current?.twoFactorNeeded && html`<div class="notice">${icons.lock}<p>${twofactor.portal.needed(current.name)}</p></div>`}
<p class="lead">${twofactor.lead} ${twofactor.begin.lead}</p>
${summary(view.words, problems)}
<form class="narrow" method="post" action="${view.base}/two-factor/begin">
<input type="text" value="${person.email}" autocomplete="username" hidden>
${passwordField(view, problems)}
<button class="primary" type="submit">${twofactor.next}</button>
</form>`,
  );
}

/** The second step; after a wrong code the app has the secret already. */
export function scanPage(
  view: View,
  visitor: Visitor,
  begun: OutputOf<'twofactor.begin'> | undefined,
  problems: Problems = noProblems,
): string {
  const { scan, portal, ...words } = view.words.twofactor;
  return framed(
    view,
    visitor,
    problems,
    html`${summary(view.words, problems)}
${
  begun &&
  html`<p class="lead">${scan.lead}</p>
${qrCode(begun.uri, scan.qr)}
<p>${scan.byHand}<br><code>${begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>`
}
<form class="narrow" method="post" action="${view.base}/two-factor/confirm">
${field(problems, { name: 'code', label: words.code, hint: words.appHint, autocomplete: 'one-time-code', longest: 10, numeric: true })}
<button class="primary" type="submit">${scan.submit}</button>
</form>
<p class="small"><a href="${view.base}/two-factor">${portal.again}</a></p>`,
  );
}

/** The codes, shown this one time. */
export function codesPage(view: View, visitor: Visitor, codes: readonly string[]): string {
  const { codes: say, portal } = view.words.twofactor;
  return framed(
    view,
    visitor,
    noProblems,
    html`<div class="notice good" role="status">${icons.check}<p>${portal.done}</p></div>
<h2 class="section">${say.title}</h2>
<p class="lead">${say.lead} ${portal.keep}</p>
<ul class="codes" aria-label="${say.list}">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<a class="button" href="${view.base}${isOnlyAgent(visitor.places) ? '/inbox' : '/'}">${portal.goOn}</a>`,
  );
}

/** While it is on: new codes, and turning it off. */
export function proofPage(
  view: View,
  visitor: Visitor,
  { since, codesLeft }: OutputOf<'twofactor.state'>,
  problems: Problems = noProblems,
): string {
  const { twofactor } = view.words;
  const zone = visitor.current?.timeZone ?? 'Etc/UTC';
  const { renewing, turningOff } = twofactor;
  return framed(
    view,
    visitor,
    problems,
    html`<p class="lead">${since !== null && twofactor.since(dateAndTime(view.lang, since, zone))} ${twofactor.left(codesLeft)}</p>
${summary(view.words, problems)}
<form class="narrow" method="post" action="${view.base}/two-factor/codes">
${passwordField(view, problems)}
${field(problems, { name: 'code', label: twofactor.code, hint: twofactor.codeHint, autocomplete: 'one-time-code', longest: 60 })}
<p class="small">${renewing.lead}</p>
<button class="primary" type="submit">${renewing.submit}</button>
<p class="small">${turningOff.lead}</p>
<button class="plain" type="submit" formaction="${view.base}/two-factor/off">${turningOff.submit}</button>
</form>`,
  );
}

/** Light modules around the code (ISO/IEC 18004, 6.3.8). */
const border = 4;

function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border });
  const modules = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg width="200" height="200" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="${label}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${modules}"/></svg>`;
}

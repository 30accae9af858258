import type { Belonging } from '#contract/profile.ts';
import type { Told } from '../cookies.ts';
import { dayOnly } from '../dates.ts';
import { type Html, html, type Part } from '../html.ts';
import { initials, type View } from '../page.ts';
import { signedInPage } from '../signed-in.ts';
import type { Visitor } from '../visitor.ts';
import { toldNotice } from './told.ts';

/** Where you belong: your own organizations, and those where you are a guest, with the end of the access. */
export function organizationsPage(view: View, visitor: Visitor, rows: readonly Belonging[], told?: Told): string {
  const { organizations, home } = view.words.portal;
  const own = rows.filter(({ kind }) => kind !== 'guest');
  const guest = rows.filter(({ kind }) => kind === 'guest');
  return signedInPage(view, visitor, {
    title: organizations.title,
    here: 'organizations',
    body: html`<h1>${organizations.title}</h1>
${told && toldNotice(view, told)}
${rows.length === 0 && html`<p class="lead">${home.none}</p>`}
${own.length > 0 && table(view, visitor, own, html`<caption class="hidden">${organizations.own}</caption>`)}
${
  guest.length > 0 &&
  html`<h2 class="section" id="guest">${organizations.guest}</h2>
<p class="lead">${organizations.guestLead}</p>
${table(view, visitor, guest)}`
}`,
  });
}

// the explicit roles are the elements' own: so they keep them where a narrow page lays the table out differently
function table(view: View, visitor: Visitor, rows: readonly Belonging[], caption?: Html): Html {
  const { columns } = view.words.portal.organizations;
  const expires = caption === undefined;
  const head = (words: string, className = '') =>
    html`<th role="columnheader" scope="col" class="${className}">${words}</th>`;
  return html`<table class="belongs" role="table"${expires && html` aria-labelledby="guest"`}>${caption}
<thead role="rowgroup"><tr role="row">${head(columns.name)}${head(columns.kind)}${head(columns.roles)}${expires && head(columns.expires, 'expires')}<td role="cell"></td></tr></thead>
<tbody role="rowgroup">${rows.map((row) => tableRow(view, visitor, row, expires))}</tbody>
</table>`;
}

function tableRow(view: View, { current }: Visitor, row: Belonging, expires: boolean): Html {
  const { organizations } = view.words.portal;
  const { name, kind, roles, expired } = row;
  const here = current?.id === row.organizationId;
  return html`<tr role="row" class="${expired ? 'over' : ''}">
<td role="cell" class="what"><div class="named"><span class="mark grey" aria-hidden="true">${initials(name)}</span><div><strong>${name}</strong>${here && html` <span class="tag">${organizations.current}</span>`}${expired && html`<p class="more">${organizations.expiredNext}</p>`}</div></div></td>
<td role="cell" class="kind">${organizations.kinds[kind]}</td>
<td role="cell" class="roles">${roles.length > 0 ? roles.join(', ') : organizations.noRole}</td>
${expires && html`<td role="cell" class="expires">${expiry(view, row)}</td>`}
<td role="cell" class="deeds"><div>${!here && !expired && switchButton(view, row)}<a class="button slim quiet" href="${view.base}/organizations/${row.organizationId}/leave">${organizations.leave} <span class="hidden">${name}</span></a></div></td></tr>`;
}

function expiry({ words, lang }: View, { accessEndsAt, timeZone, expired, daysLeft, endsSoon }: Belonging): Part {
  const { organizations } = words.portal;
  if (accessEndsAt === null) return organizations.never;
  // access ends at midnight, which belongs to the day after the last
  const last = dayOnly(lang, accessEndsAt - 1, timeZone);
  const left = expired ? organizations.expired : organizations.daysLeft(daysLeft ?? 0);
  return html`<span class="label">${organizations.columns.expires} </span>${last}<p class="more${endsSoon && ' soon'}">${left}</p>`;
}

const switchButton = ({ words, base }: View, { organizationId, name }: Belonging): Html =>
  html`<form method="post" action="${base}/organizations/switch"><button class="plain slim" type="submit" name="organizationId" value="${organizationId}">${words.portal.organizations.switch} <span class="hidden">${words.portal.organizations.switchTo(name)}</span></button></form>`;

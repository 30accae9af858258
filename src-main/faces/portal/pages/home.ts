import type { Place } from '#contract/session.ts';
import { type Html, html, type Part } from '../html.ts';
import { initials, type View } from '../page.ts';
import { signedInPage } from '../signed-in.ts';
import type { Visitor } from '../visitor.ts';

/** Says who you are: name, address, and where you belong as what, with which products; the current organization first. */
export function homePage(view: View, visitor: Visitor): string {
  const { home } = view.words.portal;
  const { person, places, current } = visitor;
  const sorted = [...places].sort((a, b) => Number(b === current) - Number(a === current));
  return signedInPage(view, visitor, {
    title: home.title(person.name || person.email),
    here: 'home',
    body: html`<div class="who">
<span class="face" aria-hidden="true">${initials(person.name || person.email)}</span>
<div class="names"><h1>${person.name || person.email}</h1><p class="lead">${person.email}</p></div>
</div>
<h2 class="heading">${home.organizations}</h2>
${
  places.length === 0
    ? html`<p class="lead">${home.none}</p>`
    : html`<ul class="places">${sorted.map((place) => placeItem(view, place))}</ul>`
}`,
  });
}

function placeItem({ words }: View, { name, kind, roles, products }: Place): Html {
  const { home } = words.portal;
  const as = kind === 'user' ? null : home.kinds[kind];
  return html`<li><span class="mark grey" aria-hidden="true">${initials(name)}</span>
<div class="place"><span class="name">${name}</span>${as && html` <span class="tag">${as}</span>`}${roles.length > 0 && html`<p class="roles"><span class="hidden">${home.roles}: </span>${roles.join(', ')}</p>`}</div>
${(products.length > 0 || kind !== 'inbox-agent') && html`<div class="products"><h3>${home.products}</h3>${productList(products, home.noProducts)}</div>`}</li>`;
}

const productList = (products: readonly string[], none: string): Part =>
  products.length === 0
    ? html`<p class="lead">${none}</p>`
    : html`<ul>${products.map((product) => html`<li>${product}</li>`)}</ul>`;

import type { OutputOf } from '#contract/index.ts';
import { html } from '../html.ts';
import { initials, page, type View } from '../page.ts';

type State = OutputOf<'session.state'>;

/** Says who one is: name, address, and where one belongs as what. */
export function homePage(view: View, person: NonNullable<State['person']>, places: State['places']): string {
  const { home } = view.words.portal;
  const [first] = places;
  return page(view, {
    title: home.title(person.name || person.email),
    organization: first?.name,
    contact: first?.contact,
    wide: true,
    body: html`<div class="who">
<span class="face" aria-hidden="true">${initials(person.name || person.email)}</span>
<div class="names"><h1>${person.name || person.email}</h1><p class="lead">${person.email}</p></div>
<form method="post" action="${view.base}/sign-out"><button class="plain" type="submit">${home.signOut}</button></form>
</div>
<h2 class="heading">${home.organizations}</h2>
${
  places.length === 0
    ? html`<p class="lead">${home.none}</p>`
    : html`<ul class="places">${places.map(
        (place) =>
          html`<li><span class="mark grey" aria-hidden="true">${initials(place.name)}</span><span class="place">${place.name}</span><span class="roles"><span class="hidden">${home.roles}: </span>${place.roles.join(', ')}</span></li>`,
      )}</ul>`
}`,
  });
}

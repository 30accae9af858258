import type { Told } from '../cookies.ts';
import { type Html, html } from '../html.ts';
import { icons } from '../icons.ts';
import type { View } from '../page.ts';

/** Says what was just done, at the top of the next page. */
export const toldNotice = ({ words }: View, told: Told): Html =>
  html`<div class="notice good" role="status">${icons.check}<p>${told.what === 'left' ? words.portal.told.left(told.organization) : words.portal.told[told.what]}</p></div>`;

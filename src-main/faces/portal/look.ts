import { blended, contrast, onAccent, readableOn } from '#contract/contrast.ts';
import { sizeWithin, type WornLook } from '#contract/look.ts';
import { versionOf } from './assets.ts';
import { type Html, html } from './html.ts';

/** CSS pixels: room for a logo beside the organization's name. */
const most = { width: 200, height: 48 };

/** The name stands beside it, so the picture tells a screen reader nothing new. */
export function logoImage(base: string, logo: NonNullable<WornLook['logo']>): Html {
  const { width, height } = sizeWithin(most, logo);
  return html`<img class="logo" src="${base}/logo/${logo.address}" width="${width}" height="${height}" alt="">`;
}

/** The hardest grounds of colours.css to read a link or see a button on: the darkest light one and the lightest dark one. */
const grounds = { light: '#f3f4f6', dark: '#1b2a22' } as const;
/** WCAG 2.2, 1.4.11: the contrast that a button needs with what is around it. */
const enoughForShapes = 3;

/** What replaces the usual colours where an organization has a colour of its own. */
function colours(accent: string, ground: string): string {
  const ink = onAccent(accent);
  const edge = contrast(accent, ground) < enoughForShapes ? readableOn(ground, accent, enoughForShapes) : 'transparent';
  return `:root {
  --accent: ${accent};
  --accent-hover: ${blended(accent, 0.85, ink === '#ffffff' ? 0 : 255)};
  --accent-ink: ${ink};
  --accent-edge: ${edge};
  --link: ${readableOn(ground, accent)};
}
`;
}

export const accentStyle = (accent: string): string =>
  `${colours(accent, grounds.light)}@media (prefers-color-scheme: dark) {\n${colours(accent, grounds.dark)}}\n`;

const addresses = new Map<string, string>();
/** More colours than the organizations of a portal have; beyond that, all are worked out again. */
const mostKept = 64;

/** The address of the stylesheet for a colour. */
export function accentAddress(base: string, accent: string): string {
  const kept = addresses.get(accent);
  if (kept) return base + kept;
  if (addresses.size >= mostKept) addresses.clear();
  const address = `/look/${accent.slice(1)}.css?v=${versionOf(accentStyle(accent))}`;
  addresses.set(accent, address);
  return base + address;
}

import { blended, contrast, onAccent, readableOn } from '#contract/contrast.ts';
import { sizeWithin, type WornLook } from '#contract/look.ts';
import { versionOf } from './assets.ts';
import { type Html, html } from './html.ts';

/** CSS pixels: room for a logo beside the organization's name. */
const most = { width: 200, height: 48 };

/** The name stands beside it, so the picture has nothing to say to who cannot see it. */
export function logoImage(base: string, logo: NonNullable<WornLook['logo']>): Html {
  const { width, height } = sizeWithin(most, logo);
  return html`<img class="logo" src="${base}/logo/${logo.address}" width="${width}" height="${height}" alt="">`;
}

/** Of colours.css, what is hardest to be told from behind a link or a button: the darkest light ground, the lightest dark one. */
const grounds = { light: '#f3f4f6', dark: '#1b2a22' } as const;
/** WCAG 2.2, 1.4.11: what a button needs against what is around it. */
const enoughForShapes = 3;

/** What takes the place of the usual colours where an organization has one of its own. */
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
/** More organizations than a portal has are reckoned anew now and then. */
const mostKept = 64;

/** Where the stylesheet of a colour is. */
export function accentAddress(base: string, accent: string): string {
  const kept = addresses.get(accent);
  if (kept) return base + kept;
  if (addresses.size >= mostKept) addresses.clear();
  const address = `/look/${accent.slice(1)}.css?v=${versionOf(accentStyle(accent))}`;
  addresses.set(accent, address);
  return base + address;
}

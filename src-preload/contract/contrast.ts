const white = '#ffffff';
const ink = '#1f2328';

/** WCAG 2.2, 1.4.3: the contrast that text of normal size needs. */
const enough = 4.5;

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio: between 1 and 21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour of text on a button of this colour: white where readable, else the dark ink, else black. */
export const onAccent = (accent: string): string =>
  [white, ink].find((text) => contrast(accent, text) >= enough) ?? '#000000';

/** A colour mixed with black (0) or white (255); `share`, from 0 to 1, is how much of it is left. */
export const blended = (colour: string, share: number, rest: 0 | 255): string =>
  `#${channels(colour)
    .map((channel) =>
      Math.round(channel * share + rest * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The colour itself if it stands out enough from the ground, else the next lighter or darker one that does. */
export function readableOn(ground: string, colour: string, least = enough): string {
  const rest = contrast(ground, white) > contrast(ground, '#000000') ? 255 : 0;
  for (let share = 1; share > 0; share -= 0.02) {
    const next = blended(colour, share, rest);
    if (contrast(next, ground) >= least) return next;
  }
  return rest === 0 ? ink : white;
}

/** A letter's colours are on white, whatever the reader's theme: mail programs agree on nothing else. */
const white = '#ffffff';
const ink = '#1f2328';
export const usualAccent = '#3d5bc6';

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

/** The colour itself if it is readable on white, else the next darker one that is. */
export function readableOnWhite(accent: string): string {
  for (let share = 1; share > 0; share -= 0.02) {
    const darker = channels(accent).map((channel) =>
      Math.round(channel * share)
        .toString(16)
        .padStart(2, '0'),
    );
    const colour = `#${darker.join('')}`;
    if (contrast(colour, white) >= enough) return colour;
  }
  return ink;
}

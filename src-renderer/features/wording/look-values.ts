import type { Look } from '#contract/look.ts';

/** The logo in a form: the stored one, a chosen file, or none. */
export type LogoValue =
  | { readonly kind: 'stored'; readonly sha256: string }
  | { readonly kind: 'chosen'; readonly url: string }
  | null;

export interface LookValues {
  /** Empty: the usual colour. */
  readonly accent: string;
  readonly logo: LogoValue;
}

export const lookValues = ({ accent, logo }: Look): LookValues => ({
  accent: accent ?? '',
  logo: logo && { kind: 'stored', sha256: logo.sha256 },
});

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text.trim());

/** What to send about a logo; nothing for one that stays. */
export function logoInput(logo: LogoValue): { logo?: { base64: string } | null } {
  if (logo === null) return { logo };
  return logo.kind === 'stored' ? {} : { logo: { base64: logo.url.slice(logo.url.indexOf(',') + 1) } };
}

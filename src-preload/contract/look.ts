import { z } from 'zod';
import { logoLimits } from './vocabulary/look.ts';

/** `image/svg+xml` is not among them: mail programs do not show it, and it can hold scripts. */
export const logoTypes = ['image/png', 'image/jpeg'] as const;
export type LogoType = (typeof logoTypes)[number];

/** The length of the largest image in base64. */
const base64Length = Math.ceil(logoLimits.bytes / 3) * 4;
const base64 = z
  .string()
  .max(base64Length, 'logo-too-large')
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'not-an-image');

export const accent = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'not-a-colour');

/** The look as typed. */
export const lookTyped = z.strictObject({
  /** The colour of button and link, such as `#3d5bc6`; null: the usual one. */
  accent: accent.nullable(),
  /** The content of a PNG or JPEG file; null: none. */
  logo: z.strictObject({ base64 }).nullable(),
});

/** The look as stored. */
export const look = z.object({
  accent: z.string().nullable(),
  logo: z
    .object({
      /** Of its content, in hexadecimal: identifies the logo. */
      sha256: z.string(),
      type: z.enum(logoTypes),
      width: z.int(),
      height: z.int(),
      bytes: z.int(),
      base64: z.string(),
    })
    .nullable(),
});
export type Look = z.infer<typeof look>;

/** As the pages of the portal wear it. */
export const wornLook = z.object({
  accent: accent.nullable(),
  logo: z
    .object({
      /** What the portal serves it under; nobody can make one of the picture alone. */
      address: z.string().regex(/^[0-9a-f]{64}\.[\w-]{43}$/),
      width: z.int().positive(),
      height: z.int().positive(),
    })
    .nullable(),
});
export type WornLook = z.infer<typeof wornLook>;

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a picture is shown: in its own shape, and never larger than it is. */
export function sizeWithin(most: Size, { width, height }: Size): Size {
  const share = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** Limits for a logo, which is part of every single mail. */
export const logoLimits = { bytes: 100 * 1024, least: 16, most: 2000 } as const;

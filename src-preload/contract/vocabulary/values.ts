export const linkLifePresets = [24, 72, 168] as const;

/** Usual choices for a reminder, in hours before the end of a link. */
export const remindPresets = [12, 24, 48, 72] as const;

/** How many days a guest's access lasts. Two years at most: people who stay longer are users. */
export const guestPeriod = { least: 1, most: 730 } as const;
/** Whether `guestDays` accepts it; for the page, which is built without schemas. */
export const isGuestPeriod = (days: number | string): days is number =>
  Number.isInteger(days) && Number(days) >= guestPeriod.least && Number(days) <= guestPeriod.most;

export const auditDaysPresets = [90, 365, 730, 1825, 3650] as const;

export const longestDomain = 253;

export const domainShape = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{0,61}$/u;

/** Whether `domain` accepts it; for the page, too. */
export const isDomain = (text: string): boolean => {
  const wanted = text.trim().toLowerCase();
  return wanted.length <= longestDomain && domainShape.test(wanted);
};

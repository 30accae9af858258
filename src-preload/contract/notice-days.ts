/**
 * How many days before the last one the lists speak of a guest whose access ends. Never in the first half of their period:
 * a notice stays until the guest is renewed, so a renewal has to end it, however short the period is.
 * @param window the organization's, in days
 * @param period of the guest, in days
 */
export const noticeDaysOf = (window: number, period: number): number => Math.min(window, Math.floor(period / 2));

/**
 * How many days before the last one lists give notice that a guest's access ends. Never in the first half of the period:
 * the notice stays until the guest is renewed, so a renewal has to end it, however short the period.
 * @param window the organization's, in days
 * @param period the guest's, in days
 */
export const noticeDaysOf = (window: number, period: number): number => Math.min(window, Math.floor(period / 2));

/** The limits of a page's zoom. */
export const leastZoom = 0.5;
export const mostZoom = 3;
const steps = [leastZoom, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, mostZoom];

/** The next larger or smaller step, or the actual size. */
export function zoomStep(now: number, step: 'in' | 'out' | 'reset'): number {
  if (step === 'reset') return 1;
  // a factor goes through Chromium's logarithmic levels and comes back a little off
  if (step === 'in') return steps.find((one) => one > now + 0.01) ?? mostZoom;
  return steps.findLast((one) => one < now - 0.01) ?? leastZoom;
}

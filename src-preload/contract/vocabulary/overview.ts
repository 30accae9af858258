/** 30 days day by day, or a year week by week. */
export const spans = ['days', 'weeks'] as const;
export type Span = (typeof spans)[number];

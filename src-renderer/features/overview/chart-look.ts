import type { AreaChartProps, BarChartProps, BarChartSeries } from '@mantine/charts';

/** Both charts: only horizontal lines, few ticks, whole numbers. By keyboard, people use the table, not the chart. */
export const axes = {
  h: 168,
  accessibilityLayer: false,
  tickLine: 'none',
  strokeDasharray: '3 4',
  gridColor: 'var(--gh-line)',
  textColor: 'dimmed',
  xAxisProps: { minTickGap: 28, tickMargin: 2 },
  yAxisProps: { allowDecimals: false, tickCount: 4, width: 38 },
} as const satisfies Partial<BarChartProps & AreaChartProps>;

/** Sent is an outline and accepted is filled, so that the two can be told apart without colour. */
export const invitationBars = {
  maxBarWidth: 12,
  barChartProps: { barGap: 1, barCategoryGap: '22%', margin: { top: 8, right: 4 } },
  barProps: ({ name }: BarChartSeries) =>
    name === 'sent' ? { stroke: 'var(--gh-info)', strokeOpacity: 1, strokeWidth: 1 } : { strokeOpacity: 0 },
} as const satisfies Partial<BarChartProps>;

export const guestLine = {
  curveType: 'stepAfter',
  withDots: false,
  strokeWidth: 2,
  fillOpacity: 0.12,
  areaChartProps: { margin: { top: 8, right: 4 } },
  // nothing moves
  areaProps: { isAnimationActive: false },
} as const satisfies Partial<AreaChartProps>;

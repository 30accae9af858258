import { expect, test } from 'vitest';
import { type ListRow, measures } from '../../../src-renderer/app/density.ts';

test('rows of every list are lower when compact, and still high enough for what is in them', () => {
  const { comfortable, compact } = measures;
  for (const rows of Object.keys(comfortable.listRows) as ListRow[]) {
    expect(compact.listRows[rows], rows).toBeLessThan(comfortable.listRows[rows]);
    // WCAG 2.5.8: no target below 24
    expect(compact.listRows[rows], rows).toBeGreaterThanOrEqual(24);
  }
  for (const { listRows, controls } of [comfortable, compact])
    expect(listRows.button).toBeGreaterThan(Number.parseInt(controls.xs, 10));
});

import { expect, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { dayOf, exportTable } from '../../../src-renderer/features/jobs/export-file.ts';

const words = messagesIn('en');

test('the table has titles and the rows of every page of the results', async () => {
  const zoe = ['Zoë, B', 'zoe@example.org'];
  const pages: Record<number, { rows: { detail: string | null; cells: string[] | null }[]; next: number | null }> = {
    0: {
      rows: [
        { detail: 'Ana,ana@example.org', cells: ['Ana', 'ana@example.org'] },
        { detail: null, cells: null },
      ],
      next: 2,
    },
    2: { rows: [{ detail: '"Zoë, B",zoe@example.org', cells: zoe }], next: null },
  };
  const table = await exportTable(
    Object.values(words.jobs.exportColumns),
    async (after) => pages[after] ?? { rows: [], next: null },
  );
  expect(table[0]?.slice(0, 4)).toEqual(['Name', 'E-mail', 'Kind', 'Status']);
  expect(table.slice(1)).toEqual([['Ana', 'ana@example.org'], zoe]);
});

test('the date of the file is that of the organization’s zone', () => {
  const lateEvening = Date.UTC(2026, 10, 25, 23, 30);
  expect(dayOf(lateEvening, 'UTC')).toBe('2026-11-25');
  expect(dayOf(lateEvening, 'Europe/Amsterdam')).toBe('2026-11-26');
});

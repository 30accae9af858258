import { expect, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { dayOf, exportFile } from '../../../src-renderer/features/jobs/export-file.ts';

const words = messagesIn('en');

test('the file begins with the mark that Excel looks for, has titles and CRLF, and every page of the results', async () => {
  const pages: Record<number, { rows: { detail: string | null }[]; next: number | null }> = {
    0: { rows: [{ detail: 'Ana,ana@example.org' }, { detail: null }], next: 2 },
    2: { rows: [{ detail: '"Zoë, B",zoe@example.org' }], next: null },
  };
  const text = await exportFile(words.jobs.exportColumns, async (after) => pages[after] ?? { rows: [], next: null });
  expect(text.startsWith('\uFEFFName,E-mail,Kind,Status,')).toBe(true);
  expect(text.split('\r\n').slice(1)).toEqual(['Ana,ana@example.org', '"Zoë, B",zoe@example.org', '']);
});

test('the day of the file is that of the organization', () => {
  const lateEvening = Date.UTC(2026, 10, 25, 23, 30);
  expect(dayOf(lateEvening, 'UTC')).toBe('2026-11-25');
  expect(dayOf(lateEvening, 'Europe/Amsterdam')).toBe('2026-11-26');
});

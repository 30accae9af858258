import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest } from '../support/named-test.ts';

const root = path.resolve(import.meta.dirname, '../..');
const doc = readFileSync(path.join(root, 'docs/features.md'), 'utf8');

interface Line {
  readonly row: string;
  readonly file: string;
  readonly title: string;
}

/** `| A1 | test/path.spec.ts › title of the test |` */
const lines: readonly Line[] = [...doc.matchAll(/^\| ([A-F]\d+) \| (\S+) › (.+) \|$/gm)].map(
  ([, row = '', file = '', title = '']) => ({ row, file, title: title.replaceAll('\\|', '|') }),
);
const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, i) => `${letter}${i + 1}`);

describe('docs/features.md', () => {
  it('names a test for every promise from A1 to E10, and for wording, reminders, several organizations, suspending and erasing', () => {
    const wanted = [
      ...numbered('A', 7),
      ...numbered('B', 7),
      ...numbered('C', 6),
      ...numbered('D', 7),
      ...numbered('E', 10),
      'F5',
      'F6',
      'F11',
      'F12',
      'F13',
      'F15',
    ];
    const has = new Set(lines.map((line) => line.row));
    expect(wanted.filter((row) => !has.has(row))).toEqual([]);
  });

  it('names a window test and a command-line test for every promise that both can keep', () => {
    // seen: pages of the window and the portal; mailed: sent by the worker, whichever of the two runs
    const onlySeen = new Set(['A1', 'D1', 'D7', 'E6']);
    const onlyMailed = new Set(['E9', 'F6']);
    const onlyTyped = new Set(['F9']);
    const missing = [...new Set(lines.map((line) => line.row))].filter((row) => {
      if (onlyMailed.has(row)) return false;
      const files = lines.filter((line) => line.row === row).map((line) => line.file);
      const seen = files.some((file) => file.startsWith('test/e2e/'));
      return (
        !(seen || onlyTyped.has(row)) ||
        !(onlySeen.has(row) || files.some((file) => file.startsWith('test/faces/cli/')))
      );
    });
    expect(missing).toEqual([]);
  });

  it('names only tests that exist', () => {
    expect(lines.filter(({ file, title }) => !isTest(file, title))).toEqual([]);
  });

  it('has no table row that these checks cannot read', () => {
    const rows = doc.split('\n').filter((line) => /^\|\s*[A-F]\d/.test(line));
    expect(rows).toHaveLength(lines.length);
  });
});

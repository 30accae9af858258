import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest } from '../support/named-test.ts';

const root = path.resolve(import.meta.dirname, '../..');
const doc = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

/** The rows of the tables whose last column names a test: `threat | defence | file › title`. */
const rows = doc
  .split(/^## /m)
  .filter((section) => section.includes('| threat | defence | test |'))
  .flatMap((section) => section.split('\n').filter((line) => /^\| (?!threat )/.test(line)))
  .map((line) => line.slice(2, -2).split(' | '));

describe('docs/security.md', () => {
  it('gives every threat a defence and a test that exists', () => {
    const without = rows.filter(([threat = '', defence = '', test = '', ...more]) => {
      const [file = '', title = ''] = test.split(' › ');
      return threat === '' || defence === '' || more.length > 0 || !isTest(file, title);
    });
    expect(without).toEqual([]);
    expect(rows.length).toBeGreaterThan(40);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const doc = readFileSync(path.join(root, 'docs/electron.md'), 'utf8');

test('docs/electron.md covers every point of the checklist and names only tests that exist', () => {
  const points = [...doc.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, numbers = '']) => numbers.split(', ').map(Number));
  expect(points).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  const named = [...doc.matchAll(/(test\/\S+\.ts) › ([^|)]+?) ?[|)]/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));
  expect(named.length).toBeGreaterThan(20);
  const gone = named.filter(({ file, title }) => {
    const at = path.join(root, file);
    return !existsSync(at) || !readFileSync(at, 'utf8').includes(`'${title}'`);
  });
  expect(gone).toEqual([]);
});

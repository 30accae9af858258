import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const renderer = path.resolve(import.meta.dirname, '../../src-renderer');
const read = (file: string) => readFileSync(file, 'utf8');

/** `import NAME from 'FILE.module.css'` in a source, with the file made absolute. */
const sheets = (file: string, source: string) =>
  [...source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(([, name = '', sheet = '']) => ({
    name,
    sheet: path.resolve(path.dirname(file), sheet),
  }));
const classesIn = (css: string) =>
  new Set([...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => name));

it('every class that a component takes from its style sheet exists there', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => path.join(renderer, file));
  const uses = files.flatMap((file) => {
    const source = read(file);
    return sheets(file, source).flatMap(({ name, sheet }) => {
      const known = classesIn(read(sheet));
      const asked = [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one]) => one ?? '');
      return asked.map((one) => ({ use: `${path.relative(renderer, file)}: ${name}.${one}`, there: known.has(one) }));
    });
  });
  expect(uses.length).toBeGreaterThan(300);
  expect(uses.filter(({ there }) => !there).map(({ use }) => use)).toEqual([]);
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { joinedIcons } from '../../scripts/build/joined-icons.ts';

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@tabler/icons-react')), '../esm/icons');
const { transform } = joinedIcons();

/** What an icon of the package is drawn from, before and after. */
async function shapes(name: string) {
  const file = path.join(folder, `${name}.mjs`);
  const code = await readFile(file, 'utf8');
  const changed = (transform as (code: string, id: string) => { code: string } | undefined)(code, file)?.code;
  const nodes = (text: string): [string, Record<string, string>][] =>
    JSON.parse(/__iconNode = (.*);/.exec(text)?.[1] ?? '[]');
  return { before: nodes(code), after: changed === undefined ? undefined : nodes(changed) };
}

it('draws an icon of several shapes as one path of the same shapes', async () => {
  for (const name of ['IconClock', 'IconMailPause', 'IconDots', 'IconUserOff']) {
    const { before, after } = await shapes(name);
    expect(before.length).toBeGreaterThan(1);
    expect(after).toEqual([['path', { d: before.map(([, { d }]) => d).join(''), key: 'svg-0' }]]);
  }
});

it('leaves other elements, and attributes beside the shape, alone', async () => {
  expect((await shapes('IconAccessible')).after).toEqual((await shapes('IconAccessible')).before);
});

it('changes nothing but icons', () => {
  const code = 'const __iconNode = [["path", { "d": "M0 0", "key": "a" }], ["path", { "d": "M1 1", "key": "b" }]];';
  expect((transform as (code: string, id: string) => unknown)(code, '/src/app/icons.mjs')).toBeUndefined();
});

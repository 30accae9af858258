import path from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import config from '../../electron.vite.config.ts';
import { twoByteFiles } from '../support/two-byte-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
let chunks: readonly Rolldown.OutputChunk[];
let page: string;

beforeAll(async () => {
  const { renderer } = config as { renderer: InlineConfig };
  const built = await build({
    ...renderer,
    root: path.join(root, 'src-renderer'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { ...renderer.build, write: false, minify: false },
  });
  const { output } = built as Rolldown.RolldownOutput;
  chunks = output.filter((one) => one.type === 'chunk');
  const html = output.find(({ fileName }) => fileName === 'index.html') as Rolldown.OutputAsset;
  page = String(html.source);
}, 60_000);

const modulesOf = (name: string) =>
  chunks
    .filter((chunk) => chunk.name === name)
    .flatMap(({ moduleIds }) => moduleIds.map((id) => path.relative(root, id)));
const of = (modules: readonly string[], part: string) =>
  modules.filter((id) => id.split(path.sep).join('/').includes(part));

it('brings what the first sight needs in one file, with nothing of the console', () => {
  const start = modulesOf('start');
  expect(of(start, 'features/session/SignIn.tsx')).toHaveLength(1);
  for (const later of [
    'node_modules/zod/',
    'app/Inside.tsx',
    'app/Console.tsx',
    'recharts',
    'Spotlight',
    'Combobox/',
    'Modal/',
  ])
    expect(of(start, later), later).toEqual([]);
  // the runtime of the bundle, and the start
  expect(page.match(/<script /g)).toHaveLength(2);
  expect(page).not.toContain('modulepreload');
});

it('brings the console in one file, without the charts', () => {
  const console = modulesOf('console');
  expect(of(console, 'app/Console.tsx')).toHaveLength(1);
  expect(of(console, 'features/users/UsersPage.tsx')).toHaveLength(1);
  expect(of(console, 'recharts')).toEqual([]);
});

it('brings what operations need, read and change, and none of their schemas', () => {
  expect(chunks.flatMap(({ moduleIds }) => of(moduleIds, 'node_modules/zod/'))).toEqual([]);
  const code = chunks.find(({ name }) => name === 'start')?.code;
  expect(code).toMatch(/"invitations\.preview":\s*\{\s*"?needs"?:\s*"users:write",\s*"?reads"?:\s*\[\s*"users"/);
});

it('takes one byte of memory for each character of its files', () => {
  expect(twoByteFiles(chunks)).toEqual([]);
});

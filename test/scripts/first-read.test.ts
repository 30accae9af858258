import path from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import config from '../../electron.vite.config.ts';
import { twoByteFiles } from '../support/two-byte-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
let chunks: ReadonlyMap<string, Rolldown.OutputChunk>;

beforeAll(async () => {
  const { main } = config as { main: InlineConfig };
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { __WANTED_ELECTRON__: '""' },
    build: {
      ssr: true, // packages stay imports, so that one sees which are read when
      write: false,
      rolldownOptions: {
        input: { window: 'src-main/faces/window/index.ts', core: 'src-main/core-worker.ts' },
        external: ['electron'],
        output: main.build?.rolldownOptions?.output ?? {},
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  chunks = new Map(output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
}, 60_000);

/** Packages and modules that are read before the first line of an entry runs. */
function readFirst(name: string): { readonly packages: readonly string[]; readonly modules: readonly string[] } {
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry && chunk.name === name);
  const seen = new Set<Rolldown.OutputChunk>();
  const packages = new Set<string>();
  const follow = (chunk: Rolldown.OutputChunk) => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const file of chunk.imports) {
      const next = chunks.get(file);
      if (next) follow(next);
      else if (!file.startsWith('node:')) packages.add(file);
    }
  };
  if (entry) follow(entry);
  const modules = [...seen].flatMap(({ moduleIds }) => moduleIds.map((id) => path.relative(root, id)));
  return { packages: [...packages].sort(), modules: modules.map((id) => id.split(path.sep).join('/')) };
}

it('opens the window before it reads the contract, the words and what belongs around the window', () => {
  const { packages, modules } = readFirst('window');
  expect(packages).toEqual(['electron', 'electron-store']);
  expect(modules).toContain('src-main/faces/window/browser-window.ts');
  for (const later of ['furnish.ts', 'menu.ts', 'contract/messages/en/', 'contract/index.ts', 'kernel/key/key-file.ts'])
    expect(
      modules.filter((id) => id.includes(later)),
      later,
    ).toEqual([]);
});

it('answers before it reads the portal, the mail, password lists and numbering plans', () => {
  const { packages, modules } = readFirst('core');
  expect(modules).toContain('src-main/kernel/dispatch.ts');
  for (const later of ['nodemailer', 'fastify', 'zxcvbn', 'libphonenumber', 'yauzl', 'saxes', 'postal-mime', 'smtp-'])
    expect(
      packages.filter((name) => name.includes(later)),
      later,
    ).toEqual([]);
  expect(modules.filter((id) => id.includes('service.ts') || id.includes('faces/portal/'))).toEqual([]);
});

it('takes one byte of memory for each character of its files', () => {
  expect(twoByteFiles(chunks.values())).toEqual([]);
});

import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** A file in a room, and what it imports. */
type Import = readonly [file: string, from: string];

const refused: readonly Import[] = [
  // Electron
  ['src-main/index.ts', 'electron'],
  ['src-main/core.ts', 'electron'],
  ['src-main/kernel/a.ts', 'electron'],
  ['src-main/database/a.ts', 'electron'],
  ['src-main/mail/a.ts', 'electron'],
  ['src-main/features/users/a.ts', 'electron'],
  ['src-main/faces/cli/a.ts', 'electron'],
  ['src-main/faces/portal/a.ts', 'electron'],
  ['src-main/features/users/b.ts', 'electron/main'],
  ['src-main/core.ts', 'electron-store'],
  ['src-renderer/app/a.ts', 'electron'],
  ['test/kernel/a.test.ts', 'electron'],
  // kernel → contract
  ['src-main/kernel/b.ts', '../faces/window/x.ts'],
  ['src-main/kernel/b.ts', '../features/users/x.ts'],
  ['src-main/kernel/b.ts', '../mail/x.ts'],
  // database, mail → contract
  ['src-main/database/b.ts', '../kernel/x.ts'],
  ['src-main/database/b.ts', '../features/users/x.ts'],
  ['src-main/database/migrations/b.ts', '../../mail/x.ts'],
  ['src-main/mail/b.ts', '../features/users/x.ts'],
  ['src-main/mail/b.ts', '../faces/portal/x.ts'],
  // features never know a face, nor the network
  ['src-main/features/users/c.ts', '../../faces/window/x.ts'],
  ['src-main/features/users/c.ts', 'nodemailer'],
  ['src-main/features/users/c.ts', 'node:net'],
  ['src-main/features/users/c.ts', 'node:https'],
  // faces → kernel
  ['src-main/faces/window/b.ts', '../../features/users/x.ts'],
  ['src-main/faces/window/b.ts', '../../database/x.ts'],
  ['src-main/faces/cli/b.ts', '../../mail/x.ts'],
  ['src-main/faces/cli/b.ts', 'fastify'],
  // one owner for each library
  ['src-main/features/users/d.ts', 'better-sqlite3'],
  ['src-main/faces/portal/d.ts', 'nodemailer'],
  ['src-main/mail/d.ts', 'fastify'],
  // the contract is zod and itself
  ['src-preload/contract/a.ts', 'kysely'],
  ['src-preload/contract/a.ts', 'node:fs'],
  ['src-preload/contract/a.ts', 'electron'],
  ['src-preload/contract/a.ts', '../../src-main/kernel/x.ts'],
  ['src-preload/contract/messages/en/a.ts', '../../../../src-renderer/app/x.ts'],
  ['src-preload/index.ts', 'zod'],
  ['src-preload/index.ts', 'node:fs'],
  // the renderer imports only #contract and itself
  ['src-renderer/app/b.tsx', '../../src-main/kernel/x.ts'],
  ['src-renderer/app/b.tsx', '../../src-preload/contract/x.ts'],
  ['src-renderer/features/users/b.tsx', 'node:path'],
  ['src-renderer/features/users/b.tsx', 'kysely'],
  ['src-main/kernel/c.ts', '../../src-preload/contract/x.ts'],
];

const allowed: readonly Import[] = [
  ['src-main/faces/window/ok.ts', 'electron'],
  ['src-main/faces/window/ok.ts', 'electron-store'],
  ['src-main/faces/window/ok.ts', '../../kernel/x.ts'],
  ['src-main/faces/portal/ok.ts', 'fastify'],
  ['src-preload/index.ts', 'electron'],
  ['src-preload/index.ts', '#contract/x.ts'],
  ['src-preload/contract/ok.ts', 'zod'],
  ['src-preload/contract/ok.ts', './x.ts'],
  ['src-preload/contract/messages/en/ok.ts', '../../x.ts'],
  ['src-main/kernel/ok.ts', '#contract/x.ts'],
  ['src-main/kernel/ok.ts', '../database/x.ts'],
  ['src-main/database/ok.ts', 'better-sqlite3'],
  ['src-main/mail/ok.ts', 'nodemailer'],
  ['src-main/features/users/ok.ts', '../../kernel/x.ts'],
  ['src-main/features/users/ok.ts', '../../database/x.ts'],
  ['src-main/features/users/ok.ts', '../../mail/x.ts'],
  ['src-main/features/users/ok.ts', 'kysely'],
  ['src-renderer/features/users/ok.tsx', '../../app/x.ts'],
  ['src-renderer/features/users/ok.tsx', '#contract/x.ts'],
];

/** Every import gets a file of its own, so that its verdict is its own too. */
const caseFile = ([file, from]: Import) =>
  file === 'src-preload/index.ts' || file.split('/').length === 2
    ? file
    : file.replace(/(\.test)?(\.tsx?)$/, `-${from.replace(/[^a-z0-9]+/gi, '_')}$1$2`);

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string | { readonly file: string } };
}

/** The rules each file breaks, found by biome with this repository's configuration. */
async function lint(folder: string, files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string[]>> {
  await rm(folder, { recursive: true, force: true });
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  await copyFile(path.join(root, 'biome.json'), path.join(folder, 'biome.json'));
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
  const run = promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 });
  const stdout = await run.then(
    (done) => done.stdout,
    (failed: { stdout: string }) => failed.stdout,
  );
  const broken = new Map<string, string[]>();
  for (const { category, location } of (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics) {
    const file = typeof location.path === 'string' ? location.path : location.path.file;
    broken.set(path.normalize(file), [...(broken.get(path.normalize(file)) ?? []), category]);
  }
  return broken;
}

describe('the import walls', () => {
  let folder = '';
  /** The rules that each import "file ← from" breaks. */
  const verdicts = new Map<string, string[]>();
  const key = ([file, from]: Import) => `${file} ← ${from}`;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-walls-'));
    // A file whose name decides about the wall can hold one import at a time; hence the rounds.
    let rest = [...refused, ...allowed];
    while (rest.length > 0) {
      const round = new Map<string, Import>();
      for (const item of rest) if (!round.has(caseFile(item))) round.set(caseFile(item), item);
      const texts = [...round].map(([file, [, from]]) => [file, `export { x } from '${from}';\n`] as const);
      const broken = await lint(path.join(folder, 'tree'), new Map(texts));
      for (const [file, item] of round) verdicts.set(key(item), broken.get(path.normalize(file)) ?? []);
      const done = new Set(round.values());
      rest = rest.filter((item) => !done.has(item));
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(refused)('%s may not import %s', (...item) => {
    expect(verdicts.get(key(item))).toContain('lint/style/noRestrictedImports');
  });

  test.each(allowed)('%s may import %s', (...item) => {
    expect(verdicts.get(key(item))).not.toContain('lint/style/noRestrictedImports');
  });

  test('raw SQL stays in the database room', async () => {
    const text = `import { sql } from 'kysely';\nexport const one = sql\`select 1\`;\n`;
    const rooms = ['features/users', 'mail', 'kernel', 'database'];
    const broken = await lint(
      path.join(folder, 'sql'),
      new Map(rooms.map((room) => [`src-main/${room}/a.ts`, text] as const)),
    );
    const refusing = rooms.filter((room) =>
      broken.get(path.normalize(`src-main/${room}/a.ts`))?.includes('lint/style/noRestrictedImports'),
    );
    expect(refusing).toEqual(['features/users', 'mail', 'kernel']);
  });

  test('neither an imported type nor a dynamic import gets around a wall', async () => {
    const files = new Map([
      ['src-main/kernel/type.ts', `import type { App } from 'electron';\nexport type A = App;\n`],
      ['src-main/kernel/dynamic.ts', `export const a = () => import('electron');\n`],
    ]);
    const broken = await lint(path.join(folder, 'ways'), files);
    for (const file of files.keys())
      expect(broken.get(path.normalize(file))).toContain('lint/style/noRestrictedImports');
  });

  test('a file of 401 lines is refused, one of 400 is not', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, at) => `export const x${at} = ${at};\n`).join('');
    const files = new Map([
      ['src-main/kernel/short.ts', lines(400)],
      ['src-main/kernel/long.ts', lines(401)],
    ]);
    const broken = await lint(path.join(folder, 'length'), files);
    expect(broken.get(path.normalize('src-main/kernel/short.ts')) ?? []).toEqual([]);
    expect(broken.get(path.normalize('src-main/kernel/long.ts'))).toContain('lint/style/noExcessiveLinesPerFile');
  });
});

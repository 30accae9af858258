import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failpoints } from '../../src-main/database/failpoint.ts';

const root = path.resolve(import.meta.dirname, '../..');
const home = 'src-main/database/failpoint.ts';
const sources = globSync(['src-main/**/*.ts', 'src-preload/**/*.ts', 'src-renderer/**/*.{ts,tsx}'], { cwd: root });
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('the places at which tests kill a process', () => {
  it('each occur once in the application', () => {
    const all = sources.flatMap((file) =>
      [...textOf(file).matchAll(/failpoint\('([^']+)'\)/g)].map(([, name]) => name),
    );
    expect(all.sort()).toEqual([...failpoints].sort());
  });

  it('cannot be hooked by the application itself, nor through its environment or arguments', () => {
    const able = sources.filter((file) => /atFailpoints/.test(textOf(file)));
    expect(able.map((file) => file.split(path.sep).join('/'))).toEqual([home]);
    expect(textOf(home)).not.toMatch(/process\.(?:env|argv)|^import|globalThis/m);
  });

  it('are gone from a built application: it holds neither their names nor what could set the hook', async () => {
    const outDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-built-'));
    onTestFinished(() => rmSync(outDir, { recursive: true, force: true }));
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ...{ ssr: path.join(root, 'src-main/core-worker.ts'), outDir, target: 'node20', minify: false },
        rolldownOptions: { external: ['better-sqlite3', '@node-rs/argon2'] },
      },
      ssr: { noExternal: true },
    });
    const built = readdirSync(outDir)
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(path.join(outDir, file), 'utf8'))
      .join('\n');
    expect(built).toContain('change_log'); // it is the core, with its transactions
    expect(built).not.toContain('atFailpoints');
    expect(failpoints.filter((name) => built.includes(name))).toEqual([]);
  });
});

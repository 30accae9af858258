import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

async function kept(): Promise<string[]> {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z'], { cwd: root, maxBuffer: 1 << 24 });
  return stdout.split('\0').filter(Boolean);
}

// an unpacked archive has no list of the files that Git keeps
describe.skipIf(!existsSync(path.join(root, '.git')))('what the repository keeps', () => {
  test('at its top: what the project is made of, and nothing that a run left behind', async () => {
    const top = new Set((await kept()).filter((file) => !file.startsWith('.')).map((file) => file.split('/')[0]));
    expect([...top].sort()).toEqual([
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'bench',
      'biome.json',
      'docs',
      'electron.vite.config.ts',
      'package-lock.json',
      'package.json',
      'playwright.config.ts',
      'resources',
      'scripts',
      'src-main',
      'src-preload',
      'src-renderer',
      'test',
      'tsconfig.json',
      'vitest.config.ts',
    ]);
  });

  test('no workspace, no workspace key and no log', async () => {
    const files = await kept();
    expect(files.length).toBeGreaterThan(1000);
    expect(files.filter((file) => /\.(sqlite|sqlite-wal|sqlite-shm|key|log)$/.test(file))).toEqual([]);
  });
});

import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bundleChild, scratch } from '../../scripts/crash/bed.ts';
import { flipBytes, harmless } from '../../scripts/crash/flips.ts';
import { makeTemplates } from '../../scripts/crash/templates.ts';

/** `npm run test:crash -- --flips` does a thousand. */
const count = 40;
/** Inside the project, where the native packages are found. */
const bundle = path.join(import.meta.dirname, '../../.cache/flips-test');

it(`a byte that changed on the disk is found, or alters one value at most (${count} bytes)`, async () => {
  const root = scratch();
  onTestFinished(() => {
    for (const folder of [root, bundle]) rmSync(folder, { recursive: true, force: true });
  });
  const child = await bundleChild(path.join(import.meta.dirname, '../../scripts/crash/flip-child.ts'), bundle);
  await makeTemplates(root, 1);
  const report = await flipBytes(child, path.join(root, 'saved'), root, { count, seed: 1 });
  expect([...report].filter(([outcome]) => !harmless(outcome))).toEqual([]);
  // some of them lie where opening looks, and then the backups are offered
  expect(report.get('refused')?.length).toBeGreaterThan(0);
}, 600_000);

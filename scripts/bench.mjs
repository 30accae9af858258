// npm run bench [-- name …]: runs scripts/bench/*.ts, or those whose names begin with a given word, one after another, and
// writes their figures to bench/latest.md.
import { existsSync, readdirSync } from 'node:fs';
import { onDisplay, readyForWindows, windowEnv } from './launch/ready.mjs';
import { inRoot, projectNode, root, toolEnv } from './prepare/paths.mjs';
import { runMain, say, Trouble } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const folder = inRoot('scripts', 'bench');
  const files = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.ts') && (wanted.length === 0 || wanted.some((word) => file.startsWith(word))))
    .sort();
  if (files.length === 0) throw new Trouble(`no benchmark of that name in scripts/bench`);
  const electron = await readyForWindows();
  return onDisplay(async (display) => {
    let worst = 0;
    for (const file of files) {
      say(`── ${file}`);
      const env = toolEnv(windowEnv(electron, display));
      worst = Math.max(worst, await passThrough(projectNode, [inRoot('scripts', 'bench', file)], { cwd: root, env }));
    }
    // figures from other runs stay in the table, each with its date
    await passThrough(projectNode, [inRoot('scripts', 'bench', 'parts', 'latest.ts')], { cwd: root, env: toolEnv() });
    return worst;
  });
});

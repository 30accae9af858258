// npm run test:fuzz [-- --only csv,http --runs 100000 --seed 1 --path 17]: made-up inputs for every parser; takes an hour.
import { inRoot, projectNode, root, toolEnv } from './prepare/paths.mjs';
import { runMain } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';

await runMain(() =>
  passThrough(projectNode, [inRoot('test', 'fuzz', 'run.ts'), ...process.argv.slice(2)], { cwd: root, env: toolEnv() }),
);

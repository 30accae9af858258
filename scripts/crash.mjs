// npm run test:crash [-- --runs 6000 --seed 1 --slice 300 --only 17]: kills processes at named places and looks at what
// they leave. An interrupted run continues where it stopped.
import { inRoot, projectNode, root, toolEnv } from './prepare/paths.mjs';
import { runMain } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';

await runMain(() =>
  passThrough(projectNode, [inRoot('scripts', 'crash', 'main.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: toolEnv(),
  }),
);

// npm run simulate:guests [-- --guests 10000 --seed 1]: a year of guests, with a clock that jumps; takes minutes.
import { inRoot, projectNode, root, toolEnv } from './prepare/paths.mjs';
import { runMain } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';

await runMain(() =>
  passThrough(projectNode, [inRoot('scripts', 'simulate', 'guests.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: toolEnv(),
  }),
);

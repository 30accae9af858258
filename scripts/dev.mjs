// npm run dev: the window with live reload, on the Electron available on this machine.
import { onDisplay, readyForWindows, windowEnv } from './launch/ready.mjs';
import { packageFile, projectNode, root, toolEnv } from './prepare/paths.mjs';
import { runMain, say } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';
import { describe } from './runtime/find.mjs';

await runMain(async () => {
  const electron = await readyForWindows({ build: false });
  say(describe(electron));
  return onDisplay((display) => {
    const words = process.argv.slice(2);
    const args = [
      packageFile('electron-vite', 'bin/electron-vite.js'),
      'dev',
      ...(words.length > 0 ? ['--'] : []),
      ...words,
    ];
    return passThrough(projectNode, args, { cwd: root, env: toolEnv(windowEnv(electron, display)) });
  });
});

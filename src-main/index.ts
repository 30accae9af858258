// What Electron starts: the window, or the packaged command. Electron goes on only once this module has been evaluated, so
// a command runs to its end before there is a display, a profile, a Chromium process or a lock.
import { commandIn } from './command-in.ts';

const command = commandIn(process.argv);
if (command) {
  const broken = (error: unknown) => {
    console.error(error);
    process.exit(1);
  };
  // Electron would show it in a dialog and go on
  process.on('uncaughtException', broken);
  process.on('unhandledRejection', broken);
  const { run } = await import('./faces/cli/run.ts');
  process.exit(await run(command));
} else {
  await import('./faces/window/index.ts');
}

import path from 'node:path';
import { type RunningApp, resize, startApp, temporaryFolder } from '../e2e/support/app.ts';
import { shine } from './picture.ts';

export const usual = [1280, 800] as const;
export const least = [900, 600] as const;

/** Starts the window on a folder of its own, light and at its usual size, and removes the folder afterwards. */
export async function withApp(args: readonly string[], walk: (running: RunningApp) => Promise<void>): Promise<void> {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), args);
  try {
    await shine(running.page, 'light');
    await resize(running, ...usual);
    await walk(running);
  } finally {
    await running.close();
    remove();
  }
}

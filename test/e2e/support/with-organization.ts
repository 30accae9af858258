import path from 'node:path';
import { type RunningApp, startApp, temporaryFolder } from './app.ts';
import { createOrganization } from './steps.ts';

/** Starts the window on a folder of its own, creates an organization as a new admin would, and removes all of it again. */
export async function withOrganization(walk: (running: RunningApp) => Promise<void>): Promise<void> {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  try {
    await createOrganization(running.page, 'Example Logistics');
    await walk(running);
  } finally {
    await running.close();
    remove();
  }
}

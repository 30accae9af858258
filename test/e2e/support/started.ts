import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type RunningApp, startApp, temporaryFolder } from './app.ts';
import { createOrganization, organizationIdOf } from './steps.ts';

/** An application that the tests of a file share. Started by `beforeAll`: at collection it would leave a folder behind. */
export interface Started {
  readonly running: RunningApp;
  readonly page: Page;
  readonly organizationId: number;
  /** Ends the application and removes all that it wrote. */
  readonly close: () => Promise<void>;
}

async function start(args: readonly string[], ready: (page: Page) => Promise<void>): Promise<Started> {
  const { folder, remove } = temporaryFolder();
  let running: RunningApp | undefined;
  const close = async () => {
    await running?.close();
    remove();
  };
  try {
    running = await startApp(path.join(folder, 'profile'), args);
    const { page } = running;
    await ready(page);
    return { running, page, organizationId: await organizationIdOf(page), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** With an organization that has nobody but its owner. */
export const startWithOrganization = () => start([], (page) => createOrganization(page, 'Example Logistics'));

/** With the organization of the demo, which is made first. */
export const startDemo = () =>
  start(['--demo'], (page) => expect(page.getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 }));

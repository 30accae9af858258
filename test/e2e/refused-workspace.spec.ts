import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';

test('a damaged workspace is refused in the window, with its file untouched', async () => {
  const { folder, remove } = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  const file = path.join(workspace, 'gatehouse.sqlite');
  mkdirSync(workspace);
  writeFileSync(file, 'This was a database once.');
  const running = await startApp(path.join(folder, 'profile'), ['--workspace', workspace]);
  try {
    await expect(running.page.getByText('The workspace could not be opened')).toBeVisible();
    await expect(running.page.getByText(/cannot be used/)).toBeVisible();
    expect(readFileSync(file, 'utf8')).toBe('This was a database once.');
  } finally {
    await running.close();
    remove();
  }
});

import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('a window whose last place cannot be saved closes all the same', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const running = await startApp(profile);
  try {
    const file = path.join(profile, 'preferences.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('workspace');
    // no file can replace a folder that is not empty
    rmSync(file);
    mkdirSync(path.join(file, 'in-the-way'), { recursive: true });
    const { app } = running;
    const main = app.process();
    const gone = once(main, 'exit');
    // later than this call is answered, before which the application may be gone
    await app.evaluate(({ BrowserWindow }) => void setTimeout(() => BrowserWindow.getAllWindows()[0]?.close()));
    expect(await gone).toEqual([0, null]);
    expect(running.output()).toContain('could not be kept');
  } finally {
    await running.close();
    remove();
  }
});

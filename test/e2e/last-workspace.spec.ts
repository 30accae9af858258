import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';
import { createOrganization, signIn } from './support/steps.ts';

test('the workspace that was open last is opened again', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const workspace = path.join(folder, 'elsewhere');
  const first = await startApp(profile, ['--workspace', workspace]);
  try {
    await createOrganization(first.page, 'Elsewhere Logistics');
    expect(existsSync(path.join(workspace, 'gatehouse.sqlite'))).toBe(true);
  } finally {
    await first.close();
  }
  const second = await startApp(profile);
  try {
    await expect(second.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await signIn(second.page);
    await expect(second.page).toHaveTitle(/^Elsewhere Logistics/);
  } finally {
    await second.close();
    remove();
  }
});

test('signing in on a computer without a last page opens the users, with no question about unsaved changes', async () => {
  const { folder, remove } = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  const first = await startApp(path.join(folder, 'one'), ['--workspace', workspace]);
  try {
    await createOrganization(first.page, 'Example Logistics');
  } finally {
    await first.close();
  }
  const second = await startApp(path.join(folder, 'another'), ['--workspace', workspace]);
  try {
    await signIn(second.page);
    await expect(second.page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
    await expect(second.page.getByRole('dialog')).toHaveCount(0);
  } finally {
    await second.close();
    remove();
  }
});

import path from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { nativeBinding } from '../../src-main/database/binding.ts';
import { startApp, temporaryFolder } from './support/app.ts';
import { look } from './support/look.ts';
import { createOrganization, goTo, words } from './support/steps.ts';

const say = words.auditChain;

/** Changes the database as another program could. */
function tamper(file: string, statement: string): void {
  const binding = nativeBinding();
  const database = new Database(file, binding ? { nativeBinding: binding } : {});
  expect(database.prepare(statement).run().changes).toBeGreaterThan(0);
  database.close();
}

test('Verify proves the log, and says what another program changed or removed', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const running = await startApp(profile);
  const { page } = running;
  try {
    await createOrganization(page, 'Example Logistics');
    await goTo(page, '/audit');
    const dialog = page.getByRole('dialog', { name: say.title });
    await page.getByRole('button', { name: say.verify, exact: true }).press('Enter');
    await expect(dialog.getByText(say.sound)).toBeVisible();
    await expect(dialog.getByText(say.since)).toBeVisible();
    await look(running, 'audit-verify-sound');
    await page.keyboard.press('Enter'); // the button that closes has the focus
    await expect(dialog).toHaveCount(0);

    const file = path.join(profile, 'workspace', 'gatehouse.sqlite');
    tamper(
      file,
      "UPDATE audit SET actor = 'somebody@example.com' WHERE id = (SELECT max(id) FROM audit WHERE organization_id = 1)",
    );
    await page.getByRole('button', { name: say.verify, exact: true }).click();
    await expect(dialog.getByText(say.unsound(1))).toBeVisible();
    await expect(dialog.getByRole('listitem')).toContainText(say.faults.changed);
    tamper(file, 'DELETE FROM audit WHERE organization_id IS NOT NULL');
    await dialog.getByRole('button', { name: say.again }).click();
    await expect(dialog.getByRole('listitem')).toContainText(say.faults.cut);
    await look(running, 'audit-verify-unsound');
  } finally {
    await running.close();
    remove();
  }
});

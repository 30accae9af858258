import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openCore } from '../../src-main/core.ts';
import { startApp, temporaryFolder } from './support/app.ts';
import { look } from './support/look.ts';
import { callCore, goTo, organizationIdOf, owner, signIn, words } from './support/steps.ts';

const say = words.erase;
const { privacy } = words.settings;
const day = 86_400_000;
const gone = { email: 'kim@example.org', name: 'Kim Kirsch' };

/** A workspace that was used 100 days ago, and whose window was open a week ago. */
async function usedLongAgo(folder: string): Promise<void> {
  let now = Date.now() - 100 * day;
  const core = await openCore({ folder, clock: { now: () => now } });
  const anybody = { face: 'cli', credentials: { kind: 'anonymous' } } as const;
  const { organizationId } = await core.dispatch(anybody, 'organizations.create', { name: 'Example Logistics', owner });
  const asOwner = { face: 'cli', credentials: { kind: 'operator', email: owner.email } } as const;
  await core.dispatch(asOwner, 'teams.create', { organizationId, name: 'Freight' });
  await core.dispatch(asOwner, 'invitations.send', { organizationId, entries: [{ ...gone, roles: ['Member'] }] });
  now = Date.now() - 7 * day;
  const { rows } = await core.dispatch(asOwner, 'users.list', { organizationId, search: gone.email });
  const membershipId = rows[0]?.membershipId ?? 0;
  await core.dispatch(asOwner, 'invitations.revoke', { organizationId, membershipId });
  await core.close();
}

test('old audit entries go by a rule that asks first, and Verify says so; somebody who was revoked is found and erased', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  await usedLongAgo(path.join(profile, 'workspace'));
  const running = await startApp(profile);
  const { page } = running;
  try {
    await signIn(page);
    const organizationId = await organizationIdOf(page);

    await goTo(page, '/settings/privacy');
    const keep = page.getByRole('combobox', { name: privacy.keep });
    await expect(keep).toHaveValue(privacy.forEver);
    await keep.click();
    await page.getByRole('option', { name: privacy.span(90), exact: true }).click();
    await look(running, 'privacy-settings');
    await page.getByRole('button', { name: words.settings.save }).click();
    const ask = page.getByRole('dialog', { name: privacy.ask.title });
    await look(running, 'privacy-ask');
    await ask.getByRole('button', { name: privacy.ask.keep }).click();
    await expect(ask).toHaveCount(0);
    expect(await callCore(page, 'organizations.get', { organizationId })).toMatchObject({ auditDays: null });
    await page.getByRole('button', { name: words.settings.save }).click();
    await ask.getByRole('button', { name: privacy.ask.confirm }).click();
    await expect(page.getByText(words.settings.saved)).toBeVisible();

    // the service removes them by itself
    await goTo(page, '/audit');
    await expect(page.getByText(words.audit.deeds['audit.expire'])).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: words.auditChain.verify, exact: true }).click();
    const verdict = page.getByRole('dialog', { name: words.auditChain.title });
    await expect(verdict.getByText(words.auditChain.sound)).toBeVisible();
    await expect(verdict.getByText(words.auditChain.removed.organization(3))).toBeVisible();
    await look(running, 'privacy-verdict');
    await page.keyboard.press('Escape');

    await goTo(page, '/settings/privacy');
    await page.getByRole('link', { name: say.list.open }).click();
    await page
      .getByRole('row', { name: new RegExp(gone.name) })
      .getByText(gone.name)
      .click();
    await page.getByRole('button', { name: say.action }).click();
    const dialog = page.getByRole('dialog', { name: say.ask.title });
    const answer = dialog.getByRole('button', { name: say.ask.erase });
    await expect(answer).toBeDisabled();
    await dialog.getByRole('textbox').fill('kim@example.or');
    await expect(answer).toBeDisabled();
    await dialog.getByRole('textbox').fill(gone.email);
    await look(running, 'privacy-erase');
    await answer.click();
    await expect(page.getByText(/Erased person [0-9a-f]{4}/)).toBeVisible();
    const { rows } = await callCore<{ rows: unknown[] }>(page, 'users.list', {
      organizationId,
      search: gone.email,
      statuses: ['revoked'],
    });
    expect(rows).toEqual([]);
    expect(await callCore(page, 'audit.verify', { organizationId })).toMatchObject({ faults: [], erased: 1 });
  } finally {
    await running.close();
    remove();
  }
});

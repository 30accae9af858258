import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { JobRow } from '#contract/jobs.ts';
import { accept } from './support/accept.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { callByCommandLine } from './support/command-line.ts';
import { callCore, closeToasts, goTo, owner, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

const admin = { email: 'mara@example.com', password: 'inviting people is what I do' };
const many = 12_000;
/** The owner and the admin are users, too. */
const all = many + 2;
const { users, views, jobs, desktop, errors } = words;

let place: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
let organizationId: number;
let membershipId: number;
const workspace = () => path.join(place.folder, 'workspace');
const call = <T>(name: string, input: object) => callByCommandLine<T>(workspace(), name, { organizationId, ...input });
const start = async () => {
  running = await startApp(path.join(place.folder, 'profile'), ['--workspace', workspace()]);
};

async function signInAsAdmin(): Promise<void> {
  const { page } = running;
  await page.getByLabel(words.session.signIn.email).fill(admin.email);
  await page.getByRole('textbox', { name: words.session.signIn.password }).fill(admin.password);
  await page.getByRole('button', { name: words.session.signIn.submit }).click();
  await expect(page.getByRole('navigation', { name: desktop.navigation.label, exact: true })).toBeVisible();
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  place = temporaryFolder();
  const made = await callByCommandLine<{ organizationId: number }>(workspace(), 'organizations.create', {
    name: 'Example Logistics',
    owner,
  });
  organizationId = made.organizationId;
  const entries = [{ email: admin.email, name: 'Mara Admin', roles: ['Admin'] }];
  const sent = await call<{ invited: { membershipId: number }[] }>('invitations.send', { entries });
  membershipId = sent.invited[0]?.membershipId ?? 0;
  await start();
  const about = () => running.page.evaluate(() => window.gatehouse.desktop.about());
  await expect.poll(async () => Boolean((await about()).portalUrl)).toBe(true);
  const { link } = await call<{ link: string }>('invitations.copyLink', { membershipId });
  await accept(link, 'Mara', 'Admin', admin.password);
  await signInAsAdmin();
  for (let from = 0; from < many; from += 4000)
    await callCore(running.page, 'invitations.send', {
      organizationId,
      entries: Array.from({ length: 4000 }, (_, i) => ({ email: `p${from + i}@example.org`, roles: ['Member'] })),
    });
});
test.afterAll(async () => {
  await running?.close();
  place.remove();
});

const dialog = () => running.page.getByRole('dialog');
const newest = async () => {
  const { rows } = await callCore<{ rows: JobRow[] }>(running.page, 'jobs.list', { organizationId });
  const [job] = rows;
  if (!job) throw new Error('no job was begun');
  return job;
};

/** Reinvites all who match, owner and admin among them, who have no open invitation: enough work to do something meanwhile. */
async function begin(): Promise<void> {
  const { page } = running;
  await goTo(page, '/users');
  const selection = page.getByRole('region', { name: views.selection.label });
  // a dialog that has just closed may still give the focus back to where it came from
  await expect(async () => {
    await page.locator('tbody tr').first().focus();
    await page.keyboard.press('Control+Shift+A');
    await expect(selection).toBeVisible({ timeout: 1000 });
  }).toPass();
  await selection.getByRole('button', { name: views.deeds.reinvite, exact: true }).click();
  await dialog()
    .getByRole('button', { name: views.ask.reinvite.confirm(all) })
    .click();
}
const indicator = () =>
  running.page.getByRole('button', { name: jobs.openRunning(jobs.doing['invitations.reinviteMany'](all)) });

test('of 12,000 people only a page is rendered, and a big job goes on in the background until it is cancelled', async () => {
  const { page } = running;
  await begin();
  await expect(dialog().getByRole('progressbar')).toBeVisible();
  expect(await page.locator('tbody tr').count()).toBe(50);
  await dialog().getByRole('button', { name: jobs.background }).click();
  await expect(dialog()).toHaveCount(0);
  await indicator().click();
  await dialog().getByRole('button', { name: words.common.cancel }).click();
  const job = async () => callCore<JobRow>(page, 'jobs.get', { organizationId, jobId: (await newest()).id });
  await expect.poll(async () => (await job()).state).toBe('cancelled');
  const { done, failed, total } = await job();
  expect(done).toBeLessThan(total);
  await expect(dialog().getByRole('status')).toContainText(jobs.ended.cancelled(total - done - failed));
  await dialog()
    .getByRole('tab', { name: new RegExp(`^${jobs.items.waiting}`) })
    .click();
  await expect(dialog().getByText('@example.org').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(indicator()).toHaveCount(0);
});

test('a job goes on after a restart, is found again, and its end is announced', async () => {
  await begin();
  await expect(dialog().getByRole('progressbar')).toBeVisible();
  await running.close();
  await start();
  await signInAsAdmin();
  const { page } = running;
  await indicator().click();
  await expect(dialog().getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(`${jobs.done['invitations.reinviteMany'](many)}. ${jobs.failed(2)}`)).toBeVisible({
    timeout: 90_000,
  });
  await page.getByRole('button', { name: jobs.showResult }).click();
  await expect(dialog().getByRole('tab', { name: `${jobs.items.failed} 2`, selected: true })).toBeVisible();
  await expect(dialog().getByText(errors.table['not-pending']({ email: owner.email }))).toBeVisible();
  await page.keyboard.press('Escape');
  await closeToasts(page);
  const { done, failed, total } = await newest();
  expect([done, failed, total]).toEqual([many, 2, all]);
});

test('a job stops when the right for it is withdrawn, and the actions say which right is lacking', async () => {
  const { page } = running;
  const { rows: roles } = await call<{ rows: { id: number; key: string | null }[] }>('roles.list', {});
  const idOf = (key: string) => roles.find((role) => role.key === key)?.id;
  await begin();
  await expect(dialog().getByRole('progressbar')).toBeVisible();
  await call('users.update', {
    membershipId,
    roles: { add: [idOf('auditor')], remove: [idOf('admin')] },
  });
  await expect(dialog().getByRole('status')).toContainText(jobs.ended.denied(0));
  expect((await newest()).state).toBe('denied');
  await page.keyboard.press('Escape');
  await page.locator('tbody tr').first().focus();
  await page.keyboard.press(' ');
  const bar = page.getByRole('region', { name: views.selection.label });
  for (const [deed, right] of [
    [views.deeds.reinvite, 'invitations:reinvite'],
    [views.deeds.teams, 'users:write'],
    [views.deeds.remove, 'users:write'],
  ] as const) {
    const button = bar.getByRole('button', { name: deed, exact: true });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    // the one before may still be fading
    await page.locator('tbody tr').first().focus();
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await button.focus();
    await expect(button).toBeFocused();
    await expect(
      page.getByRole('tooltip').filter({ hasText: desktop.denied.item(errors.rights[right]) }),
    ).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog()).toHaveCount(0);
  }
  await expect(bar.getByRole('button', { name: views.deeds.export, exact: true })).not.toHaveAttribute('aria-disabled');
  await expect(page.getByRole('button', { name: users.add.button, exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

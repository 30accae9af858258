import { expect, type Page, test } from '@playwright/test';
import { scan } from './support/accessible.ts';
import { resize } from './support/app.ts';
import { look } from './support/look.ts';
import { login, startMailServer } from './support/mail-server.ts';
import { startDemo } from './support/started.ts';
import {
  callCore,
  closeToasts,
  fillMail,
  goTo,
  organizationIdOf,
  owner,
  saveSettings,
  words,
} from './support/steps.ts';
import { withOrganization } from './support/with-organization.ts';

const { page: say, asked, doneTo, left } = words.outbox;
const { banner, header } = words.desktop;
const { deliveryStates: states } = words.users;

const names = ['ana', 'ben', 'cem', 'dia', 'eva', 'fay'];
async function invite(page: Page, people: readonly string[]): Promise<number> {
  const organizationId = await organizationIdOf(page);
  const entries = people.map((name) => ({ email: `${name}@example.org`, roles: ['Member'] }));
  await callCore(page, 'invitations.send', { organizationId, entries });
  return organizationId;
}
const grid = (page: Page) => page.getByRole('grid', { name: say.table });
const rows = (page: Page) => grid(page).getByRole('row').filter({ hasText: '@' });
const bar = (page: Page) => page.getByRole('region', { name: say.selection.label });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const countsOf = async (page: Page, organizationId: number) =>
  (await callCore<{ counts: Record<string, number> }>(page, 'outbox.state', { organizationId })).counts;

test('messages are found, selected with the keyboard, held, released and cancelled', async () => {
  await withOrganization(async (running) => {
    const { page } = running;
    const organizationId = await invite(page, names);
    await goTo(page, '/outbox');
    await expect(rows(page)).toHaveCount(6);
    await scan(page, 'the outbox');

    // the message leads to the person, from its row and from beside it
    await rows(page).filter({ hasText: 'ana@' }).focus();
    await page.keyboard.press('p');
    await expect(page.getByRole('heading', { name: 'ana@example.org', level: 1 })).toBeVisible();
    await page.goBack();
    await rows(page).filter({ hasText: 'ben@' }).click();
    await page.getByRole('article').getByRole('link', { name: 'ben@example.org' }).click();
    await expect(page.getByRole('heading', { name: 'ben@example.org', level: 1 })).toBeVisible();
    await page.goBack();
    await expect(rows(page)).toHaveCount(6);

    await page.keyboard.press('/');
    await page.keyboard.type('ÁNA');
    await expect(rows(page)).toHaveCount(1);
    expect(await page.evaluate(() => location.hash)).toContain('search=');
    await expect(tab(page, `${say.all} 6`)).toBeVisible();
    await page.getByRole('button', { name: say.kindFilter }).click();
    await page.getByLabel(say.kindGroups.password).check();
    await page.keyboard.press('Escape');
    await expect(page.getByText(say.noMatch)).toBeVisible();
    await page.getByRole('button', { name: say.clearFilters }).click();
    await expect(rows(page)).toHaveCount(6);

    await rows(page).first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar(page).getByText(say.selection.selected(2))).toBeVisible();
    await scan(page, 'a selection of messages');
    await bar(page).getByRole('button', { name: say.hold }).click();
    await expect(page.getByText(doneTo.hold(2), { exact: true })).toBeVisible();
    await expect(tab(page, `${states.held} 2`)).toBeVisible();
    await expect(bar(page)).toHaveCount(0);

    // H releases a held one
    await rows(page).first().focus();
    await page.keyboard.press('h');
    await expect(tab(page, `${states.held} 1`)).toBeVisible();
    await closeToasts(page);

    await rows(page).first().focus();
    await page.keyboard.press('ControlOrMeta+Shift+a');
    await expect(bar(page).getByText(say.selection.selected(6))).toBeVisible();
    await bar(page).getByRole('button', { name: say.release }).click();
    const told = `${doneTo.release(1)} ${say.leftAsIs([left.state(5)])}`;
    await expect(page.getByText(told, { exact: true })).toBeVisible();

    await rows(page).first().focus();
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog', { name: asked.cancelTitle(1) });
    await expect(dialog.getByText(asked.cancelText)).toBeVisible();
    await expect(dialog.getByRole('button', { name: asked.keep })).toBeFocused();
    await scan(page, 'cancelling a message');
    await dialog.getByRole('button', { name: asked.cancelYes(1) }).click();
    await expect(page.getByText(say.cancelled)).toBeVisible();
    expect(await countsOf(page, organizationId)).toMatchObject({ queued: 5, cancelled: 1 });
    // the invitation is still open
    const { rows: people } = await callCore<{ rows: { status: string }[] }>(page, 'users.list', {
      organizationId,
      statuses: ['pending'],
    });
    expect(people).toHaveLength(6);

    // in a small window an open message would cover the list: it waits for Enter
    await resize(running, 900, 600);
    await rows(page).first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar(page).getByText(say.selection.selected(3))).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: say.message })).toBeVisible();
  });
});

test('a message that comes in takes neither the place of the one being read nor the focus from it', async () => {
  await withOrganization(async ({ page }) => {
    await invite(page, ['ana', 'ben']);
    await goTo(page, '/outbox');
    await expect(rows(page)).toHaveCount(2);
    await page.getByRole('article').getByRole('link', { name: 'ben@example.org' }).focus();
    await invite(page, ['cem']);
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).first()).toContainText('cem@');
    const read = page.getByRole('article').getByRole('link', { name: 'ben@example.org' });
    await expect(read).toBeFocused();
    await expect(rows(page).nth(1)).toHaveAttribute('aria-current', 'true');
    // what is no longer in the list gives way to its first message
    await tab(page, `${states.queued} 3`).click();
    await page.keyboard.press('/');
    await page.keyboard.type('ana');
    await expect(rows(page)).toHaveCount(1);
    await expect(page.getByRole('article').getByRole('link', { name: 'ana@example.org' })).toBeVisible();
  });
});

test('a message that leaves the list while it is read stays open, and says what became of it', async () => {
  await withOrganization(async (running) => {
    const { page } = running;
    const organizationId = await invite(page, ['ana', 'ben', 'cem']);
    const cancel = async (name: string) => {
      const found = await callCore<{ rows: { id: number }[] }>(page, 'outbox.list', { organizationId, search: name });
      await callCore(page, 'outbox.cancel', { organizationId, id: found.rows[0]?.id });
    };
    await goTo(page, '/outbox?state=queued');
    await expect(rows(page)).toHaveCount(3);
    await rows(page).filter({ hasText: 'ben@' }).click();
    const article = page.getByRole('article');
    await expect(article).toContainText('ben@example.org');
    await cancel('ben@');
    await expect(rows(page)).toHaveCount(2);
    await expect(article).toContainText(say.meanings.cancelled);
    await expect(article).toContainText('ben@example.org');
    await look(running, 'outbox-read-gone');

    await resize(running, 900, 600);
    await rows(page).filter({ hasText: 'ana@' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: say.message });
    await expect(drawer).toContainText('ana@example.org');
    await cancel('ana@');
    await expect(drawer).toContainText(say.meanings.cancelled);
    await expect(drawer).toContainText('ana@example.org');
  });
});

test('a row has a menu of what its state allows, by the right mouse button, a key and three dots', async () => {
  await withOrganization(async (running) => {
    const { page } = running;
    const organizationId = await invite(page, names);
    await goTo(page, '/outbox');
    await expect(rows(page)).toHaveCount(6);
    const menu = page.getByRole('menu');
    const item = (name: string) => menu.getByRole('menuitem', { name });
    const entries = () => menu.getByRole('menuitem').allInnerTexts();
    const shut = async () => {
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
    };
    const [ana, ben] = ['ana', 'ben'].map((name) => rows(page).filter({ hasText: `${name}@` }));
    if (!ana || !ben) throw new Error('the rows are named above');

    await ana.click({ button: 'right' });
    await expect(menu).toBeVisible();
    const ofQueued = await entries();
    expect(ofQueued.map((text) => text.split('\n')[0])).toEqual([say.open, say.person, say.hold, say.cancel]);
    await look(running, 'outbox-row-menu');
    await shut();
    await expect(ana).toBeFocused();
    for (const key of ['Shift+F10', 'ContextMenu', '.']) {
      await page.keyboard.press(key);
      await expect(menu).toBeVisible();
      expect(await entries(), key).toEqual(ofQueued);
      await shut();
      await expect(ana).toBeFocused();
    }

    // the dots open the menu, and not the message
    const openBefore = await page.getByRole('article').getAttribute('aria-label');
    await ben.getByRole('button', { name: words.users.actions.menu('ben@example.org') }).click();
    await expect(menu).toBeVisible();
    expect(await page.getByRole('article').getAttribute('aria-label')).toBe(openBefore);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(item(say.hold)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(say.heldBack)).toBeVisible();
    await expect(tab(page, `${states.held} 1`)).toBeVisible();
    await closeToasts(page);

    await ben.click({ button: 'right' });
    await expect(item(say.release)).toBeVisible();
    await expect(item(say.hold)).toHaveCount(0);
    await item(say.cancel).click();
    const dialog = page.getByRole('dialog', { name: asked.cancelTitle(1) });
    await expect(dialog.getByText('ben@example.org')).toBeVisible();
    await dialog.getByRole('button', { name: asked.keep }).click();
    await expect(ben).toBeFocused();
    expect(await countsOf(page, organizationId)).toMatchObject({ queued: 5, held: 1 });

    await ben.click({ button: 'right' });
    await item(say.person).click();
    await expect(page.getByRole('heading', { name: 'ben@example.org', level: 1 })).toBeVisible();
    await page.goBack();
    await resize(running, 900, 600);
    await ana.click({ button: 'right' });
    await item(say.open).click();
    await expect(page.getByRole('dialog', { name: say.message })).toBeVisible();
  });
});

test('a paused queue keeps the mail; once it is resumed, each message is in the state that the server gave it', async () => {
  const refused = (address: string) => {
    if (/p\d*3@/.test(address)) return '550 5.1.1 No such person';
    return /p\d*7@/.test(address) ? '450 4.2.1 Greylisted, try again' : undefined;
  };
  const server = await startMailServer({ refuses: refused });
  try {
    await withOrganization(async ({ page }) => {
      await fillMail(page, server.port);
      await page.getByLabel(words.mail.settings.perMinute).fill('5000');
      await saveSettings(page);
      await goTo(page, '/outbox');
      await page.getByRole('button', { name: say.pause }).click();
      await expect(page.getByText(say.paused)).toBeVisible();
      const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
      const organizationId = await invite(page, people);
      await expect(page.getByText(`${owner.name} paused the queue`)).toBeVisible();
      await expect(page.getByText(banner.kept(40))).toBeVisible();
      await expect(page.getByRole('link', { name: header.paused })).toBeVisible();
      await scan(page, 'a paused queue');
      expect(server.received).toEqual([]);

      await page.getByRole('button', { name: say.resume }).click();
      const seen = { sent: 0, failed: 0, deferred: 0 };
      for (const name of people) {
        const answer = refused(`${name}@example.org`);
        seen[answer === undefined ? 'sent' : answer.startsWith('5') ? 'failed' : 'deferred'] += 1;
      }
      for (const [state, n] of Object.entries(seen))
        await expect(tab(page, `${states[state as keyof typeof seen]} ${n}`)).toBeVisible({ timeout: 15_000 });
      expect(server.received.map((m) => m.to).sort()).toEqual(
        people
          .map((name) => `${name}@example.org`)
          .filter((to) => refused(to) === undefined)
          .sort(),
      );
      expect(await countsOf(page, organizationId)).toMatchObject({ ...seen, queued: 0, sending: 0, uncertain: 0 });

      await tab(page, states.deferred).click();
      await expect(rows(page)).toHaveCount(seen.deferred);
      await page.getByText(say.conversation, { exact: true }).click();
      const pane = page.getByRole('article');
      await expect(pane.getByText('450 4.2.1 Greylisted, try again').last()).toBeVisible();
      await expect(pane.getByText(/^AUTH PLAIN ••••••••$/)).toBeVisible();
      expect(await pane.textContent()).not.toContain(login.password);
      await scan(page, 'a conversation');
    });
  } finally {
    await server.close();
  }
});

test('without a network mail waits, nothing is shown as an error, and it leaves by itself later', async () => {
  const gone = await startMailServer();
  await gone.close();
  await withOrganization(async ({ app, page }) => {
    /** The system is asked now and then: what it says counts from the next time on. */
    const online = async (is: boolean) => {
      await app.evaluate(({ net }, value) => {
        const seen = globalThis as { askedOnline?: number };
        seen.askedOnline = 0;
        const isOnline = () => {
          seen.askedOnline = (seen.askedOnline ?? 0) + 1;
          return value;
        };
        Object.defineProperty(net, 'isOnline', { value: isOnline, configurable: true });
      }, is);
      const asked = () => app.evaluate(() => (globalThis as { askedOnline?: number }).askedOnline ?? 0);
      await expect.poll(asked).toBeGreaterThan(0);
    };
    await online(false);
    await fillMail(page, gone.port);
    await saveSettings(page);
    await invite(page, names);
    await goTo(page, '/users');
    await expect(page.getByText(banner.offlineHint(6))).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole('link', { name: header.offline(6) })).toBeVisible();
    await page
      .getByRole('button', { name: banner.openOutbox })
      .or(page.getByRole('link', { name: banner.openOutbox }))
      .click();
    await expect(rows(page).getByText(states.queued, { exact: true })).toHaveCount(6);
    const red = await page.evaluate(
      () => document.querySelectorAll('[data-kind="bad"], [data-paused], .gh-bad, [data-bad]').length,
    );
    expect(red).toBe(0);
    await scan(page, 'the outbox offline');

    const server = await startMailServer({ port: gone.port });
    try {
      await online(true);
      await expect.poll(() => server.received.length, { timeout: 20_000 }).toBe(6);
      await expect(tab(page, `${states.sent} 6`)).toBeVisible();
      await expect(page.getByText(banner.offlineHint(6))).toHaveCount(0);
    } finally {
      await server.close();
    }
  });
});

test('an uncertain message is sent again only after a warning of what that means', async () => {
  const { running, close } = await startDemo();
  try {
    const { page } = running;
    await goTo(page, '/outbox?state=uncertain');
    const dialog = page.getByRole('dialog', { name: asked.resendTitle(1) });
    await rows(page).first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: say.resend }).click();
    await dialog.getByRole('button', { name: asked.notNow }).click();
    await expect(dialog).toHaveCount(0);
    await rows(page).first().click();
    await page.getByRole('button', { name: say.resend }).click();
    await expect(dialog.getByText(asked.resendText(1))).toBeVisible();
    await scan(page, 'resending an uncertain message');
    await dialog.getByRole('button', { name: asked.resendYes(1) }).click();
    await expect(page.getByText(say.retried)).toBeVisible();
    await closeToasts(page);

    await goTo(page, '/outbox?state=bounced');
    await rows(page).first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: words.bounces.deeds.unmark }).click();
    await expect(page.getByText(new RegExp(words.bounces.unmarked('\\S+')))).toBeVisible();
  } finally {
    await close();
  }
});

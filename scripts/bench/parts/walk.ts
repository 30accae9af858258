// A walk through the window as an admin would take it, each step named.
import type { Page } from '@playwright/test';
import { messagesIn } from '#contract/messages/index.ts';
import { signIn } from './product.ts';

const words = messagesIn('en');
const { navigation, header } = words.desktop;

export interface Step {
  readonly name: string;
  readonly act: (page: Page) => Promise<unknown>;
}

/** Reloading the page is a step of its own, judged separately. */
export const starting = 'loading the page';

const visible = (page: Page, selector: string) => page.locator(selector).first().waitFor();
const rows = (page: Page) => visible(page, 'main tbody tr[tabindex]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page) => page.locator('main').getByRole('heading').first().waitFor();

async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function goTo(page: Page, place: string): Promise<void> {
  // deferred, so that its effects are not part of the question, whose time does not count
  await page.evaluate((hash) => {
    setTimeout(() => {
      location.hash = hash;
    });
  }, place);
  await page.waitForURL((url) => url.hash === `#${place}`);
  await heading(page);
}

const byRail = (name: string): Step => ({
  name,
  act: async (page) => {
    const rail = page.getByRole('navigation', { name: navigation.label, exact: true });
    await rail
      .getByRole('link', { name, exact: true })
      .or(rail.getByRole('link', { name: `${name} ` }))
      .first()
      .click();
    await heading(page);
  },
});

/** Acts on each match, as many as there are when the step is reached. */
async function each(page: Page, selector: string, act: (n: number) => Promise<unknown>): Promise<void> {
  await visible(page, selector);
  await settle(page);
  const count = await page.locator(selector).count();
  for (let n = 0; n < count; n++) {
    await act(n);
    await settle(page);
  }
}

const sortHeads = 'main thead th[aria-sort]';
const tabs = 'main [role=tab]';
const list: readonly Step[] = [
  {
    name: 'paging',
    act: async (page) => {
      for (const from of ['51', '101', '151']) {
        await button(page, words.users.pager.next).click();
        await page.getByText(new RegExp(`^${from}–`)).waitFor();
      }
    },
  },
  {
    name: 'sorting',
    act: (page) =>
      each(page, sortHeads, async (n) => {
        await page.locator(`${sortHeads} button`).nth(n).click();
        await page.locator(sortHeads).nth(n).and(page.locator(':not([aria-sort=none])')).waitFor();
      }),
  },
  {
    name: 'searching',
    act: async (page) => {
      await page.keyboard.press('/');
      for (const letter of 'nagy 77') {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        await settle(page);
      }
      await page.waitForURL(/search=nagy/);
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => !url.hash.includes('search='));
    },
  },
  {
    name: 'filtering by team',
    act: async (page) => {
      await page.locator('main [data-filter=team]').click();
      await each(page, 'fieldset input[type=checkbox]', (n) =>
        page.locator('fieldset input[type=checkbox]').nth(n).click(),
      );
      await page.keyboard.press('Escape');
      await button(page, words.views.filters.clear).click();
    },
  },
  {
    name: 'the tabs of the list',
    act: async (page) => {
      await each(page, tabs, (n) => page.locator(tabs).nth(n).click());
      await page.locator(tabs).first().click();
    },
  },
  {
    name: 'selecting a page of people',
    act: async (page) => {
      const all = page.getByLabel(words.views.selectPage);
      await all.click();
      await settle(page);
      await all.click();
    },
  },
  {
    name: 'a person',
    act: async (page) => {
      await page.locator('main tbody tr[tabindex]').first().press('Enter');
      await page.waitForURL(/#\/users\/\d+/);
      await heading(page);
      await settle(page);
      await button(page, header.back).click();
      await rows(page);
    },
  },
];

const settingsPages = [
  'organization',
  'invitations',
  'guests',
  'licences',
  'products',
  'mail',
  'wording',
  'portal',
] as const;

/** All steps, in order; each begins where the one before it ended. */
export const steps: readonly Step[] = [
  {
    name: starting,
    act: async (page) => {
      await page.reload();
      await page.getByLabel('E-mail').waitFor();
    },
  },
  { name: 'signing in', act: signIn },
  ...list,
  ...[navigation.pending, navigation.guests, navigation.agents, navigation.teams].map(byRail),
  { name: 'one team', act: (page) => goTo(page, '/teams/1') },
  ...[navigation.groups, navigation.roles, navigation.outbox, navigation.audit, navigation.overview].map(byRail),
  ...settingsPages.map((name) => ({
    name: `settings: ${name}`,
    act: (page: Page) => goTo(page, `/settings/${name}`),
  })),
  { name: 'back to the list', act: (page) => goTo(page, '/users').then(() => rows(page)) },
  {
    name: 'inviting',
    act: async (page) => {
      await button(page, words.users.add.button).click();
      await page.getByRole('dialog').waitFor();
      await settle(page);
      await leaveDialog(page);
    },
  },
  {
    name: 'the palette',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('nagy');
      await settle(page);
      await leaveDialog(page);
    },
  },
  {
    name: 'the help',
    act: async (page) => {
      await button(page, header.help).click();
      await page.getByRole('dialog', { name: words.help.title }).waitFor();
      await settle(page);
      await leaveDialog(page);
    },
  },
];

/** Waits until the page's questions are answered (answers come in order) and it has nothing left to do. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await window.gatehouse.call('session.state', {});
    await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
  });
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
}

import { expect, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { look } from './support/look.ts';
import { type Started, startDemo, startWithOrganization } from './support/started.ts';
import { callCore, goTo, words } from './support/steps.ts';

const say = words.overview;
const { charts } = say;

test.describe('of the demo', () => {
  test.describe.configure({ mode: 'serial' });
  let demo: Started;
  test.beforeAll(async () => {
    demo = await startDemo();
  });
  test.afterAll(() => demo?.close());

  const attention = () => demo.page.getByRole('region', { name: say.attention });
  const chart = (title: string) => demo.page.getByRole('region', { name: title, exact: true });

  test('each item that needs attention says how many, and leads to exactly those', async () => {
    const { page, organizationId } = demo;
    await goTo(page, '/overview');
    const of = <T>(name: string, input: object = {}) => callCore<T>(page, name, { organizationId, ...input });
    const open = () => of<OutputOf<'overview.attention'>>('overview.attention');
    const mails = async () => (await of<OutputOf<'outbox.state'>>('outbox.state')).counts;
    const expiring = () => of<OutputOf<'guests.expiring'>>('guests.expiring');
    const everybody = { kinds: ['user', 'guest', 'inbox-agent'], invited: true };
    const { items } = say;
    const { mailGroups, views } = words.users;
    const days = (await expiring()).noticeDays;
    const wanted: readonly {
      readonly count: () => Promise<number>;
      readonly title: (n: number) => string;
      readonly place: RegExp;
      readonly tab?: string;
    }[] = [
      { count: async () => (await mails()).failed, ...items.failed, place: /#\/(pending\?mail|outbox\?state)=failed/ },
      { count: async () => (await mails()).held, ...items.held, place: /#\/outbox\?state=held/ },
      {
        ...{ count: async () => (await open()).ending, ...items.ending },
        ...{ place: /#\/pending\?mail=ending/, tab: mailGroups.ending },
      },
      {
        ...{ count: async () => (await open()).unanswered, ...items.unanswered },
        ...{ place: /#\/pending\?mail=unanswered/, tab: mailGroups.unanswered },
      },
      {
        count: async () => (await expiring()).expiring,
        title: (n) => words.guests.overview.title(n, days),
        ...{ place: /#\/guests\?guests=expiring/, tab: words.guests.states.expiring },
      },
      {
        count: async () => (await of<OutputOf<'users.counts'>>('users.counts', everybody)).expired,
        ...{ ...items.expired, place: /#\/pending\?view=expired/, tab: views.expired },
      },
    ];
    let found = 0;
    // in the demo time goes on and mail goes out, so a number may be another one by now
    for (const { count, title, place, tab } of wanted)
      await expect(async () => {
        await goTo(page, '/overview');
        const n = await count();
        const action = attention().getByRole('link', { name: title(n) });
        if (n === 0) return expect(attention().getByRole('link', { name: title(n), exact: false })).toHaveCount(0);
        await action.click({ timeout: 5_000 });
        await expect(page).toHaveURL(place);
        if (tab)
          await expect(page.getByRole('tab', { name: `${tab} ${n}`, exact: true, selected: true })).toBeVisible({
            timeout: 5_000,
          });
        found++;
      }).toPass({ timeout: 45_000 });
    expect(found).toBeGreaterThan(3);
  });

  test('history is drawn, summed up in a sentence, and readable as a table, by day and by week', async () => {
    const { page, organizationId, running } = demo;
    await goTo(page, '/overview');
    for (const span of ['days', 'weeks'] as const) {
      await page.getByRole('radiogroup', { name: charts.span }).getByText(charts.spans[span]).click();
      await expect(async () => {
        const input = { organizationId, span };
        const { slots } = await callCore<OutputOf<'overview.history'>>(page, 'overview.history', input);
        const total = (of: 'sent' | 'accepted') => slots.reduce((n, slot) => n + slot[of], 0);
        expect(total('accepted')).toBeGreaterThan(0);
        const name = charts.invitations.summary(charts.last[span], total('sent'), total('accepted'));
        const picture = chart(charts.invitations.title).getByRole('img', { name });
        await expect(picture.locator('.recharts-bar-rectangle path').first()).toBeVisible({ timeout: 3_000 });
        // for a screen reader the table is there beside the picture
        const rows = chart(charts.invitations.title).getByRole('row');
        await expect(rows).toHaveCount(slots.length + 1);
        const last = slots.at(-1);
        await expect(rows.nth(1).getByRole('cell')).toHaveText([String(last?.sent), String(last?.accepted)]);
        const guests = chart(charts.guests.title).getByRole('row').nth(1).getByRole('cell');
        await expect(guests).toHaveText(String(last?.guests));
      }).toPass({ timeout: 45_000 });
      await look(running, `overview-${span}`);
    }
    const { title } = charts.invitations;
    await page.getByRole('button', { name: charts.showTable(title) }).click();
    await expect(chart(title).getByRole('img')).toHaveCount(0);
    await expect(chart(title).getByRole('columnheader', { name: charts.columns.weeks })).toBeVisible();
    await look(running, 'overview-table');
    await page.getByRole('button', { name: charts.showChart(title) }).click();
    await expect(chart(title).getByRole('img').first()).toBeVisible();
  });

  test('an invitation that goes out appears in the chart by itself', async () => {
    const { page, organizationId } = demo;
    await goTo(page, '/overview');
    const today = chart(charts.invitations.title).getByRole('row').nth(1).getByRole('cell').first();
    await expect(today).toHaveText(/^\d+$/);
    const before = Number(await today.textContent());
    const { rows } = await callCore<OutputOf<'users.list'>>(page, 'users.list', {
      organizationId,
      statuses: ['expired'],
      invited: true,
      limit: 1,
    });
    const membershipId = rows[0]?.membershipId;
    await callCore(page, 'invitations.reinvite', { organizationId, membershipId });
    await callCore(page, 'invitations.copyLink', { organizationId, membershipId });
    await expect.poll(async () => Number(await today.textContent())).toBeGreaterThan(before);
  });
});

test('a new organization is told what to set up, and that there is nothing to draw yet', async () => {
  const { page, running, close } = await startWithOrganization();
  try {
    await goTo(page, '/overview');
    await expect(page.getByText(charts.invitations.none(charts.last.days))).toBeVisible();
    await expect(page.getByText(charts.guests.none(charts.last.days))).toBeVisible();
    await expect(page.getByRole('link', { name: say.items.noServer.title })).toBeVisible();
    await look(running, 'overview-new');
  } finally {
    await close();
  }
});

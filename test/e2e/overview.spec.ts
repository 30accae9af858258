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

  test('each thing that wants somebody says how many, and leads to just those', async () => {
    const { page, organizationId } = demo;
    await goTo(page, '/overview');
    const waiting = await callCore<OutputOf<'overview.attention'>>(page, 'overview.attention', { organizationId });
    const { counts } = await callCore<OutputOf<'outbox.state'>>(page, 'outbox.state', { organizationId });
    const guests = await callCore<OutputOf<'guests.expiring'>>(page, 'guests.expiring', { organizationId });
    const all = { organizationId, kinds: ['user', 'guest', 'inbox-agent'], invited: true };
    const { expired } = await callCore<OutputOf<'users.counts'>>(page, 'users.counts', all);
    const { items } = say;
    const wanted: readonly (readonly [string, number, RegExp, string])[] = [
      [items.failed.title(counts.failed), counts.failed, /#\/(pending\?mail|outbox\?state)=failed/, ''],
      [items.ending.title(waiting.ending), waiting.ending, /#\/pending\?mail=ending/, words.users.mailGroups.ending],
      [
        items.unanswered.title(waiting.unanswered),
        waiting.unanswered,
        /#\/pending\?mail=unanswered/,
        words.users.mailGroups.unanswered,
      ],
      [items.held.title(counts.held), counts.held, /#\/outbox\?state=held/, ''],
      [
        words.guests.overview.title(guests.expiring, guests.noticeDays),
        guests.expiring,
        /#\/guests\?guests=expiring/,
        words.guests.states.expiring,
      ],
      [items.expired.title(expired), expired, /#\/pending\?view=expired/, words.users.views.expired],
    ];
    expect(wanted.filter(([, n]) => n > 0).length).toBeGreaterThan(3);
    for (const [title, n, place, tab] of wanted) {
      await goTo(page, '/overview');
      const action = attention().getByRole('link', { name: title });
      if (n === 0) {
        await expect(action).toHaveCount(0);
        continue;
      }
      await action.click();
      await expect(page).toHaveURL(place);
      if (tab)
        await expect(page.getByRole('tab', { name: `${tab} ${n}`, exact: true })).toHaveAttribute(
          'aria-selected',
          'true',
        );
    }
  });

  test('what is over time is drawn, said in a sentence, and read as a table, by day and by week', async () => {
    const { page, organizationId, running } = demo;
    await goTo(page, '/overview');
    for (const span of ['days', 'weeks'] as const) {
      const { slots } = await callCore<OutputOf<'overview.history'>>(page, 'overview.history', {
        organizationId,
        span,
      });
      await page.getByRole('radiogroup', { name: charts.span }).getByText(charts.spans[span]).click();
      const sent = slots.reduce((n, slot) => n + slot.sent, 0);
      const accepted = slots.reduce((n, slot) => n + slot.accepted, 0);
      expect(accepted).toBeGreaterThan(0);
      const summary = charts.invitations.summary(charts.last[span], sent, accepted);
      const picture = chart(charts.invitations.title).getByRole('img', { name: summary });
      await expect(picture.locator('.recharts-bar-rectangle path').first()).toBeVisible();
      // for a screen reader the table is there beside the picture
      const rows = chart(charts.invitations.title).getByRole('row');
      await expect(rows).toHaveCount(slots.length + 1);
      const last = slots.at(-1);
      await expect(rows.nth(1).getByRole('cell')).toHaveText([String(last?.sent), String(last?.accepted)]);
      await expect(chart(charts.guests.title).getByRole('row').nth(1).getByRole('cell')).toHaveText(
        String(last?.guests),
      );
      await look(running, `overview-${span}`);
    }
    const { title } = charts.invitations;
    await page.getByRole('button', { name: charts.showTable(title) }).click();
    await expect(chart(title).getByRole('img')).toHaveCount(0);
    await expect(chart(title).getByRole('columnheader', { name: charts.columns.weeks })).toBeVisible();
    await look(running, 'overview-table');
    await page.getByRole('button', { name: charts.showChart(title) }).click();
    await expect(chart(title).getByRole('img')).toBeVisible();
  });

  test('an invitation that goes out is in the chart without being asked for', async () => {
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
    await expect(today).toHaveText(String(before + 1));
  });
});

test('who has just begun is told what to set up, and that there is nothing to draw yet', async () => {
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

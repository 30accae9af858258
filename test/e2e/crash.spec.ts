import path from 'node:path';
import { expect, test } from '@playwright/test';
import { killHard, startApp, temporaryFolder } from './support/app.ts';
import { startMailServer } from './support/mail-server.ts';
import {
  callCore,
  createOrganization,
  fillMail,
  organizationIdOf,
  saveSettings,
  signIn,
  words,
} from './support/steps.ts';

const people = 120;
const beforeTheKill = 40;

test('killed while mails leave, it starts again on the same profile; everybody gets one mail, repeated only if it was on its way', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let letGo = () => {};
  let reached = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const inTheMiddle = new Promise<void>((resolve) => {
    reached = resolve;
  });
  // from the fortieth on, the server has a message but does not answer
  const server = await startMailServer({
    beforeAnswer: async (read) => {
      if (read < beforeTheKill) return;
      reached();
      await gate;
    },
  });
  let running = await startApp(profile);
  try {
    await createOrganization(running.page, 'Example Logistics');
    await fillMail(running.page, server.port);
    await saveSettings(running.page);
    const organizationId = await organizationIdOf(running.page);
    const entries = Array.from({ length: people }, (_, i) => ({ email: `p${i}@example.org`, roles: ['Member'] }));
    await callCore(running.page, 'invitations.send', { organizationId, entries });
    await inTheMiddle;
    await killHard(running);
    letGo();

    running = await startApp(profile);
    const { page } = running;
    await signIn(page);
    const state = () => callCore<{ counts: Record<string, number> }>(page, 'outbox.state', { organizationId });
    await expect.poll(async () => (await state()).counts.sent, { timeout: 30_000 }).toBe(people);
    expect(new Set(server.received.map(({ to }) => to)).size).toBe(people);
    const ids = (email: string) => server.received.filter(({ to }) => to === email).map(({ mail }) => mail.messageId);
    for (const { email } of entries) expect(new Set(ids(email)).size, email).toBe(1);
    // only what was under way, on five connections at most, may come twice
    expect(server.received.length - people).toBeLessThanOrEqual(5);
    const { all } = await callCore<{ all: number }>(page, 'users.counts', { organizationId });
    expect(all).toBe(people + 1);
    await expect(page.getByText(words.desktop.failed.session)).toHaveCount(0);
  } finally {
    letGo();
    await running.close();
    await server.close();
    remove();
  }
});

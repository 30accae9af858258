import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Caller } from '../src-main/kernel/context.ts';
import { openService } from '../src-main/service.ts';
import { quickPasswords, temporaryFolder } from './support/workspace.ts';

const resources = path.resolve(import.meta.dirname, '../resources');

test('in the demo, the real worker mails an invitation to the catcher, and its link opens in the portal', async () => {
  const service = await openService({ folder: temporaryFolder(), resources, demo: true, passwords: quickPasswords() });
  onTestFinished(() => service.close());
  const { core, demo } = service;
  if (!demo) throw new Error('no demo');
  const { organizationId, operator } = demo;
  const as: Caller = { face: 'window', credentials: { kind: 'operator', email: operator.email } };
  const told = new Promise<void>((resolve) => {
    core.changes.onNotice((tags) => tags.has('demo') && resolve());
  });
  await core.dispatch(as, 'invitations.send', {
    organizationId,
    entries: [
      { email: 'ada.new@example.org', name: 'Ada New', roles: ['Member'] },
      { email: 'bounce.new@example.org', name: 'Bo Unce', roles: ['Member'] },
    ],
  });
  await told;
  const message = await vi.waitUntil(
    async () => {
      const { messages } = await core.dispatch(as, 'demo.inbox', {});
      const found = messages.find((m) => m.to === 'ada.new@example.org');
      return found && core.dispatch(as, 'demo.message', { id: found.id });
    },
    { timeout: 15_000, interval: 50 },
  );
  const [link = ''] = message.links;
  expect(link.startsWith(`${service.portalState().url}/i/`)).toBe(true);
  const page = await fetch(link);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('ada.new@example.org');
  const bounced = await vi.waitUntil(
    async () => {
      const { rows } = await core.dispatch(as, 'outbox.list', { organizationId, state: 'failed' });
      return rows.find((r) => r.toEmail === 'bounce.new@example.org');
    },
    { timeout: 15_000, interval: 50 },
  );
  expect(bounced.answer).toContain('550');
  await expect(core.dispatch(as, 'session.state', {})).resolves.toMatchObject({ demo: true });
});

test('a demo does not start in a folder that already holds a workspace', async () => {
  const folder = temporaryFolder();
  const first = await openService({ folder, resources, demo: true, passwords: quickPasswords() });
  await first.close();
  await expect(openService({ folder, resources, demo: true })).rejects.toMatchObject({ code: 'already-exists' });
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { mailHouse } from '../../support/mail.ts';
import { freshWorkspace } from '../../support/workspace.ts';

async function withThree() {
  const house = mailHouse(await freshWorkspace());
  const { organizationId, call } = house;
  await call('invitations.send', {
    organizationId,
    entries: [
      { email: 'jorg.muller@example.org', firstName: 'Jörg', lastName: 'Müller' },
      { email: 'ana_100%@example.org', firstName: 'Ana', lastName: 'Łuczak' },
      { email: 'zoe@partner.test', firstName: 'Zoë', lastName: 'Okafor' },
    ],
    defaults: { roles: ['Member'] },
  });
  const found = async (input: {
    search?: string;
    kinds?: ('invitation' | 'reinvitation')[];
    state?: 'held' | 'queued';
  }) => {
    const { rows, total } = await call('outbox.list', { organizationId, ...input });
    return { names: rows.map((r) => r.toName), total };
  };
  return { ...house, found };
}

describe('the search of the outbox', () => {
  it('finds name and address, whatever the case and accents, and takes wildcards literally', async () => {
    const { found } = await withThree();
    expect(await found({ search: 'MULLER' })).toEqual({ names: ['Jörg Müller'], total: 1 });
    expect(await found({ search: 'jörg' })).toEqual({ names: ['Jörg Müller'], total: 1 });
    expect(await found({ search: 'zoe ok' })).toEqual({ names: ['Zoë Okafor'], total: 1 });
    expect(await found({ search: '@partner.test' })).toEqual({ names: ['Zoë Okafor'], total: 1 });
    expect(await found({ search: '_100%' })).toEqual({ names: ['Ana Łuczak'], total: 1 });
    expect(await found({ search: '%' })).toEqual({ names: ['Ana Łuczak'], total: 1 });
    expect(await found({ search: 'nobody' })).toEqual({ names: [], total: 0 });
  });

  it('combines with state and kind, counts all pages, and leaves the counts of the states alone', async () => {
    const { found, call, organizationId, row } = await withThree();
    const { id } = await row('zoe@partner.test');
    await call('outbox.hold', { organizationId, id });
    const { rows } = await call('users.list', { organizationId, search: 'jorg' });
    await call('invitations.reinvite', { organizationId, membershipId: rows[0]?.membershipId ?? 0 });
    expect(await found({ kinds: ['reinvitation'] })).toEqual({ names: ['Jörg Müller'], total: 1 });
    expect(await found({ kinds: ['invitation'], state: 'held' })).toEqual({ names: ['Zoë Okafor'], total: 1 });
    expect(await found({ search: 'example', state: 'held' })).toEqual({ names: [], total: 0 });
    const first = await call('outbox.list', { organizationId, search: 'example', limit: 2 });
    expect([first.rows.length, first.total, first.next !== null]).toEqual([2, 3, true]);
    const { counts } = await call('outbox.state', { organizationId });
    expect(counts).toMatchObject({ queued: 2, held: 1, cancelled: 1 });
  });

  it('covers one organization only', async () => {
    const { call, core, organizationId } = await withThree();
    const other = await core.dispatch({ face: 'core', credentials: { kind: 'core' } }, 'organizations.create', {
      name: 'Other',
      timeZone: 'UTC',
      linkLifeHours: 24,
      owner: { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' },
    });
    expect(other.organizationId).not.toBe(organizationId);
    expect(await call('outbox.list', { organizationId: other.organizationId, search: 'zoe' })).toMatchObject({
      rows: [],
      total: 0,
    });
  });

  it('reads an index in the order of the list, and no letters', async () => {
    const { core } = await withThree();
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN
      SELECT count(*) FROM outbox WHERE outbox.organization_id = 1 AND +outbox.state = 'sent'
        AND outbox.search_text LIKE '%x%' ESCAPE '\\'`.execute(core.store.read);
    expect(rows.map((r) => r.detail).join()).toMatch(/USING COVERING INDEX outbox_listed/);
    const page = await sql<{ detail: string }>`EXPLAIN QUERY PLAN
      SELECT id, answer FROM outbox WHERE outbox.organization_id = 1 AND +outbox.state = 'sent'
        AND outbox.search_text LIKE '%x%' ESCAPE '\\' ORDER BY outbox.id DESC LIMIT 51`.execute(core.store.read);
    expect(page.rows.map((r) => r.detail).join()).toMatch(
      /^SEARCH outbox USING INDEX outbox_listed \(organization_id=\?\)$/,
    );
  });
});

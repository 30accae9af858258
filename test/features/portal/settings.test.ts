import { expect, it } from 'vitest';
import { keepPort } from '../../../src-main/features/portal/store.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, type Workspace } from '../../support/workspace.ts';

const settings = (w: Workspace) => w.call('portal.settings', { organizationId: w.organizationId });
const save = (w: Workspace, change: object = {}) =>
  w.call('portal.save', {
    organizationId: w.organizationId,
    address: '127.0.0.1',
    port: 8080,
    baseUrl: null,
    ...change,
  });

it('the portal listens on loopback at first, and links begin with its address and port', async () => {
  const w = await freshWorkspace();
  const { address, port, baseUrl, linksBeginWith, loopback } = await settings(w);
  expect([address, baseUrl, loopback]).toEqual(['127.0.0.1', null, true]);
  expect(linksBeginWith).toBe(`http://127.0.0.1:${port}`);
});

it.each([
  [{}, 'http://127.0.0.1:8080', true],
  [{ address: '::1' }, 'http://[::1]:8080', true],
  [{ address: '192.0.2.7', port: 80 }, 'http://192.0.2.7:80', false],
  [{ baseUrl: 'https://join.example.com/welcome/' }, 'https://join.example.com/welcome', false],
  [{ baseUrl: 'http://localhost:9000' }, 'http://localhost:9000', true],
])('with %o links begin with %s', async (change, begin, loopback) => {
  const w = await freshWorkspace();
  await save(w, change);
  expect(await settings(w)).toMatchObject({ linksBeginWith: begin, loopback });
});

it.each([
  [{ baseUrl: 'join.example.com' }, 'baseUrl'],
  [{ baseUrl: 'ftp://join.example.com' }, 'baseUrl'],
  [{ baseUrl: 'https://join.example.com/?a=b' }, 'baseUrl'],
  [{ baseUrl: 'https://user:secret@join.example.com' }, 'baseUrl'],
  [{ address: 'example.com' }, 'address'],
  [{ port: 70_000 }, 'port'],
])('%o is refused with the path to the field', async (change, field) => {
  const w = await freshWorkspace();
  await expect(save(w, change)).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path: [field] }] });
});

it('a port that the system chose is kept only while none was set', async () => {
  const w = await freshWorkspace();
  const keep = (port: number) => w.core.changes.write(['portal'], w.clock.time, (db) => keepPort(db, port));
  await save(w, { port: 0 });
  await keep(5001);
  await keep(5002);
  expect(await settings(w)).toMatchObject({ port: 5001 });
});

it('saving the portal’s settings needs the right to write settings, and is audited', async () => {
  const w = await freshWorkspace();
  await addOperator(w, 'ana@example.org', 'User manager');
  const ana = asOperator('ana@example.org');
  const change = { organizationId: w.organizationId, address: '127.0.0.1', port: 8081, baseUrl: null };
  await expect(w.callAs(ana, 'portal.save', change)).rejects.toMatchObject({ code: 'not-permitted' });
  await save(w);
  const audited = await w.core.store.read
    .selectFrom('audit')
    .select(['actor', 'outcome', 'detail'])
    .where('operation', '=', 'portal.save')
    .execute();
  expect(audited.map((a) => a.outcome)).toEqual(['denied', 'done']);
  expect(JSON.parse(audited[1]?.detail ?? '')).toMatchObject({ port: 8080 });
});

import { expect, test } from 'vitest';
import { gatehouse } from '../../support/cli.ts';
import { addOperator } from '../../support/operators.ts';
import { freshWorkspace, owner } from '../../support/workspace.ts';

test('F12: an owner adds an organization, renames it, and finds it among theirs; somebody who owns none is refused', async () => {
  const w = await freshWorkspace();
  await addOperator(w, 'ada@example.com', 'Admin');
  const call = (name: string, input: object, as = owner.email) =>
    gatehouse(['call', name, JSON.stringify(input), '--workspace', w.core.folder, '--as', as]);
  const added = await call('organizations.add', { name: 'Brightwater', timeZone: 'Asia/Tokyo' });
  expect(added).toMatchObject({ code: 0, json: { organizationId: w.organizationId + 1 } });
  const { organizationId } = added.json as { organizationId: number };
  expect(await call('organizations.add', { name: 'brightwater' })).toMatchObject({
    code: 1,
    json: { code: 'already-exists', message: 'There is already an organization named “brightwater”.' },
  });
  expect(await call('organizations.update', { organizationId, name: 'Brightwater Audit' })).toMatchObject({ code: 0 });
  expect((await call('organizations.list', {})).json.organizations).toMatchObject([
    { name: 'Brightwater Audit', timeZone: 'Asia/Tokyo' },
    { name: 'Example Logistics' },
  ]);
  const refused = await call('organizations.add', { name: 'Quayside' }, 'ada@example.com');
  expect(refused).toMatchObject({ code: 1, json: { code: 'owner-needed' } });
  expect((await call('organizations.list', {}, 'ada@example.com')).json.organizations).toMatchObject([
    { name: 'Example Logistics' },
  ]);
}, 120_000);

import { describe, expect, it } from 'vitest';
import { GatehouseError } from '#contract/errors.ts';
import { handlers } from '../../src-main/features/index.ts';
import type { Handlers } from '../../src-main/kernel/context.ts';
import { asNobody, asOperator, freshWorkspace, owner, type Workspace } from '../support/workspace.ts';

const asOwner = asOperator(owner.email);
const refusal = async (call: Promise<unknown>): Promise<GatehouseError> => {
  const error = await call.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof GatehouseError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
};
const lastAudit = ({ core }: Workspace) =>
  core.store.read.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();

describe('the dispatcher', () => {
  it('leaves nothing when a handler throws after it has written', async () => {
    const defects: unknown[] = [];
    const broken: Handlers = {
      ...handlers,
      'teams.create': async (ctx, { organizationId, name }) => {
        await ctx.db
          .insertInto('team')
          .values({ organization_id: organizationId, name, name_key: name, created_at: 1 })
          .execute();
        throw new Error('a defect');
      },
    };
    const w = await freshWorkspace({ handlers: broken, report: (_r, _o, error) => defects.push(error) });
    const before = await lastAudit(w);
    const error = await refusal(w.call('teams.create', { organizationId: w.organizationId, name: 'Freight' }));
    expect(error.code).toBe('internal');
    expect(defects).toHaveLength(1);
    expect(await w.core.store.read.selectFrom('team').selectAll().execute()).toEqual([]);
    expect(await lastAudit(w)).toEqual(before);
    expect(await w.core.store.read.selectFrom('change_log').selectAll().execute()).toHaveLength(1);
  });

  it('audits a denial although nothing else remains of the call', async () => {
    const w = await freshWorkspace();
    const error = await refusal(
      w.callAs(asOperator('nobody@example.com'), 'teams.create', { organizationId: w.organizationId, name: 'Freight' }),
    );
    expect(error.code).toBe('unknown-operator');
    expect(await lastAudit(w)).toMatchObject({
      operation: 'teams.create',
      outcome: 'denied',
      organization_id: w.organizationId,
      os_user: 'tester',
    });
  });

  it('audits a deed with the operator, the face and the user of the operating system', async () => {
    const w = await freshWorkspace();
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Freight' });
    expect(await lastAudit(w)).toMatchObject({
      operation: 'teams.create',
      outcome: 'done',
      actor: owner.email,
      face: 'cli',
      os_user: 'tester',
    });
  });

  it('strips from an answer what the contract does not declare', async () => {
    const leaky: Handlers = {
      ...handlers,
      'organizations.get': async (ctx, input) => {
        const answer = await (handlers['organizations.get'] as (c: typeof ctx, i: typeof input) => Promise<never>)(
          ctx,
          input,
        );
        return { ...(answer as object), password: 'a secret' } as never;
      },
    };
    const w = await freshWorkspace({ handlers: leaky });
    const answer = await w.call('organizations.get', { organizationId: w.organizationId });
    expect(answer.name).toBe('Example Logistics');
    expect(Object.keys(answer)).not.toContain('password');
  });

  it('reports an answer that breaks the contract as a defect, without showing it', async () => {
    const wrong: Handlers = { ...handlers, 'organizations.get': async () => ({ name: 12 }) as never };
    const defects: string[] = [];
    const w = await freshWorkspace({ handlers: wrong, report: (_r, operation) => defects.push(operation) });
    const error = await refusal(w.call('organizations.get', { organizationId: w.organizationId }));
    expect([error.code, error.data, error.issues]).toEqual(['internal', { reference: expect.any(String) }, []]);
    expect(defects).toEqual(['organizations.get']);
  });

  it('names an operation that does not exist', async () => {
    const w = await freshWorkspace();
    const error = await refusal(w.core.dispatch(asOwner, 'teams.explode', {}));
    expect(error).toMatchObject({ code: 'unknown-operation', data: { name: 'teams.explode' } });
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect((await refusal(w.core.dispatch(asOwner, name, {}))).code).toBe('unknown-operation');
  });

  it('gives bad input a code and the path to the field', async () => {
    const w = await freshWorkspace();
    const error = await refusal(
      w.core.dispatch(asOwner, 'organizations.create', {
        name: '  ',
        timeZone: 'Mars/Olympus',
        owner: { name: 'X', email: 'no address', password: 'short' },
        colour: 'red',
      }),
    );
    expect(error.code).toBe('invalid-input');
    const byPath = Object.fromEntries(error.issues.map((i) => [i.path.join('.'), i.code]));
    expect(byPath).toMatchObject({
      name: 'empty',
      timeZone: 'unknown-time-zone',
      'owner.password': 'password-too-short',
      '': 'unrecognized-keys',
    });
    expect(Object.keys(byPath)).toContain('owner.email');
  });

  it('does not let a query write through its connection', async () => {
    const writing: Handlers = {
      ...handlers,
      'teams.list': async (ctx) => {
        const db = ctx.db as unknown as Workspace['core']['store']['write'];
        await db.insertInto('team').values({ organization_id: 1, name: 'x', name_key: 'x', created_at: 1 }).execute();
        return { rows: [] };
      },
    };
    const defects: unknown[] = [];
    const w = await freshWorkspace({ handlers: writing, report: (_r, _o, error) => defects.push(error) });
    expect((await refusal(w.call('teams.list', { organizationId: w.organizationId }))).code).toBe('internal');
    expect(String(defects[0])).toMatch(/readonly database/);
    expect(await w.core.store.read.selectFrom('team').selectAll().execute()).toEqual([]);
  });

  it('refuses a face that an operation does not list', async () => {
    const w = await freshWorkspace();
    const error = await refusal(w.callAs(asNobody, 'users.list', { organizationId: w.organizationId }));
    expect(error.code).toBe('wrong-face');
  });

  it('demands a sign-in, a membership and the right, in this order', async () => {
    const w = await freshWorkspace();
    const input = { organizationId: w.organizationId };
    const window = { face: 'window', credentials: { kind: 'anonymous' } } as const;
    expect((await refusal(w.callAs(window, 'users.list', input))).code).toBe('not-signed-in');
    expect((await refusal(w.call('users.list', { organizationId: 999 }))).code).toBe('not-a-member');
    await w.core.store.write.deleteFrom('role_permission').where('permission', 'like', 'users:%').execute();
    expect(await refusal(w.call('users.list', input))).toMatchObject({
      code: 'not-permitted',
      data: { permission: 'users:read' },
    });
  });

  it('writes neither session token nor password into audit, change log or sessions', async () => {
    const w = await freshWorkspace();
    const window = { face: 'window', credentials: { kind: 'anonymous' } } as const;
    const { token } = await w.callAs(window, 'session.signIn', { email: owner.email, password: owner.password });
    const rows = JSON.stringify([
      await w.core.store.read.selectFrom('audit').selectAll().execute(),
      await w.core.store.read.selectFrom('change_log').selectAll().execute(),
      await w.core.store.read.selectFrom('session').selectAll().execute(),
    ]);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(owner.password);
  });
});

describe('notices of change', () => {
  it('are gathered, and name the tags that the commands declare', async () => {
    const w = await freshWorkspace();
    await new Promise((first) => w.core.changes.onNotice(first));
    const told = new Promise<ReadonlySet<string>>((resolve) => w.core.changes.onNotice(resolve));
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Freight' });
    await w.call('groups.create', { organizationId: w.organizationId, name: 'Night shift' });
    expect([...(await told)].sort()).toEqual(['audit', 'groups', 'teams']);
  });
});

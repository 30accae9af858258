import { describe, expect, it } from 'vitest';
import { contract, type InputOf, isOperation, type OperationName } from '#contract/index.ts';
import { operationNames, publish } from '../../../src-main/faces/cli/schema.ts';
import type { JsonSchema } from '../../support/from-schema.ts';
import { cases, free } from '../../support/isolation-cases.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { type Populated, shared, twoOrganizations } from '../../support/two-organizations.ts';
import { asOperator, type Workspace } from '../../support/workspace.ts';

type Covered = keyof typeof cases;
const covered = Object.keys(cases) as Covered[];
const withForeign = covered.filter((name) => cases[name].foreign);

const inputOf = (name: OperationName) => publish(name).input as JsonSchema;
const namesOrganization = (name: OperationName) => 'organizationId' in (inputOf(name).properties ?? {});

/** Whether an input can name a row beside the organization: an id is a number above 0. */
function carriesIds(schema: JsonSchema, at = ''): boolean {
  if (at !== 'organizationId' && schema.type === 'integer' && schema.exclusiveMinimum === 0) return true;
  const inside = Object.entries(schema.properties ?? {}).some(([key, s]) => carriesIds(s, key));
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((s) => carriesIds(s, at));
  return inside || choices || (schema.items ? carriesIds(schema.items, at) : false);
}

/** The result of a call: its answer, or the code of its refusal. */
async function outcome(w: Workspace, email: string, name: OperationName, input: object) {
  const answer = await w.core.dispatch(asOperator(email), name as string, input).catch((e: { code: string }) => e);
  await w.core.jobs.idle();
  const refused = answer instanceof Error ? (answer as Error & { code: string }).code : undefined;
  return { refused, text: JSON.stringify(answer) };
}

describe('the list of operations', () => {
  it('is covered completely: a new one has to say what it does with another organization', () => {
    expect([...covered, ...Object.keys(free)].sort()).toEqual([...operationNames].sort());
    expect(covered.filter((name) => !namesOrganization(name))).toEqual([]);
    expect(Object.keys(free).filter((name) => isOperation(name) && namesOrganization(name))).toEqual([]);
  });

  it('has a call with ids of another organization for every operation that takes ids', () => {
    const taking = covered.filter((name) => carriesIds(inputOf(name)));
    expect(taking.filter((name) => !withForeign.includes(name))).toEqual([]);
  });
});

describe('of two organizations in one workspace', () => {
  const inputs = (name: Covered, of: Populated) => cases[name].own(of) as readonly object[];

  it('every query shows an owner, and a member of both, only what belongs to the one that was asked for', async () => {
    const { w, alpha, beta } = await twoOrganizations();
    const wrong: unknown[] = [];
    for (const name of covered.filter((n) => contract[n].kind === 'query'))
      for (const [here, there] of [
        [alpha, beta],
        [beta, alpha],
      ] as const)
        for (const email of [here.operator, shared.email]) {
          const answers = await Promise.all(inputs(name, here).map((input) => outcome(w, email, name, input)));
          const shown = answers.some((a) => a.text.includes(here.word));
          if (shown === Boolean(cases[name].numbersOnly)) wrong.push([name, email, 'shows its own', shown]);
          for (const { refused, text } of answers)
            if (refused || text.includes(there.word)) wrong.push([name, email, refused, text]);
        }
    expect(wrong).toEqual([]);
  });

  it('every operation is refused to the owner of the other one, and changes nothing', async () => {
    const { w, alpha, beta } = await twoOrganizations();
    const before = await rowsOf(w, beta);
    const wrong: unknown[] = [];
    for (const name of covered)
      for (const input of inputs(name, beta)) {
        const { refused, text } = await outcome(w, alpha.operator, name, input);
        if (refused !== 'not-a-member' || text.includes(beta.word)) wrong.push([name, refused, text]);
      }
    expect(wrong).toEqual([]);
    expect(await rowsOf(w, beta)).toEqual(before);
  });

  it('no operation that takes ids finds any of the other one, or changes what is there', async () => {
    const { w, alpha, beta } = await twoOrganizations();
    const before = await rowsOf(w, beta);
    expect(Object.values(before).flat().length).toBeGreaterThan(100);
    const wrong: unknown[] = [];
    for (const name of withForeign) {
      const { foreign, foreignIs = 'not-found' } = cases[name];
      // a member of both has every right there, so that nothing but the id can be what is refused
      for (const email of [alpha.operator, shared.email])
        for (const input of foreign?.(alpha, beta) ?? []) {
          const { refused, text } = await outcome(w, email, name, input);
          const asWanted = refused === (foreignIs === 'nobody' ? undefined : foreignIs);
          if (!asWanted || text.includes(beta.word)) wrong.push([name, email, input, refused, text]);
        }
    }
    expect(wrong).toEqual([]);
    expect(await rowsOf(w, beta)).toEqual(before);
    const jobs = await w.core.store.read
      .selectFrom('job')
      .select(['operation', 'total'])
      .where('organization_id', '=', alpha.organizationId)
      .where('id', '<>', alpha.ids.job)
      .execute();
    expect(jobs.length).toBeGreaterThan(20);
    expect(jobs.filter((job) => job.total > 0)).toEqual([]);
  });

  it('names of the other one are unknown, and people of the other one are new', async () => {
    const { w, alpha, beta } = await twoOrganizations();
    const named = { email: 'eve@example.net', roles: ['Member'] };
    const tries: (readonly [InputOf<'invitations.send'>['entries'][number], string])[] = [
      [{ ...named, roles: [`role ${beta.word}`] }, 'unknown-role'],
      [{ ...named, teams: [`teams ${beta.word}`] }, 'unknown-team'],
      [{ ...named, groups: [`groups ${beta.word}`] }, 'unknown-group'],
      [{ ...named, products: [`products ${beta.word}`] }, 'unknown-product'],
      [{ ...named, lines: [`lines ${beta.word}`] }, 'unknown-line'],
    ];
    const { organizationId } = alpha;
    const entries = tries.map(([entry]) => entry);
    const sent = await w.callAs(asOperator(shared.email), 'invitations.send', { organizationId, entries });
    expect(sent.refused.map((r) => r.reason)).toEqual(tries.map(([, reason]) => reason));
    const text = `pending@${beta.word}.test`;
    const { entries: read } = await w.callAs(asOperator(alpha.operator), 'invitations.preview', {
      organizationId,
      text,
    });
    expect(read).toMatchObject([{ verdict: 'new' }]);
    expect(read[0]).not.toHaveProperty('name');
  });

  it('queries that name no organization show an owner of one only that one', async () => {
    const { w, alpha, beta } = await twoOrganizations();
    const window = { face: 'window', credentials: { kind: 'anonymous' } } as const;
    const password = 'a sentence to sign in with';
    const { token } = await w.callAs(window, 'session.signIn', { email: alpha.operator, password });
    const as = { face: 'window', credentials: { kind: 'session', token } } as const;
    for (const name of [
      'organizations.list',
      'session.state',
      'profile.get',
      'profile.organizations',
      'inbox.list',
    ] as const)
      expect(JSON.stringify(await w.callAs(as, name, {}))).not.toContain(beta.word);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { contract, type OperationName } from '#contract/index.ts';
import { operationNames, publish } from '../../src-main/faces/cli/schema.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { fromSchema, knownKeywords } from '../support/from-schema.ts';
import { dump, invite } from '../support/invitees.ts';
import { asOperator, freshWorkspace, owner, type Workspace } from '../support/workspace.ts';

/** This one connects to whatever host the input names. */
const reachingOut: OperationName = 'mail.test';

const callerOf = (name: OperationName): Caller =>
  contract[name].faces.includes('cli')
    ? asOperator(owner.email)
    : { face: contract[name].faces[0] ?? 'core', credentials: { kind: 'anonymous' } };

/** The code of the refusal, or nothing when the call went through. */
const refusal = (w: Workspace, name: OperationName, input: unknown): Promise<string | undefined> =>
  w.core.dispatch(callerOf(name), name as string, input).then(
    () => undefined,
    (error: { code?: string }) => error.code ?? String(error),
  );

// a made-up path is relative to the working folder of the process
const before = process.cwd();
const away = mkdtempSync(path.join(tmpdir(), 'gatehouse-odd-'));
process.chdir(away);
afterAll(() => {
  process.chdir(before);
  rmSync(away, { recursive: true, force: true });
});

async function workspace() {
  const defects: unknown[] = [];
  const w = await freshWorkspace({ report: (_reference, operation, error) => defects.push([operation, error]) });
  await invite(w, 'ana@example.org', { name: 'Ana Silva' });
  return { w, defects };
}

describe('every operation', () => {
  it('refuses what is not an object of its shape with `invalid-input`, and changes nothing', async () => {
    const { w, defects } = await workspace();
    const before = await dump(w);
    const proto: unknown = JSON.parse('{"organizationId":1,"__proto__":{"polluted":true}}');
    for (const name of operationNames) {
      const wrong = [undefined, null, [], 'text', 7, proto, { organizationId: 1, nobodyKnows: 1 }];
      for (const input of wrong) expect([name, await refusal(w, name, input)]).toEqual([name, 'invalid-input']);
    }
    expect(defects).toEqual([]);
    expect(await dump(w)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('refuses an organization whose id no row can have, or that does not exist', async () => {
    const { w, defects } = await workspace();
    const inOrganization = operationNames.filter((name) => 'organizationId' in shape(name));
    for (const name of inOrganization) {
      for (const organizationId of ['1', 0, -1, 1.5, Number.NaN, Infinity, 2 ** 53, null])
        expect([name, await refusal(w, name, { organizationId })]).toEqual([name, 'invalid-input']);
      if (Object.keys(required(name)).length === 1)
        expect([name, await refusal(w, name, { organizationId: 999 })]).toEqual([name, 'not-a-member']);
    }
    expect(defects).toEqual([]);
  });

  it.each(operationNames.filter((name) => name !== reachingOut))(
    '%s answers or refuses whatever fits its schema, and never breaks',
    async (name) => {
      const { w, defects } = await workspace();
      const property = fc.asyncProperty(fromSchema(publish(name).input), async (input) => {
        await refusal(w, name, input);
        await w.core.jobs.idle();
        expect(defects).toEqual([]);
      });
      await fc.assert(property, { numRuns: 40 });
    },
  );
});

describe('inputs generated from schemas', () => {
  it('cover every keyword that the schemas use', () => {
    const used = new Set(operationNames.flatMap((name) => [...keywords(publish(name).input)]));
    expect([...used].filter((word) => !knownKeywords.has(word))).toEqual([]);
  });

  it('get past the parsing of each operation: some of them are valid', () => {
    for (const name of operationNames) {
      const made = fc.sample(fromSchema(publish(name).input), { numRuns: 400, seed: 7 });
      expect([name, made.some((input) => contract[name].input.safeParse(input).success)]).toEqual([name, true]);
    }
  });
});

/** The keywords of a schema and of everything within it, without names of properties and values. */
function* keywords(schema: unknown): Generator<string> {
  for (const [word, value] of Object.entries(schema as object)) {
    yield word;
    if (word === 'properties') for (const inner of Object.values(value as object)) yield* keywords(inner);
    else if (word === 'items') yield* keywords(value);
    else if (word === 'anyOf' || word === 'oneOf') for (const inner of value as unknown[]) yield* keywords(inner);
  }
}

const shape = (name: OperationName) => (publish(name).input as { properties?: object }).properties ?? {};
const required = (name: OperationName) => (publish(name).input as { required?: readonly string[] }).required ?? [];

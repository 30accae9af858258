import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OperationName } from '#contract/index.ts';
import { operationNames, publish } from '../../../src-main/faces/cli/schema.ts';
import { textOf } from '../../../src-main/faces/window/given.ts';
import { reportOf } from '../../../src-main/kernel/report.ts';
import { windowConnection } from '../../../src-main/window-connection.ts';
import { fromSchema } from '../../support/from-schema.ts';
import { anyText, token } from '../odd.ts';
import { refused, type Target, taken } from '../target.ts';
import { openHouse, owner } from './house.ts';

interface Input {
  readonly name: unknown;
  readonly input: unknown;
}

/** These reach out to whatever host the input names. */
const reachingOut: readonly OperationName[] = ['mail.test', 'wording.testSend'];
const names = operationNames.filter((name) => !reachingOut.includes(name));

/** What a page can send and JSON cannot: structured clone brings all of these over. */
const beyondJson = fc.oneof(
  fc.constantFrom<unknown>(undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, 10n ** 30n, 2 ** 53, 1e-7),
  fc
    .constantFrom<() => unknown>(
      () => new Date(Number.NaN),
      () => new Date(0),
      () => /(a+)+$/g,
      () => new Map<unknown, unknown>([['__proto__', 1]]),
      () => new Set([1]),
      () => new Uint8Array(1000),
      () => new ArrayBuffer(8),
      () => new Error('x', { cause: 1 }),
      () => Object(1n),
      () => Object('boxed'),
      () => new Array(1000),
      () => ({ toString: 1, valueOf: 1 }),
      () => ({ length: 1e9 }),
      () => nested(500),
      () => {
        const loop: Record<string, unknown> = {};
        loop.organizationId = loop;
        return loop;
      },
      () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
      () => 'x'.repeat(200_000),
      () => '𝒳'.repeat(100_000),
      () => Array.from({ length: 5000 }, (_, i) => i),
    )
    .map((make) => make()),
);
const odd = fc.oneof(
  beyondJson,
  fc.jsonValue(),
  anyText,
  token,
  fc.constantFrom<unknown>(null, true, 0, -1, 1, 2, [], {}),
);

function nested(depth: number): unknown {
  let inner: unknown = 1;
  for (let i = 0; i < depth; i++) inner = i % 2 === 0 ? [inner] : { a: inner };
  return inner;
}

/** One place of an input changed; `at` chooses which. */
function changed(value: unknown, at: number, to: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return to;
  const keys = Object.keys(value);
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value };
  // the length of an array does not take just anything
  if (Array.isArray(value) && key === 'length') return to;
  const chosen = at % (keys.length + 2);
  if (chosen === keys.length) return to;
  // as its own property, where `copy[key] =` would set the prototype
  const name = chosen > keys.length ? key : (keys[chosen] as string);
  const inner = chosen > keys.length ? to : changed(copy[name], Math.floor(at / 7), to, key);
  Object.defineProperty(copy, name, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
}

const ofOperation = fc.constantFrom(...names).chain((name) => {
  const fitting = fromSchema(publish(name).input);
  const key = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'then', 'organizationId', 'length'),
    token,
  );
  const input = fc.oneof(
    { weight: 4, arbitrary: fitting },
    { weight: 4, arbitrary: fc.tuple(fitting, fc.nat(), odd, key).map(([v, at, to, k]) => changed(v, at, to, k)) },
    { weight: 1, arbitrary: odd },
  );
  return fc.record({ name: fc.constant<unknown>(name), input });
});
const ofNoOperation = fc.record({
  name: fc.oneof(
    odd,
    fc.constantFrom(...names).map((name) => `${name} `),
  ),
  input: odd,
});

/** A call of the page: what its message holds, through the window's connection and the dispatcher, to the JSON that goes back. */
export const ipc: Target<Input> = {
  name: 'ipc',
  renewAfter: 2000,
  inputs: fc.oneof({ weight: 12, arbitrary: ofOperation }, ofNoOperation),
  async open(later) {
    const { core, sound } = await openHouse(later);
    const call = windowConnection(core, 'tester');
    /** Forgets wrong guesses first: the throttle would rightly refuse what comes next, and end the run. */
    const signIn = async () => {
      await core.changes.write([], core.clock.now(), (db) => db.deleteFrom('wrong_password').execute());
      await call('session.signIn', { email: owner.email, password: owner.password });
    };
    await signIn();
    return async (given) => {
      // twice: from the page to the main process, and on to the core's thread
      const { name, input } = structuredClone(structuredClone(given));
      const outcome = await call(textOf(name), input).then(
        (value) => ({ ok: true, value }) as const,
        (error: unknown) => ({ ok: false, error: reportOf(error) }) as const,
      );
      await core.jobs.idle();
      sound();
      assert.equal(typeof JSON.stringify(outcome), 'string');
      if (outcome.ok) return taken;
      const { code } = outcome.error;
      assert.notEqual(code, 'internal', JSON.stringify(outcome));
      if (code === 'not-signed-in' || code === 'locked') await signIn();
      return refused;
    };
  },
};

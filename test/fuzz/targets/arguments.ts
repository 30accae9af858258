import assert from 'node:assert/strict';
import fc from 'fast-check';
import { messagesIn } from '#contract/messages/index.ts';
import { readArguments } from '../../../src-main/faces/cli/arguments.ts';
import { asJson } from '../../../src-main/faces/cli/json.ts';
import { worded } from '../../../src-main/faces/cli/print.ts';
import { anyText, mutated } from '../odd.ts';
import { refused, type Target, taken } from '../target.ts';
import { asRefusal } from './house.ts';

const words = [
  ...[
    'call',
    'operations',
    'serve',
    'help',
    'users.list',
    '{"organizationId":1}',
    '-',
    '--',
    '-h',
    '-x',
    '-hx',
    '--help',
  ],
  ...[
    '--json',
    '--json=1',
    '--no-json',
    '--workspace',
    '--workspace=',
    '--workspace=/x',
    '/x',
    '--as',
    'ana@example.org',
  ],
  ...['--port', '--port=1', '65535', '65536', '-1', '--base-url', '--base-url=https://join.example.com', '--version'],
  ...['--__proto__', '--__proto__=1', '--constructor', '__proto__', 'constructor', '=', '--=', '---', '', ' '],
];
const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, mutated(fc.constantFrom(...words)), anyText);

/** What follows `gatehouse` on the command line, and how a refusal of it is printed. */
export const argumentsOfCli: Target<string[]> = {
  name: 'arguments',
  inputs: fc.oneof(
    fc.array(word, { maxLength: 8 }),
    fc.array(word, { maxLength: 2 }).map((more) => ['call', 'users.list', '--workspace', '/x', ...more]),
    fc.array(word, { maxLength: 2 }).map((more) => ['serve', '--workspace', '/x', ...more]),
  ),
  open: () => (argv) => {
    try {
      const command = readArguments(argv);
      assert.ok(['help', 'version', 'operations', 'call', 'serve'].includes(command.name));
      return taken;
    } catch (error) {
      const refusal = asRefusal(error);
      assert.equal(refusal.code, 'usage');
      for (const language of ['en', 'de'] as const) {
        const printed = asJson(worded(messagesIn(language), refusal));
        assert.doesNotMatch(printed, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        assert.deepEqual(JSON.parse(printed), worded(messagesIn(language), refusal));
      }
      return refused;
    }
  },
};

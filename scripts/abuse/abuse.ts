// Runs the attacks one after the other and prints the figures beside their goals; exits with 1 if one is missed.
import { parseArgs } from 'node:util';
import { attacked } from './attacker.ts';
import { doubleAccept, guessTokens, hashFlood, type Result, type Size, signUps, slowSenders, timing } from './goals.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const size: Size = values.short
  ? { tokens: 2000, rounds: 10, slow: 100, slowSeconds: 3, signUps: 40, flood: 300, guesses: 20 }
  : { tokens: 100_000, rounds: 500, slow: 500, slowSeconds: 30, signUps: 200, flood: 2000, guesses: 200 };

const lines: Result[] = [];
const note = (results: readonly Result[]) => {
  for (const result of results) {
    lines.push(result);
    console.log(row(result));
  }
};
const row = ({ what, measured, goal, met }: Result) =>
  [what.padEnd(76), measured.padEnd(58), (goal ?? '').padEnd(14), met === undefined ? '' : met ? 'met' : 'MISSED']
    .join(' ')
    .trimEnd();

console.log(row({ what: 'attack', measured: 'measured', goal: 'goal' }));
const house = await attacked();
try {
  note(await signUps(house, size));
  note(await hashFlood(house, size));
  note(await timing(house, size));
  note(await slowSenders(house, size));
  note(await guessTokens(house, size));
} finally {
  await house.close();
}
note(await doubleAccept(size));
process.exitCode = lines.some(({ met }) => met === false) ? 1 : 0;

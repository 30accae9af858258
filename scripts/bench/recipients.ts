import { performance } from 'node:perf_hooks';
import { parseRecipients } from '../../src-main/features/invitations/recipients.ts';
import { hostileShapes } from '../../test/support/hostile-recipients.ts';

/**
 * Prints nanoseconds per character at 100,000 and 1,000,000 characters, the best of several runs, and their ratio:
 * about 1 means that the time grows with the text and not faster.
 */
const runs = 5;

function nanosecondsPerCharacter(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const begin = performance.now();
    parseRecipients(text);
    best = Math.min(best, performance.now() - begin);
  }
  return (best * 1e6) / text.length;
}

console.log('shape                     100 kB    1 MB   ratio   (ns per character)');
for (const [name, shape] of Object.entries(hostileShapes)) {
  const small = nanosecondsPerCharacter(shape(100_000));
  const large = nanosecondsPerCharacter(shape(1_000_000));
  console.log(
    `${name.padEnd(24)} ${small.toFixed(1).padStart(7)} ${large.toFixed(1).padStart(7)} ${(large / small).toFixed(2).padStart(7)}`,
  );
}

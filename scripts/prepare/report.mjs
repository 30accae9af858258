/** A failure whose message alone helps the reader: shown without a stack. */
export class Trouble extends Error {}

/**
 * Everything said while preparing goes to standard error, so that a command's own output stays clean.
 * @param {string} line
 */
export const say = (line) => void process.stderr.write(`${line}\n`);

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Says what begins, does it, and says how long it took.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const began = Date.now();
  say(`${what} …`);
  const result = await work();
  say(`${what}: done in ${seconds(Date.now() - began)}`);
  return result;
}

/**
 * Runs a script's main function; its number becomes the exit code, a failure is reported and gives 1.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}

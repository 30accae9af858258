import fc from 'fast-check';
import { watchPrototypes } from './pollution.ts';
import type { AnyTarget, Fed, Feed, Later } from './target.ts';

/** Taking longer than this over one input is a finding, in milliseconds. */
export const longest = 100;

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** Where a run begins, or an input that failed, as fast-check names it. */
  readonly path?: string | undefined;
  /** Hears the number of each input before it is given: a watcher outside sees where it hangs. */
  readonly beat?: (run: number) => void;
}

export interface Finding {
  readonly what: string;
  readonly input: unknown;
  readonly path: string;
}

export interface Figures {
  readonly count: number;
  readonly taken: number;
  /** Of one input, in milliseconds, as measured once among all the others. */
  readonly slowest: number;
  /** Inputs per second, including making them. */
  readonly perSecond: number;
  readonly findings: readonly Finding[];
}

interface Slow {
  readonly input: unknown;
  readonly run: number;
  readonly milliseconds: number;
}

/**
 * Gives a target as many inputs as asked for. The same seed makes the same inputs. It ends at the first one that is
 * answered wrongly, shrunk while it still fails; slow ones are measured three more times on their own before they count.
 */
export async function fuzz(target: AnyTarget, { runs, seed, path = '', beat }: FuzzOptions): Promise<Figures> {
  const house = openings(target);
  const check = watchPrototypes();
  const first = Number(/^\d+/.exec(path)?.[0] ?? 0);
  let [count, understood, slowest, failed] = [0, 0, 0, false];
  let slow: Slow[] = [];
  const began = performance.now();
  const property = fc.asyncProperty(target.inputs, async (input) => {
    if (!failed) beat?.(first + count);
    try {
      const { taken, milliseconds } = await timed(await house.feed(), input);
      check(count % 500 === 0);
      if (failed) return;
      slowest = Math.max(slowest, milliseconds);
      if (milliseconds > longest) slow = worst([...slow, { input, run: first + count, milliseconds }]);
      count += 1;
      if (taken) understood += 1;
    } catch (error) {
      failed = true;
      throw error;
    }
  });
  try {
    const ran = await fc.check(property, { numRuns: runs, seed, ...(path === '' ? {} : { path }) });
    const perSecond = (count * 1000) / (performance.now() - began);
    const findings: Finding[] = ran.failed
      ? [{ what: told(ran.errorInstance), input: ran.counterexample?.[0], path: ran.counterexamplePath ?? '' }]
      : [];
    for (const one of slow) {
      const alone = await again(await house.feed(), one.input);
      if (alone > longest)
        findings.push({ what: `takes ${alone.toFixed(0)} ms`, input: one.input, path: `${one.run}` });
    }
    check(true);
    return { count, taken: understood, slowest, perSecond, findings };
  } finally {
    await house.close();
  }
}

const worst = (slow: readonly Slow[]) => slow.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
const told = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** By the clock or by this process's own work, whichever is less: on a busy computer the clock counts the others too. */
async function timed(feed: Feed<unknown>, input: unknown): Promise<Required<Fed>> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const fed = await feed(input);
  const byClock = fed.milliseconds ?? performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { ...fed, milliseconds: Math.min(byClock, (user + system) / 1000) };
}

/** The least of three: other work at the same time makes an input slower, never faster. */
async function again(feed: Feed<unknown>, input: unknown): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 3; i++) took.push((await timed(feed, input)).milliseconds);
  return Math.min(...took);
}

/** Opens a target, and reopens it after as many inputs as it takes. */
function openings(target: AnyTarget) {
  let work: (() => unknown)[] = [];
  let feed: Feed<unknown> | undefined;
  let fed = 0;
  const later: Later = (one) => void work.push(one);
  const close = async () => {
    feed = undefined;
    const last = work;
    work = [];
    for (const one of last.toReversed()) await one();
  };
  return {
    close,
    async feed(): Promise<Feed<unknown>> {
      if (fed++ % (target.renewAfter ?? Number.POSITIVE_INFINITY) === 0 && feed) await close();
      feed ??= await target.open(later);
      return feed;
    },
  };
}

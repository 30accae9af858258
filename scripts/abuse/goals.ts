import { randomBytes } from 'node:crypto';
import { type Answer, type Attacked, attacked, inParallel, signUp } from './attacker.ts';
import { quantile } from './protocol.ts';
import { slowConnections } from './slow.ts';

/** One line of the table; without a goal, it is for information. */
export interface Result {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
  readonly met?: boolean;
}

export interface Size {
  readonly tokens: number;
  readonly rounds: number;
  readonly slow: number;
  readonly slowSeconds: number;
  readonly signUps: number;
  readonly flood: number;
  readonly guesses: number;
}

const ms = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
const together = 64;
const aloneMilliseconds = 3000;
/** Requests on behalf of one client before moving on to the next: below what the portal accepts in a minute. */
const each = 400;

/** Guesses random tokens for existing links and resets, as fast as possible; the goal is that none fits. */
export async function guessTokens(house: Attacked, { tokens }: Size): Promise<Result[]> {
  await house.ask({ kind: 'invite', count: 100 });
  const statuses = new Map<number, number>();
  const began = performance.now();
  await inParallel(tokens, together, async (n) => {
    const token = `${1 + (n % 100)}.1.${randomBytes(32).toString('base64url')}`;
    const { status } = await house.send(`/i/${token}`, Math.floor(n / each), n % 4 ? undefined : signUp('a sentence'));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  });
  const unknown = statuses.get(404) ?? 0;
  const hits = (statuses.get(200) ?? 0) + (statuses.get(303) ?? 0);
  const seconds = (performance.now() - began) / 1000;
  return [
    {
      what: `${tokens} random tokens, a quarter of them posted`,
      measured: `${hits} hits, ${tokens - unknown - hits} lost, ${Math.round(tokens / seconds)} tries a second`,
      ...{ goal: '0 hits', met: unknown === tokens },
    },
  ];
}

/** Rounds of posts that arrive together, each with its own password; the goal is one winner per round. */
export async function doubleAccept({ rounds }: Size): Promise<Result[]> {
  const house = await attacked('--quick');
  const { tokens = [] } = await house.ask({ kind: 'invite', count: rounds });
  const winners: number[] = [];
  let odd = 0;
  for (const [round, token] of tokens.entries()) {
    const posts = Array.from({ length: together }, (_, n) =>
      house.send(`/i/${token}`, (round % 4) * together + n, signUp(`sentence ${n} of round ${round}`)),
    );
    const answers = await Promise.all(posts);
    winners.push(answers.filter(({ status }) => status === 303).length);
    odd += answers.filter(({ status }) => status !== 303 && status !== 410).length;
  }
  await house.close();
  const right = winners.filter((n) => n === 1).length;
  return [
    {
      what: `${rounds} rounds of ${together} posts of one link at once (hashing made cheap)`,
      measured: `${right} rounds with one winner, ${odd} odd answers`,
      ...{ goal: `${rounds} rounds`, met: right === rounds && odd === 0 },
    },
  ];
}

/** Ordinary requests, fifty a second, while slow connections are open. */
export async function slowSenders(house: Attacked, { slow, slowSeconds }: Size): Promise<Result[]> {
  const { tokens = [] } = await house.ask({ kind: 'invite', count: 1 });
  const ordinary = async () => {
    const times: Promise<Answer>[] = [];
    for (let n = 0; n < slowSeconds * 50; n++) {
      times.push(house.send(n % 2 ? '/sign-in' : `/i/${tokens[0]}`, 1_000_000 + (n % 40)));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const answers = await Promise.all(times);
    const failed = answers.filter(({ status }) => status !== 200).length;
    return {
      p99: quantile(
        answers.map(({ milliseconds }) => milliseconds),
        0.99,
      ),
      failed,
    };
  };
  const alone = await ordinary();
  const ones = await slowConnections(house.port(), slow);
  const open = ones.open();
  const { p99, failed } = await ordinary();
  const returned = ones.returned();
  ones.close();
  // the same without a proxy: most are refused
  await house.ask({ kind: 'proxies', named: ['192.0.2.1'] });
  const strangers = await slowConnections(house.port(), slow);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const left = strangers.open();
  strangers.close();
  await house.ask({ kind: 'proxies', named: ['127.0.0.1'] });
  return [
    { what: '50 ordinary requests a second, nothing else', measured: `p99 ${ms(alone.p99)}` },
    {
      what: `the same beside ${open} slow connections (let go ${returned} times in ${slowSeconds} s)`,
      measured: `p99 ${ms(p99)}, ${failed} failed`,
      ...{ goal: 'p99 < 500 ms', met: p99 < 500 && failed === 0 },
    },
    {
      what: `${slow} slow connections of one client`,
      measured: `${left} open at most`,
      goal: '≤ 256',
      met: left <= 256,
    },
  ];
}

const watched = (calls: readonly number[]) =>
  `p50 ${ms(quantile(calls, 0.5))}, p99 ${ms(quantile(calls, 0.99))}, longest ${ms(Math.max(...calls))}`;

/** Simultaneous sign-ups with real hashing, while the window asks its core. */
export async function signUps(house: Attacked, { signUps: count }: Size): Promise<Result[]> {
  const { tokens = [] } = await house.ask({ kind: 'invite', count });
  await house.ask({ kind: 'watch' });
  await new Promise((resolve) => setTimeout(resolve, aloneMilliseconds));
  const alone = (await house.ask({ kind: 'stop' })).calls ?? [];
  await house.ask({ kind: 'watch' });
  const began = performance.now();
  const answers = await Promise.all(
    tokens.map((token, n) => house.send(`/i/${token}`, 2_000_000 + n, signUp('a sentence of mine'))),
  );
  const seconds = (performance.now() - began) / 1000;
  const { calls = [] } = await house.ask({ kind: 'stop' });
  const joined = answers.filter(({ status }) => status === 303).length;
  return [
    { what: `the window alone (${alone.length} calls)`, measured: watched(alone) },
    {
      what: `${count} sign-ups at once`,
      measured: `${joined} joined in ${seconds.toFixed(1)} s`,
      ...{ goal: `${count} joined`, met: joined === count },
    },
    {
      what: `  the window meanwhile (${calls.length} calls)`,
      measured: watched(calls),
      ...{ goal: 'p99 < 100 ms', met: quantile(calls, 0.99) < 100 },
    },
  ];
}

/** More simultaneous guesses than can be checked. */
export async function hashFlood(house: Attacked, { flood }: Size): Promise<Result[]> {
  await house.ask({ kind: 'watch' });
  const answers: Answer[] = [];
  await inParallel(flood, flood, async (n) => {
    answers.push(await house.send('/sign-in', 3_000_000 + n, { email: `nobody${n}@example.net`, password: 'a guess' }));
  });
  const { calls = [] } = await house.ask({ kind: 'stop' });
  const away = answers.filter(({ status, retryAfter }) => status === 503 && Number(retryAfter) > 0).length;
  const odd = answers.map(({ status }) => status).filter((status) => status !== 503 && status !== 422);
  return [
    {
      what: `${flood} guesses at once at accounts that there are not`,
      measured:
        `${answers.length - away - odd.length} compared, ${away} sent away, ${odd.length} odd ${[...new Set(odd)]}`.trim(),
      ...{ goal: '0 odd', met: odd.length === 0 },
    },
    {
      what: `  the window meanwhile (${calls.length} calls)`,
      measured: watched(calls),
      ...{ goal: 'p99 < 100 ms', met: quantile(calls, 0.99) < 100 },
    },
  ];
}

/** What the time of an answer reveals about whether there is an account: medians of pairs, one after the other. */
export async function timing(house: Attacked, { guesses }: Size): Promise<Result[]> {
  const { tokens = [], emails = [] } = await house.ask({ kind: 'invite', count: guesses });
  await inParallel(guesses, 8, async (n) => {
    await house.send(`/i/${tokens[n]}`, 4_000_000 + n, signUp('a sentence of mine'));
  });
  const results: Result[] = [];
  for (const route of ['/sign-in', '/forgot']) {
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (const [n, email] of emails.entries()) {
      const ask = async (who: string, address: string) =>
        (await house.send(route, 5_000_000 + n, { email: address, password: `${who} guess` })).milliseconds;
      // alternates which of the two comes first
      const order = n % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
      for (const who of order) times[who].push(await ask(who, who === 'known' ? email : `not-${email}`));
    }
    const [known, unknown] = [quantile(times.known, 0.5), quantile(times.unknown, 0.5)];
    const spread = quantile(times.unknown, 0.75) - quantile(times.unknown, 0.25);
    results.push({
      what: `${route}: ${guesses} accounts, as many that there are not`,
      measured: `medians ${known.toFixed(1)} and ${unknown.toFixed(1)} ms (middle half within ${spread.toFixed(1)} ms)`,
    });
  }
  return results;
}

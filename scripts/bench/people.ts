// How inviting, listing, searching and previewing grow with the size of the organization. Ratios of one run: machines differ.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/kernel/context.ts';

const small = 1000;
const large = Number(process.env.BENCH_PEOPLE ?? 100_000);
const repeats = 15;
const caller: Caller = { face: 'core', credentials: { kind: 'core' } };
const given = ['Ana', 'Béla', 'Chloé', 'Duc', 'Elif', 'Fatou', 'Greta', 'Hana', 'Ivan', 'Jonas'];
const family = [
  'Silva',
  'Nagy',
  'Martin',
  'Pham',
  'Yilmaz',
  'Diallo',
  'Lindqvist',
  'Kovac',
  'Petrov',
  'Weber',
  'Okafor',
];
const person = (i: number) => ({
  email: `p${i}@example.org`,
  name: `${given[i % given.length]} ${family[(i * 7) % family.length]} ${i}`,
});
const range = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i);

const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-'));
const core = await openCore({ folder });
const { organizationId } = await core.dispatch(caller, 'organizations.create', {
  name: 'Bench',
  owner: { name: 'Olive', email: 'owner@example.com', password: 'a sentence for the bench' },
});
const defaults = { roles: ['Member'] };
let people = 0;
async function grow(to: number): Promise<void> {
  while (people < to) {
    const n = Math.min(5000, to - people);
    await core.dispatch(caller, 'invitations.send', {
      organizationId,
      defaults,
      entries: range(people, n).map(person),
    });
    people += n;
  }
}

/** Numbers of people who are in no list yet. */
let fresh = 10_000_000;

async function median(work: (i: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const began = performance.now();
    await work(i);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[repeats >> 1] ?? 0;
}

async function measure(): Promise<Record<string, number>> {
  const list = (input: object) => () => core.dispatch(caller, 'users.list', { organizationId, ...input });
  let cursor: string | null = null;
  for (let page = 0; page < 5; page++)
    cursor = (await core.dispatch(caller, 'users.list', { organizationId, ...(cursor ? { after: cursor } : {}) })).next;
  const text = range(people - 500, 1000)
    .map((i) => person(i).email)
    .join('\n');
  return {
    'first page': await median(list({})),
    'sixth page': await median(list({ after: cursor ?? undefined })),
    'page of pending': await median(list({ view: 'pending' })),
    counts: await median(() => core.dispatch(caller, 'users.counts', { organizationId })),
    'search, one match': await median(list({ search: 'p77@' })),
    'search, many matches': await median(list({ search: 'lind' })),
    'search, no match': await median(list({ search: 'zzyzx' })),
    'preview of 1,000 lines': await median(() =>
      core.dispatch(caller, 'invitations.preview', { organizationId, text }),
    ),
    'invite one': await median(() =>
      core.dispatch(caller, 'invitations.send', { organizationId, defaults, entries: [person(fresh++)] }),
    ),
    'invite 1,000': await median(() => {
      const entries = range(fresh, 1000).map(person);
      fresh += 1000;
      return core.dispatch(caller, 'invitations.send', { organizationId, defaults, entries });
    }),
  };
}

try {
  await grow(small);
  const before = await measure();
  await grow(large);
  const after = await measure();
  const ms = (n: number) => `${n.toFixed(2)} ms`.padStart(12);
  console.log(`${''.padEnd(24)}${`${small} people`.padStart(12)}${`${large}`.padStart(12)}   ratio`);
  for (const [what, one] of Object.entries(before)) {
    const many = after[what] ?? 0;
    console.log(`${what.padEnd(24)}${ms(one)}${ms(many)}   ${(many / one).toFixed(1)}`);
  }
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}

// How inviting, listing, searching and previewing grow with the size of the organization. Ratios of one run: machines differ.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { liveOn, teamNames, teamsOf } from './parts/life.ts';

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
const team = new Map<string, number>();
for (const name of teamNames)
  team.set(name, (await core.dispatch(caller, 'teams.create', { organizationId, name })).id);
let people = 0;
async function grow(to: number): Promise<void> {
  const newest = await core.store.read.selectFrom('membership').select('id').orderBy('id', 'desc').executeTakeFirst();
  while (people < to) {
    const n = Math.min(5000, to - people);
    await core.dispatch(caller, 'invitations.send', {
      organizationId,
      defaults,
      entries: range(people, n).map((i) => ({ ...person(i), teams: teamsOf(i) })),
    });
    people += n;
  }
  await liveOn(core, newest?.id ?? 0);
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
  const page = (input: object) => core.dispatch(caller, 'users.list', { organizationId, ...input });
  const list = (input: object) => () => page(input);
  /** The sixth page, or a later one. */
  const deeper = async (input: object, before = 5) => {
    let after: string | null = null;
    for (let n = 0; n < before; n++) after = (await page({ ...input, ...(after ? { after } : {}) })).next ?? after;
    return list({ ...input, ...(after ? { after } : {}) });
  };
  const inTeam = (name: string) => ({ teams: [team.get(name)] });
  const text = range(people - 500, 1000)
    .map((i) => person(i).email)
    .join('\n');
  const [{ membershipId } = { membershipId: 0 }] = (await page({ search: 'p77@' })).rows;
  return {
    'by name, first page': await median(list({})),
    'by name, sixth page': await median(await deeper({})),
    'by name, backwards': await median(list({ descending: true })),
    'by e-mail': await median(list({ sort: 'email' })),
    'by e-mail, sixth page': await median(await deeper({ sort: 'email' })),
    'by last change': await median(list({ sort: 'changed', descending: true })),
    'by status': await median(list({ sort: 'status' })),
    'by status, backwards': await median(await deeper({ sort: 'status', descending: true })),
    pending: await median(list({ statuses: ['pending'] })),
    'pending, mail failed': await median(list({ mail: ['failed'] })),
    'pending, mail waits': await median(await deeper({ mail: ['waiting'] })),
    'pending, counted by mail': await median(() =>
      core.dispatch(caller, 'users.counts', { organizationId, invited: true, mail: true }),
    ),
    expired: await median(await deeper({ statuses: ['expired'] })),
    'suspended, by change': await median(list({ statuses: ['suspended'], sort: 'changed' })),
    removed: await median(list({ statuses: ['removed', 'revoked'] })),
    guests: await median(list({ kinds: ['guest'] })),
    'guests by e-mail': await median(list({ kinds: ['guest'], sort: 'email' })),
    'by end of access': await median(list({ sort: 'expiry' })),
    'by end of access, 60th': await median(await deeper({ sort: 'expiry' }, 59)),
    'by end, backwards': await median(await deeper({ sort: 'expiry', descending: true })),
    'guests by end of access': await median(await deeper({ kinds: ['guest'], sort: 'expiry' })),
    'guests expiring': await median(list({ guests: ['expiring'], sort: 'expiry' })),
    'guests without sponsor': await median(list({ guests: ['no-sponsor'] })),
    'guests expired': await median(list({ kinds: ['guest'], statuses: ['expired'] })),
    'active, by name': await median(await deeper({ statuses: ['active'] })),
    'inbox agents': await median(list({ kinds: ['inbox-agent'] })),
    'team of all': await median(list(inTeam('Everyone'))),
    'team of every 30th': await median(list(inTeam('Thirtieth'))),
    'team of every 100th': await median(list(inTeam('Hundredth'))),
    'team of every 1000th': await median(list(inTeam('Thousandth'))),
    'team, by status': await median(list({ ...inTeam('Thirtieth'), sort: 'status' })),
    'team, expired guests': await median(list({ ...inTeam('Everyone'), kinds: ['guest'], statuses: ['expired'] })),
    'search, one match': await median(list({ search: 'p77@' })),
    'search, many matches': await median(list({ search: 'lind' })),
    'search, all match': await median(list({ search: 'example', sort: 'email' })),
    'search, two letters': await median(list({ search: 'zz' })),
    'search, no match': await median(list({ search: 'zzyzx' })),
    'search in a team': await median(list({ search: 'lind', ...inTeam('Everyone'), sort: 'status' })),
    counts: await median(() => core.dispatch(caller, 'users.counts', { organizationId })),
    'counts of guests': await median(() => core.dispatch(caller, 'users.counts', { organizationId, kinds: ['guest'] })),
    'one user': await median(() => core.dispatch(caller, 'users.get', { organizationId, membershipId })),
    'activity of one user': await median(() =>
      core.dispatch(caller, 'users.activity', { organizationId, membershipId }),
    ),
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

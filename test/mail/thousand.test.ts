import { expect, it } from 'vitest';
import type { OutboxRow } from '#contract/outbox.ts';
import { type MailHouse, mailHouse, settingsFor } from '../support/mail.ts';
import { type Scripted, startScripted } from '../support/smtp-scripted.ts';
import { freshWorkspace } from '../support/workspace.ts';

const people = 1000;
const address = (i: number) => `p${i}@example.org`;
const numberIn = (line: string) => Number(/p(\d+)@example\.org/.exec(line)?.[1] ?? Number.NaN);

/** What the server did last about a person, as the server itself knows it. */
type Seen = 'accepted' | 'deferred' | 'refused' | 'hung up' | 'hung up behind the message';

/** By the last digit of the person: two kinds of delay, two refusals, two hang-ups; the others are taken at once. */
function trouble(server: Scripted) {
  const seen = new Map<number, Seen>();
  const tries = new Map<number, number>();
  const bodies = new Map<number, Set<string>>();
  const note = (who: number, what: Seen, answer: string) => {
    seen.set(who, what);
    return answer;
  };
  server.script = {
    RCPT: (line) => {
      const who = numberIn(line);
      const nth = (tries.get(who) ?? 0) + 1;
      tries.set(who, nth);
      const digit = who % 10;
      if (digit === 1 && nth <= 2) return note(who, 'deferred', '450 4.2.1 Greylisted');
      if (digit === 2) return note(who, 'refused', '550 5.1.1 No such person');
      // once on the connection that was open, and once on a fresh one
      if (digit === 3 && nth <= 2) return note(who, 'hung up', 'drop');
      return undefined;
    },
    dot: () => {
      const body = server.bodies.at(-1) ?? '';
      const who = numberIn(/^To: .*$/m.exec(body)?.[0] ?? '');
      bodies.set(who, (bodies.get(who) ?? new Set()).add(body));
      const digit = who % 10;
      const nth = tries.get(who) ?? 0;
      if (digit === 4 && nth <= 2) return note(who, 'hung up behind the message', 'drop');
      if (digit === 5 && nth === 1) return note(who, 'deferred', '451 4.3.0 Out of room');
      if (digit === 6) return note(who, 'refused', '554 5.7.1 Spam');
      return note(who, 'accepted', '250 2.0.0 Taken');
    },
  };
  return { seen, bodies };
}

async function everyRow({ call, organizationId }: MailHouse): Promise<readonly OutboxRow[]> {
  const rows: OutboxRow[] = [];
  for (let before: number | null | undefined; before !== null; ) {
    const page = await call('outbox.list', { organizationId, limit: 200, ...(before ? { before } : {}) });
    rows.push(...page.rows);
    before = page.next;
  }
  return rows;
}

it('of 1,000 invitations to a server that defers, rejects, drops, goes away and recovers, each ends in the state that the server saw', async () => {
  const server = await startScripted();
  const { seen, bodies } = trouble(server);
  const house = mailHouse(await freshWorkspace());
  const { call, organizationId, clock } = house;
  await house.save(settingsFor(server.port));
  await house.invite(...Array.from({ length: people }, (_, i) => address(i)));
  const outbox = house.startOutbox();

  // halfway, the server goes away with all its connections
  await expect.poll(() => server.accepted.length, { timeout: 30_000 }).toBeGreaterThan(100);
  await server.leave();
  expect(server.accepted.length).toBeLessThan(700);
  await outbox.idle();
  for (const row of await everyRow(house)) {
    const was = seen.get(numberIn(row.toEmail));
    // an answer may have been lost on its way; then it is not claimed that the mail has arrived, or that it has not
    if (row.state === 'sent') expect(was).toBe('accepted');
    else if (row.state === 'failed') expect(was).toBe('refused');
    else expect(['deferred', 'uncertain'], row.toEmail).toContain(row.state);
  }
  await server.comeBack();

  for (let i = 0; i < 12; i += 1) {
    clock.advance(20 * 60_000);
    await outbox.idle();
  }
  const rows = await everyRow(house);
  expect(rows).toHaveLength(people);
  const inTheWindow = Object.fromEntries(rows.map((row) => [row.toEmail, row.state]));
  const meant: Partial<Record<Seen, OutboxRow['state']>> = { accepted: 'sent', refused: 'failed' };
  const atTheServer = Object.fromEntries([...seen].map(([who, what]) => [address(who), meant[what]]));
  expect(inTheWindow).toEqual(atTheServer);
  const { counts } = await call('outbox.state', { organizationId });
  expect(counts).toEqual({
    queued: 0,
    sending: 0,
    sent: 800,
    deferred: 0,
    uncertain: 0,
    failed: 200,
    held: 0,
    cancelled: 0,
    bounced: 0,
  });
  // whatever reached it more than once was the same message
  expect([...bodies].filter(([, own]) => own.size > 1)).toEqual([]);
}, 120_000);

import { describe, expect, test } from 'vitest';
import type { OutputOf } from '#contract/index.ts';
import type { PreviewEntry, Verdict } from '#contract/invitations.ts';
import { parseRecipients } from '../../../src-main/features/invitations/recipients.ts';
import type { Outgoing } from '../../../src-renderer/features/invitations/batch.ts';
import type { Checked } from '../../../src-renderer/features/invitations/checker.ts';
import { planOfRows, planOfText, rowsAfter, textAfter } from '../../../src-renderer/features/invitations/plan.ts';
import { rowsText } from '../../../src-renderer/features/invitations/rows-text.ts';
import { sendBatch } from '../../../src-renderer/features/invitations/send-batch.ts';

/** Verdicts as the core would give them in an organization where `member@…` is a member. */
function check(text: string): Checked {
  const seen = new Set<string>();
  const { entries, headingLine } = parseRecipients(text);
  const verdictOf = (email: string | undefined): Verdict => {
    if (!email) return 'refused';
    if (email.startsWith('member')) return 'already-member';
    return seen.has(email) || !seen.add(email) ? 'duplicate' : 'new';
  };
  return {
    text,
    headingLine,
    entries: entries.map(
      ({ problem, ...e }): PreviewEntry => ({ ...e, verdict: verdictOf(e.email), reason: problem }) as never,
    ),
  };
}
const everybody = (items: readonly Outgoing[]): OutputOf<'invitations.send'> => ({
  invited: items.map(({ entry }, position) => ({
    position,
    email: entry.email,
    membershipId: position + 1,
    invitationId: position + 1,
  })),
  skipped: [],
  refused: [],
});
const send = (items: readonly Outgoing[], answers: (OutputOf<'invitations.send'> | Error)[], stopped = () => false) =>
  sendBatch({
    send: async () => {
      const next = answers.shift();
      if (next instanceof Error) throw next;
      return next ?? everybody([]);
    },
    common: { organizationId: 1 },
    items,
    onProgress: () => undefined,
    stopped,
  });

describe('what is left in the box', () => {
  const text = 'a@x.test\nb@x..test; member@x.test\na@x.test\nc@x.test';

  test('refused entries stay, what was sent and what needs no mail is gone', async () => {
    const checked = check(text);
    const plan = planOfText(checked);
    expect(plan).toMatchObject({ skipped: [2, 3], kept: [{ source: 1, email: 'b@x..test', reason: 'domain-dots' }] });
    const { tally, complete } = await send(plan.items, [everybody(plan.items)]);
    expect(textAfter(checked, plan, tally, complete)).toBe('b@x..test');
  });

  test('what the server refuses stays too', async () => {
    const checked = check(text);
    const plan = planOfText(checked);
    const { tally, complete } = await send(plan.items, [
      {
        invited: everybody(plan.items.slice(0, 1)).invited,
        skipped: [],
        refused: [{ position: 1, email: 'c@x.test', reason: 'unknown-role' }],
      },
    ]);
    expect(textAfter(checked, plan, tally, complete)).toBe('b@x..test\nc@x.test');
  });

  test('after an error in the middle only what went is gone', async () => {
    const many = check(Array.from({ length: 1200 }, (_, i) => `p${i}@x.test`).join('\n'));
    const plan = planOfText(many);
    const outcome = await send(plan.items, [everybody(plan.items.slice(0, 500)), new Error('core-stopped')]);
    expect(outcome).toMatchObject({ complete: false, error: expect.any(Error) });
    const left = textAfter(many, plan, outcome.tally, outcome.complete).split('\n');
    expect(left).toHaveLength(700);
    expect(left[0]).toBe('p500@x.test');
  });

  test('Cancel stops before the next part', async () => {
    const many = check(Array.from({ length: 1200 }, (_, i) => `p${i}@x.test`).join('\n'));
    const plan = planOfText(many);
    let asked = 0;
    const outcome = await send(plan.items, [everybody(plan.items.slice(0, 500))], () => asked++ > 0);
    expect(outcome.complete).toBe(false);
    expect(outcome.tally.invited).toHaveLength(500);
  });
});

describe('what is left of the rows', () => {
  const row = (key: number, email: string, roles: string[] | null = ['Member'], teams: string[] | null = null) => ({
    key,
    email,
    name: '',
    roles,
    teams,
  });
  const rows = [
    row(1, 'a@x.test', ['Admin'], ['IT']),
    row(2, 'b@x..test'),
    row(3, 'member@x.test'),
    row(4, 'c@x.test, d@x.test'),
    row(5, ''),
    row(6, 'e@x.test', null, []),
    row(7, 'f@x.test', []),
  ];
  const { text, keys } = rowsText(rows);
  const plan = planOfRows(rows, keys, check(text));

  test('each row sends its own roles and teams, and leaves out those that the batch gives it', () => {
    expect(plan.items.map((i) => i.entry)).toEqual([
      { email: 'a@x.test', roles: ['Admin'], teams: ['IT'] },
      { email: 'e@x.test', teams: [] },
    ]);
  });

  test('the name in the field counts, else the one typed with the address', () => {
    const named = [
      { ...row(1, 'a@x.test'), name: 'Ana @ Sales' },
      { ...row(2, 'Bo Berg <b@x.test>'), name: '' },
    ];
    const typed = rowsText(named);
    expect(planOfRows(named, typed.keys, check(typed.text)).items.map((i) => i.entry.name)).toEqual([
      'Ana @ Sales',
      'Bo Berg',
    ]);
  });

  test('refused rows, rows without a role and fields with several addresses stay', async () => {
    expect(plan.kept.map((k) => [k.source, k.reason])).toEqual([
      [2, 'domain-dots'],
      [4, 'several-addresses'],
      [7, 'role-needed'],
    ]);
    const { tally, complete } = await send(plan.items, [everybody(plan.items)]);
    expect(rowsAfter(rows, plan, tally, complete).map((r) => r.key)).toEqual([2, 4, 5, 7]);
  });
});

describe('inbox agents', () => {
  test('are sent without roles, whatever the list or the row says', () => {
    const entries = [
      { line: 1, index: 0, raw: 'a@x.test', start: 0, end: 8, email: 'a@x.test', verdict: 'new' as const },
    ];
    const checked = { text: 'a@x.test', entries: entries.map((e) => ({ ...e, roles: ['Admin'], teams: ['Night'] })) };
    expect(planOfText(checked, 'inbox-agent').items[0]?.entry).toEqual({ email: 'a@x.test', teams: ['Night'] });
    expect(planOfText(checked, 'user').items[0]?.entry.roles).toEqual(['Admin']);
    const rows = [{ key: 5, email: 'a@x.test', name: '', roles: [], teams: null }];
    const inRows = { text: '', entries: entries.map((e) => ({ ...e, line: 2 })) };
    expect(planOfRows(rows, [5], inRows, 'inbox-agent').items[0]?.entry).toEqual({ email: 'a@x.test' });
    expect(planOfRows(rows, [5], inRows, 'user').kept).toMatchObject([{ reason: 'role-needed' }]);
  });
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { InputOf } from '#contract/index.ts';
import { asFile, type ReportOf, reportFile, statusOf } from '../../support/delivery-report.ts';
import { accept, member, tokenOf } from '../../support/invitees.ts';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { addOperator } from '../../support/operators.ts';
import { startSink } from '../../support/smtp-sink.ts';
import { asOperator, freshWorkspace, hour } from '../../support/workspace.ts';

/** A workspace whose mail to these people was taken by a server. */
async function mailed(...emails: string[]) {
  const w = await freshWorkspace();
  const house = mailHouse(w);
  await house.save(settingsFor((await startSink()).port));
  const invited = await house.invite(...emails);
  const outbox = house.startOutbox();
  await outbox.idle();
  const { organizationId } = w;
  const given = (input: Omit<InputOf<'bounces.preview'>, 'organizationId'>) => ({ organizationId, ...input });
  const file = (report: ReportOf) => given({ files: [asFile('bounce.eml', reportFile(report))] });
  const messageIdOf = async (email: string) =>
    (await w.call('outbox.show', { organizationId, id: (await house.row(email)).id })).messageId ?? '';
  const groups = async () => {
    const { mail } = await w.call('users.counts', { organizationId, invited: true, mail: true });
    return Object.fromEntries(Object.entries(mail ?? {}).filter(([, n]) => n > 0));
  };
  const get = (at: number) => w.call('users.get', member(w, invited[at]?.membershipId ?? 0));
  return { ...house, w, invited, outbox, given, file, messageIdOf, groups, get };
}

describe('a delivery report', () => {
  it('marks the message that it names as bounced, with the server’s words, wherever the invitation is shown', async () => {
    const h = await mailed('ana@example.org', 'bela@example.org');
    const { call, organizationId } = h.w;
    // forwarded: the address is another one, the message is the same
    const report = h.file({
      to: 'ana.b@elsewhere.test',
      messageId: await h.messageIdOf('ana@example.org'),
      diagnostic: '550 5.1.1 No such person',
    });
    const line = {
      source: 'bounce.eml',
      address: 'ana.b@elsewhere.test',
      email: 'ana@example.org',
      verdict: 'bounced',
      words: '550 5.1.1 No such person',
    };
    expect(await call('bounces.preview', report)).toMatchObject({ lines: [line] });
    expect(await h.groups()).toEqual({ sent: 2 });
    expect(await call('bounces.import', report)).toMatchObject({ lines: [line] });
    expect(await h.groups()).toEqual({ bounced: 1, sent: 1 });
    const { rows } = await call('users.list', { organizationId, mail: ['bounced'] });
    expect(rows).toMatchObject([
      { email: 'ana@example.org', delivery: { state: 'bounced', answer: '550 5.1.1 No such person' } },
    ]);
    const reports = [
      { action: 'failed', reporter: 'mx.example.com', source: 'report', by: 'Olive Owner', at: h.w.clock.time },
    ];
    const mail = await h.row('ana@example.org');
    expect(mail).toMatchObject({ state: 'bounced', sentAt: h.w.clock.time });
    expect(await call('outbox.show', { organizationId, id: mail.id })).toMatchObject({ reports });
    expect((await h.get(0)).invitations).toMatchObject([
      { mailId: mail.id, sentAt: h.w.clock.time, delivery: { state: 'bounced' }, reports },
    ]);
    // the same report once more tells nothing new
    expect((await call('bounces.import', report)).lines).toMatchObject([{ verdict: 'known' }]);
    expect((await call('outbox.show', { organizationId, id: mail.id })).reports).toHaveLength(1);
    const { rows: log } = await call('audit.list', { organizationId });
    expect(log.find((r) => r.operation === 'bounces.import' && r.target !== null)).toMatchObject({
      target: 'ana@example.org',
      detail: { action: 'failed', words: '550 5.1.1 No such person' },
    });
  });

  it('of a delay or a delivery is noted, and the mail stays as it is', async () => {
    const h = await mailed('ana@example.org');
    const messageId = await h.messageIdOf('ana@example.org');
    const { call, organizationId } = h.w;
    const delayed = h.file({ to: 'ana@example.org', messageId, action: 'delayed', status: '4.4.1' });
    expect((await call('bounces.import', delayed)).lines).toMatchObject([{ verdict: 'delayed' }]);
    expect((await call('bounces.preview', delayed)).lines).toMatchObject([{ verdict: 'known' }]);
    const relayed = h.file({ to: 'ana@example.org', messageId, action: 'relayed', status: '2.0.0' });
    expect((await call('bounces.import', relayed)).lines).toMatchObject([{ verdict: 'noted' }]);
    const { id, state } = await h.row('ana@example.org');
    expect(state).toBe('sent');
    expect((await call('outbox.show', { organizationId, id })).reports.map((r) => r.action)).toEqual([
      'relayed',
      'delayed',
    ]);
    expect(await h.groups()).toEqual({ sent: 1 });
  });

  it('without a known Message-ID applies to the newest mail of the open invitation, unless it is about an older one', async () => {
    const h = await mailed('ana@example.org');
    const report = (arrived: number) =>
      h.given({
        text: statusOf({
          original: 'ANA@example.org',
          to: 'x@elsewhere.test',
          arrived: new Date(arrived).toUTCString(),
        }),
      });
    const at = h.w.clock.time;
    expect((await h.w.call('bounces.preview', report(at - 48 * hour))).lines).toMatchObject([{ verdict: 'older' }]);
    expect((await h.w.call('bounces.import', report(at + 60_000))).lines).toMatchObject([
      { verdict: 'bounced', source: null, membershipId: h.invited[0]?.membershipId },
    ]);
  });

  it('about an earlier invitation leaves the open one alone, and a new mail starts without the mark', async () => {
    const h = await mailed('ana@example.org');
    const { call, organizationId } = h.w;
    const old = await h.messageIdOf('ana@example.org');
    await call('invitations.reinvite', member(h.w, h.invited[0]?.membershipId ?? 0));
    await h.outbox.idle();
    expect((await call('bounces.import', h.file({ to: 'ana@example.org', messageId: old }))).lines).toMatchObject([
      { verdict: 'earlier' },
    ]);
    expect(await h.groups()).toEqual({ sent: 1 });
    expect((await h.get(0)).invitations.map((i) => i.delivery?.state)).toEqual(['sent', 'bounced']);
    await call('bounces.import', h.given({ text: 'ana@example.org' }));
    expect(await h.groups()).toEqual({ bounced: 1 });
    await call('invitations.sendAgain', member(h.w, h.invited[0]?.membershipId ?? 0));
    expect(await h.groups()).toEqual({ waiting: 1 });
    await h.outbox.idle();
    expect(await h.groups()).toEqual({ sent: 1 });
    expect((await call('outbox.state', { organizationId })).counts.bounced).toBe(2);
  });

  it('never marks mail of another organization, nor reveals it', async () => {
    const h = await mailed('ana@example.org');
    const { id: other } = await h.w.call('organizations.add', { name: 'Other', timeZone: 'UTC' }).then((r) => ({
      id: r.organizationId,
    }));
    const report = h.file({ to: 'ana@example.org', messageId: await h.messageIdOf('ana@example.org') });
    const { lines } = await h.w.call('bounces.import', { ...report, organizationId: other });
    expect(lines).toEqual([expect.objectContaining({ verdict: 'unknown', address: 'ana@example.org' })]);
    expect(lines[0]).not.toHaveProperty('messageId');
    expect(await h.groups()).toEqual({ sent: 1 });
  });
});

describe('a list of addresses that bounced', () => {
  it('is answered line by line: bounced, accepted, ended, not sent, unknown, known, or unreadable', async () => {
    const h = await mailed('ana@example.org', 'bela@example.org', 'chloe@example.org');
    const { call, organizationId } = h.w;
    await accept(h.w, await tokenOf(h.w, h.invited[1]?.invitationId ?? 0));
    await call('invitations.revoke', member(h.w, h.invited[2]?.membershipId ?? 0));
    await h.invite('dan@example.org');
    const text = [
      'Ana <ana@example.org>',
      'bela@example.org',
      'chloe@example.org',
      'dan@example.org',
      'eve@example.org',
      'ana@example.org',
      'nobody',
    ].join('\n');
    const { lines } = await call('bounces.import', { organizationId, text });
    expect(lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [1, 'bounced'],
      [2, 'accepted'],
      [3, 'ended'],
      [4, 'not-sent'],
      [5, 'unknown'],
      [6, 'known'],
      [7, 'unreadable'],
    ]);
    expect(lines[6]).toMatchObject({ reason: 'no-at' });
    expect((await h.row('ana@example.org')).answer).toBe('On an imported list of addresses whose mail came back.');
  });

  it('of thousands takes one call; a longer one is refused, and unsuitable files are named with the reason', async () => {
    const w = await freshWorkspace();
    const { organizationId, call } = w;
    const list = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@example.org`).join('\n');
    expect((await call('bounces.preview', { organizationId, text: list(5000) })).lines).toHaveLength(5000);
    await expect(call('bounces.import', { organizationId, text: list(5001) })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['text'], code: 'too-many' }],
    });
    const files = [
      asFile('huge.eml', Buffer.alloc(1024 * 1024 + 1, 'a')),
      asFile('holiday.eml', 'From: a@example.org\n\nBack soon.'),
      asFile('image.png', Buffer.from([137, 80, 78, 71, 0])),
    ];
    const { lines } = await call('bounces.preview', { organizationId, files });
    expect(lines.map(({ source, verdict, reason }) => [source, verdict, reason])).toEqual([
      ['huge.eml', 'unreadable', 'too-large'],
      ['holiday.eml', 'unreadable', 'no-report'],
      ['image.png', 'unreadable', 'not-a-message'],
    ]);
  });

  it('is looked up along indexes, however much mail there was', async () => {
    const { core } = await freshWorkspace();
    const plan = async (query: string) =>
      (await sql<{ detail: string }>`${sql.raw(`EXPLAIN QUERY PLAN ${query}`)}`.execute(core.store.read)).rows
        .map((r) => r.detail)
        .join('; ');
    expect(await plan(`SELECT id FROM outbox WHERE organization_id = 1 AND message_id IN ('<a@b>', '<c@d>')`)).toBe(
      'SEARCH outbox USING COVERING INDEX outbox_by_message_id (organization_id=? AND message_id=?)',
    );
    expect(await plan('SELECT max(id) FROM outbox WHERE invitation_id = 1')).toBe(
      'SEARCH outbox USING COVERING INDEX outbox_by_invitation (invitation_id=?)',
    );
  });
});

describe('a mark by hand', () => {
  it('is set with a reason on those whose mail went out, and taken back', async () => {
    const h = await mailed('ana@example.org', 'bela@example.org');
    const { call, organizationId } = h.w;
    await h.invite('chloe@example.org');
    const choice = { kind: 'matching' as const, filter: { statuses: ['pending' as const] } };
    const results = async (start: Promise<{ jobId: number }>) => {
      const { jobId } = await start;
      await h.w.core.jobs.idle();
      const { rows } = await call('jobs.results', { organizationId, jobId });
      return rows.map(({ email, error }) => [email.split('@')[0], error?.code ?? 'done']);
    };
    // no server takes the mail of the third
    await call('outbox.holdMany', { organizationId, choice: { kind: 'matching', filter: { search: 'chloe' } } });
    expect(await results(call('bounces.markMany', { organizationId, choice, why: 'Said so on the phone' }))).toEqual([
      ['ana', 'done'],
      ['bela', 'done'],
      ['chloe', 'mail-not-out'],
    ]);
    expect(await h.groups()).toEqual({ bounced: 2, held: 1 });
    expect(await h.row('ana@example.org')).toMatchObject({ answer: 'Said so on the phone' });
    expect((await h.get(0)).invitations[0]?.reports).toMatchObject([{ source: 'hand', words: 'Said so on the phone' }]);
    const { rows: activity } = await call('users.activity', member(h.w, h.invited[0]?.membershipId ?? 0));
    expect(activity[0]).toMatchObject({ operation: 'bounces.markMany', detail: { why: 'Said so on the phone' } });
    const again = { kind: 'chosen' as const, membershipIds: [h.invited[0]?.membershipId ?? 0] };
    expect(await results(call('bounces.markMany', { organizationId, choice: again, why: 'x' }))).toEqual([
      ['ana', 'mail-bounced'],
    ]);
    const before = (await h.row('bela@example.org')).id;
    await call('bounces.unmark', { organizationId, id: before });
    expect(await h.row('bela@example.org')).toMatchObject({ state: 'sent', answer: expect.stringMatching(/^250/) });
    await expect(call('bounces.unmark', { organizationId, id: before })).rejects.toMatchObject({
      code: 'mail-not-bounced',
    });
    expect(await results(call('bounces.unmarkMany', { organizationId, choice }))).toEqual([
      ['ana', 'done'],
      ['bela', 'mail-not-bounced'],
      ['chloe', 'mail-not-bounced'],
    ]);
    expect(await h.groups()).toEqual({ held: 1, sent: 2 });
    expect((await h.get(0)).invitations[0]?.reports).toEqual([]);
  });

  it('does not keep a message from being tried again under the same Message-ID', async () => {
    const h = await mailed('ana@example.org');
    const { call, organizationId } = h.w;
    const first = await h.messageIdOf('ana@example.org');
    await call('bounces.import', h.given({ text: 'ana@example.org' }));
    const { id } = await h.row('ana@example.org');
    await call('outbox.retry', { organizationId, id });
    await h.outbox.idle();
    expect(await h.row('ana@example.org')).toMatchObject({ id, state: 'sent' });
    expect(await h.messageIdOf('ana@example.org')).toBe(first);
  });

  it('needs the right to change mail', async () => {
    const h = await mailed('ana@example.org');
    const email = 'uma@example.org';
    await addOperator(h.w, email, 'User manager');
    const { organizationId } = h.w;
    const list = h.given({ text: 'ana@example.org' });
    const choice = { kind: 'chosen' as const, membershipIds: [h.invited[0]?.membershipId ?? 0] };
    const calls = [
      ['bounces.preview', list],
      ['bounces.import', list],
      ['bounces.markMany', { organizationId, choice, why: 'Said so on the phone' }],
      ['bounces.unmarkMany', { organizationId, choice }],
      ['bounces.unmark', { organizationId, id: (await h.row('ana@example.org')).id }],
    ] as const;
    for (const [name, input] of calls)
      await expect(h.w.callAs(asOperator(email), name, input), name).rejects.toMatchObject({
        code: 'not-permitted',
        data: { permission: 'mail:write' },
      });
  });
});

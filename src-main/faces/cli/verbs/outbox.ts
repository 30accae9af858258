import { wordAnswer, wordNote } from '#contract/messages/answer.ts';
import type { MailDeed, MailFilter, OutboxRow } from '#contract/outbox.ts';
import { confirm } from '../confirm.ts';
import { exit } from '../exit-codes.ts';
import { factsText, tableText, tell, visible } from '../output.ts';
import { print, printJson } from '../print.ts';
import { asNumber } from '../read-verb.ts';
import type { Run, Session } from '../session.ts';
import { wrongUse } from '../usage.ts';

type Filter = Partial<MailFilter>;
const usual = 50;

const filterOf = ({ given }: Session): Filter => ({
  ...(given.state === undefined ? {} : { state: given.state as MailFilter['state'] }),
  ...(given.type === undefined ? {} : { kinds: given.type as MailFilter['kinds'] }),
  ...(given.search === undefined ? {} : { search: given.search }),
});

async function listed({ call, here }: Session, filter: Filter, most: number) {
  const organizationId = (await here()).id;
  const rows: OutboxRow[] = [];
  let total = 0;
  for (let before: number | undefined; rows.length < most; ) {
    const limit = Math.min(200, most - rows.length);
    const found = await call('outbox.list', { organizationId, ...filter, limit, ...(before ? { before } : {}) });
    rows.push(...found.rows);
    total = found.total;
    if (found.next === null) break;
    before = found.next;
  }
  return { rows, total };
}

async function table({ messages, here }: Session, rows: readonly OutboxRow[]): Promise<string> {
  const { timeZone } = await here();
  const { columns, server } = messages.outbox.page;
  const cells = rows.map((row) => [
    String(row.id),
    row.toEmail,
    messages.outbox.page.kinds[row.kind],
    messages.users.deliveryStates[row.state],
    messages.format.date(row.createdAt, timeZone, { dateStyle: 'medium', timeStyle: 'short' }),
    row.answer === null ? '' : wordAnswer(messages, row.answer),
  ]);
  return tableText(['ID', columns.recipient, columns.kind, columns.state, columns.time, server], cells);
}

export const listOutbox: Run = async (session) => {
  const { call, given, here, messages } = session;
  const { rows, total } = await listed(session, filterOf(session), asNumber('limit', given.limit) ?? usual);
  const { counts: _counts, ...state } = await call('outbox.state', { organizationId: (await here()).id });
  if (given.json) await printJson({ rows, total, ...state });
  else {
    await print(`${await table(session, rows)}${messages.cli.out.shownOf(rows.length, total)}\n`);
    if (state.stop || state.pause) await print(`${messages.outbox.page.paused}\n`);
    if (!state.setUp) await print(`${messages.invitations.warnings.noServer}\n`);
  }
  return exit.done;
};

export const showMessage: Run = async ({ call, given, here, messages, operands }) => {
  const { id: organizationId, timeZone } = await here();
  const id = asId(operands[0] ?? '');
  const shown = await call('outbox.show', { organizationId, id });
  const talk = given.conversation ? await call('outbox.conversation', { organizationId, id }) : undefined;
  if (given.json) {
    await printJson({ ...shown, ...talk });
    return exit.done;
  }
  const { columns, server, subject } = messages.outbox.page;
  const time = (at: number) => messages.format.date(at, timeZone, { dateStyle: 'medium', timeStyle: 'medium' });
  const facts: (readonly [string, string])[] = [
    [columns.recipient, shown.toEmail],
    [columns.kind, messages.outbox.page.kinds[shown.kind]],
    [columns.state, messages.users.deliveryStates[shown.state]],
    [columns.time, time(shown.createdAt)],
    [server, shown.answer === null ? '' : wordAnswer(messages, shown.answer)],
    [subject, shown.subject],
  ];
  await print(`${factsText(facts)}\n${shown.text.split(/\r?\n/).map(visible).join('\n').trimEnd()}\n`);
  for (const { at, lines } of talk?.attempts ?? []) {
    const said = lines.map(({ from, text }) =>
      from === 'note' ? `  (${wordNote(messages, text)})` : `${from === 'client' ? '>' : '<'} ${text}`,
    );
    await print(`\n${time(at)}\n${said.map((line) => `${visible(line)}\n`).join('')}`);
  }
  return exit.done;
};

export const retry: Run = (session) => onMany(session, 'retry');
export const hold: Run = (session) => onMany(session, 'hold');
export const release: Run = (session) => onMany(session, 'release');
export const cancel: Run = (session) => onMany(session, 'cancel');

async function onMany(session: Session, deed: MailDeed): Promise<number> {
  const { call, given, here, messages, operands } = session;
  const organizationId = (await here()).id;
  const filter = filterOf(session);
  const byFilter = Object.keys(filter).length > 0;
  if (operands.length > 0 && (byFilter || given.all)) throw wrongUse('chosen-twice');
  if (operands.length === 0 && !byFilter && !given.all) throw wrongUse('nobody-chosen');
  const ids = operands.map(asId);
  if (given['dry-run']) return foretell(session, ids, filter);
  const choice = ids.length > 0 ? ({ kind: 'chosen', ids } as const) : ({ kind: 'matching', filter } as const);
  const count = await countOf(session, ids, deed === 'retry' ? { ...filter, state: 'uncertain' } : filter);
  if (deed === 'cancel' && count > 0)
    await confirm(session, `${messages.outbox.asked.cancelText} ${messages.cli.out.cancelMails(count)}`);
  // somebody who already has such a message would get it twice
  if (deed === 'retry' && count > 0 && [undefined, 'uncertain'].includes(filter.state))
    await confirm(session, `${messages.outbox.asked.resendText(count)} ${messages.cli.out.goOn}`);
  const { done, left } = await call(`outbox.${deed}Many`, { organizationId, choice });
  if (given.json) await printJson({ done, left });
  else {
    await print(`${messages.outbox.doneTo[deed](done)}\n`);
    const reasons = left.map((one) => messages.outbox.left[one.why](one.n));
    if (reasons.length > 0) await tell(`gatehouse: ${messages.outbox.page.leftAsIs(reasons)}\n`);
  }
  // of messages named one by one, all are wanted; of those that a filter finds, those that fit
  return ids.length > 0 && done < ids.length ? exit.partly : exit.done;
}

/** How many of the messages with these ids, or of those that a filter finds, are in its state. */
async function countOf(session: Session, ids: readonly number[], filter: Filter): Promise<number> {
  if (ids.length === 0) return (await listed(session, filter, 1)).total;
  const organizationId = (await session.here()).id;
  const states = await Promise.all(
    ids.map(async (id) => (await session.call('outbox.show', { organizationId, id })).state),
  );
  return states.filter((state) => filter.state === undefined || state === filter.state).length;
}

async function foretell(session: Session, ids: readonly number[], filter: Filter): Promise<number> {
  const { call, given, here, messages } = session;
  const organizationId = (await here()).id;
  const rows: OutboxRow[] = [];
  for (const id of ids) rows.push(await call('outbox.show', { organizationId, id }));
  const found = ids.length > 0 ? { rows, total: rows.length } : await listed(session, filter, Number.POSITIVE_INFINITY);
  if (given.json)
    await printJson({ dryRun: true, rows: found.rows.map(({ id, toEmail, state }) => ({ id, toEmail, state })) });
  else
    await print(`${await table(session, found.rows)}${messages.cli.out.dryRun(messages.outbox.mails(found.total))}\n`);
  return exit.done;
}

/** @throws GatehouseError `usage` */
function asId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw wrongUse('bad-number', text.slice(0, 80));
  return Number(text);
}

export const pause: Run = (session) => switched(session, 'outbox.pause');
export const resume: Run = (session) => switched(session, 'outbox.resume');

async function switched({ call, given, here, messages }: Session, operation: 'outbox.pause' | 'outbox.resume') {
  await call(operation, { organizationId: (await here()).id });
  if (given.json) await printJson({});
  else await print(`${operation === 'outbox.pause' ? messages.outbox.page.paused : messages.outbox.page.resumed}\n`);
  return exit.done;
}

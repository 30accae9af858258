import type { OutputOf } from '#contract/index.ts';
import { auditColumns } from '#contract/vocabulary/audit.ts';
import { auditFilterOf } from '../audit-filter.ts';
import { exit } from '../exit-codes.ts';
import { tableText } from '../output.ts';
import { print, printJson } from '../print.ts';
import { asNumber } from '../read-verb.ts';
import type { Run } from '../session.ts';

type Row = OutputOf<'audit.list'>['rows'][number];
/** The largest page of `audit.list`. */
const page = 500;
const usual = 100;

/** The newest rows of the audit that the options ask for. */
export const listAudit: Run = async ({ call, given, here, messages }) => {
  const { id: organizationId, timeZone } = await here();
  const most = asNumber('limit', given.limit) ?? usual;
  const filter = auditFilterOf(given);
  const rows: Row[] = [];
  for (let before: number | undefined; rows.length < most; ) {
    const limit = Math.min(page, most - rows.length);
    const found = await call('audit.list', { organizationId, ...filter, limit, ...(before ? { before } : {}) });
    rows.push(...found.rows);
    if (found.next === null) break;
    before = found.next;
  }
  if (given.json) {
    await printJson({ rows });
    return exit.done;
  }
  const shown = auditColumns.filter((column) => column !== 'osUser');
  const { list, outcomes } = messages.audit;
  const at = (row: Row) => messages.format.date(row.at, timeZone, { dateStyle: 'medium', timeStyle: 'medium' });
  const cells = rows.map((row) =>
    shown.map((column) => {
      if (column === 'at') return at(row);
      if (column === 'detail') return Object.keys(row.detail).length === 0 ? '' : JSON.stringify(row.detail);
      return column === 'outcome' ? outcomes[row.outcome] : (row[column] ?? '');
    }),
  );
  await print(
    tableText(
      shown.map((column) => list.columns[column]),
      cells,
    ),
  );
  return exit.done;
};

/** Verifies the chain of the audit; a finding changes the exit code. */
export const verifyAudit: Run = async ({ call, given, here, messages }) => {
  const { id: organizationId, timeZone } = await here();
  const verdict = await call('audit.verify', { organizationId });
  const findings = verdict.faults.length + verdict.more;
  if (given.json) await printJson(verdict);
  else {
    const words = messages.auditChain;
    const lines = findings === 0 ? [`${words.sound}.`] : [`${words.unsound(findings)}.`, words.unsoundText];
    lines.push(verdict.proven === 0 ? words.empty : words.soundText(verdict.proven));
    if (verdict.unproven > 0) lines.push(words.unproven(verdict.unproven));
    await print(`${lines.join('\n')}\n`);
    const cells = verdict.faults.map(({ fault, id, at }) => [
      id === null ? words.file : words.entry(id),
      at === null ? '' : messages.format.date(at, timeZone, { dateStyle: 'medium', timeStyle: 'medium' }),
      words.faults[fault],
    ]);
    if (cells.length > 0) await print(`\n${tableText([words.findings, '', ''], cells)}`);
    if (verdict.more > 0) await print(`${words.more(verdict.more)}\n`);
  }
  return findings === 0 ? exit.done : exit.partly;
};

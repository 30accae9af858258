import { csvFile, csvLine } from '#contract/csv.ts';
import type { UserFilter } from '#contract/user-filter.ts';
import { type AuditColumn, auditColumns } from '#contract/vocabulary/audit.ts';
import { type ExportColumn, exportColumns, invitationColumns } from '#contract/vocabulary/users.ts';
import { replaceFile } from '../../../kernel/replace-file.ts';
import { auditFilterOf } from '../audit-filter.ts';
import { filterOf } from '../choose-people.ts';
import { columnsOf } from '../columns.ts';
import { exit } from '../exit-codes.ts';
import { refuseOverwriting } from '../files.ts';
import { tell, visible } from '../output.ts';
import { print, printJson } from '../print.ts';
import type { Run, Session, SettledJob } from '../session.ts';
import type { VerbName } from '../table.ts';
import { wrongUse } from '../usage.ts';
import { workbookOf } from '../workbook.ts';

const pending: readonly ExportColumn[] = [
  'name',
  'email',
  'kind',
  'status',
  'roles',
  'invitedBy',
  ...invitationColumns,
];

export const exportUsers: Run = (session) => people(session, 'export users', {}, exportColumns);
export const exportPending: Run = (session) =>
  people(session, 'export pending', { invited: true, statuses: ['pending', 'expired'] }, pending);
export const exportGuests: Run = (session) => people(session, 'export guests', { kinds: ['guest'] }, exportColumns);

async function people(
  session: Session,
  verb: VerbName,
  usual: Partial<UserFilter>,
  usualColumns: readonly ExportColumn[],
): Promise<number> {
  const { call, given, here, messages } = session;
  const columns = columnsOf(given, verb, usualColumns);
  const target = targetOf(session);
  const filter = await filterOf(session, usual);
  const organizationId = (await here()).id;
  const choice = { kind: 'matching', filter } as const;
  const { jobId } = await call('users.exportMany', { organizationId, choice, columns: [...columns] });
  const settled = await session.settled(jobId, messages.cli.out.exporting);
  const titles = columns.map((column) => messages.jobs.exportColumns[column]);
  return save(session, target, titles, settled);
}

export const exportAudit: Run = async (session) => {
  const { call, given, here, messages } = session;
  const columns = columnsOf<AuditColumn>(given, 'export audit', auditColumns);
  const target = targetOf(session);
  const organizationId = (await here()).id;
  const filter = auditFilterOf(given);
  const { jobId } = await call('audit.exportMany', { organizationId, filter, columns: [...columns] });
  const settled = await session.settled(jobId, messages.cli.out.exporting);
  const titles = columns.map((column) => messages.audit.list.columns[column]);
  return save(session, target, titles, settled);
};

interface Target {
  /** Undefined for standard output. */
  readonly file: string | undefined;
  readonly format: 'csv' | 'xlsx';
}

/** Where the export goes: the file's ending decides the format. @throws GatehouseError `usage` */
function targetOf(session: Session): Target {
  const { output } = session.given;
  if (output === undefined || output === '-') {
    if (session.given.json) throw wrongUse('not-together', '--json, --output -');
    return { file: undefined, format: 'csv' };
  }
  const [, format] = /\.(csv|xlsx)$/i.exec(output) ?? [];
  if (!format) throw wrongUse('format-needed', output.slice(0, 200));
  refuseOverwriting(session, output);
  return { file: output, format: format.toLowerCase() as Target['format'] };
}

async function save(session: Session, { file, format }: Target, titles: readonly string[], { job, items }: SettledJob) {
  const { given, messages } = session;
  const table = [titles, ...items.flatMap(({ cells }) => (cells ? [cells] : []))];
  const rows = table.length - 1;
  if (file === undefined)
    await print(table.map((cells) => `${csvLine(cells.map(visible))}\n`).join('')); // without the byte order mark that Excel needs: programs would stumble over it
  else await replaceFile(file, format === 'csv' ? csvFile(table) : workbookOf('Gatehouse', table));
  const complete = job.state === 'finished' && job.failed === 0;
  if (given.json) await printJson({ file, format, rows, complete });
  else if (file !== undefined) await print(`${messages.cli.out.written(rows, file)}\n`);
  if (!complete) await tell(`gatehouse: ${messages.cli.out.incomplete}\n`);
  return complete ? exit.done : exit.partly;
}

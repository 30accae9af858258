import path from 'node:path';
import type { GivenFile } from '#contract/import.ts';
import { importResultFile, sendEntryOf } from '#contract/import-result.ts';
import { type ImportField, importFields } from '#contract/vocabulary/import.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { replaceFile } from '../../../kernel/replace-file.ts';
import { columnNamed } from '../column-named.ts';
import { refuseOverwriting } from '../files.ts';
import { asNumber } from '../read-verb.ts';
import type { Run, Session } from '../session.ts';
import { wrongUse } from '../usage.ts';
import { checkAll, commonTerms, defaultsOf, seatsLacking, sendAll } from './batch.ts';
import { foretell, freshOf, settle, tellOutcome } from './outcomes.ts';

/** Invites the people in a CSV or XLSX file, and reports what became of each row. */
export const importFile: Run = async (session) => {
  const { call, given, here, operands } = session;
  const [kind = 'user', second] = (given.kind ?? []) as InvitableKind[];
  if (second !== undefined) throw wrongUse('option-twice', '--kind');
  if (kind === 'inbox-agent' && given.role) throw wrongUse('not-together', '--kind inbox-agent, --role');
  if (given.result !== undefined) refuseOverwriting(session, given.result);
  const organizationId = (await here()).id;
  const list = await mapped(session, { path: path.resolve(operands[0] ?? '') });
  const { entries } = await call('import.check', { organizationId, ...list, kind });
  const fresh = freshOf(entries);
  const outgoing = fresh.map((entry) => sendEntryOf(entry, kind));
  if (given['dry-run']) {
    const verdicts = await checkAll(
      session,
      { kind, defaults: defaultsOf(session), ...commonTerms(session) },
      outgoing,
    );
    const judged = new Map(fresh.map((entry, i) => [entry, verdicts[i]]));
    const foreseen = entries.map((entry) => ({ ...entry, ...judged.get(entry) }));
    return foretell(session, foreseen, await seatsLacking(session, kind, freshOf(foreseen).length));
  }
  const sent = outgoing.length === 0 ? { results: [] } : await sendAll(session, kind, outgoing);
  const settled = settle(entries, sent.results);
  if (given.result !== undefined) await replaceFile(given.result, importResultFile(session.messages, settled));
  return tellOutcome(session, settled, sent);
};

/** How the file is read: as detected, and as `--sheet`, `--heading` and `--map` say. */
async function mapped({ call, given, here }: Session, file: GivenFile) {
  const organizationId = (await here()).id;
  const line = given.heading === '0' ? 0 : asNumber('heading', given.heading);
  const heading = line === undefined ? {} : { headingLine: line };
  const first = await call('import.read', { organizationId, file, ...heading });
  const sheet = given.sheet === undefined ? first.sheet : sheetNamed(given.sheet, first.sheets);
  const seen = sheet === first.sheet ? first : await call('import.read', { organizationId, file, sheet, ...heading });
  const fields = given.map === undefined ? seen.fields : mapping(given.map, seen.headings, seen.fields.length);
  return { file, sheet, headingLine: seen.headingLine, fields };
}

function sheetNamed(wanted: string, sheets: readonly string[]): number {
  const at = sheets.indexOf(wanted);
  if (at >= 0) return at;
  const number = /^[1-9]\d{0,4}$/.test(wanted) ? Number(wanted) - 1 : -1;
  if (number < 0 || (sheets.length > 0 && number >= sheets.length))
    throw wrongUse('unknown-name', `--sheet ${wanted.slice(0, 80)}`);
  return number;
}

/** `--map B=email --map "Full name=name"`: columns that are not named are not used. */
function mapping(pairs: readonly string[], headings: readonly string[], width: number): (ImportField | null)[] {
  const fields: (ImportField | null)[] = Array.from({ length: width }, () => null);
  for (const pair of pairs) {
    const [, column = '', field = ''] = /^(.+)=([a-z]+)$/s.exec(pair) ?? [];
    const at = columnNamed(column, headings, width);
    if (at === undefined || !(importFields as readonly string[]).includes(field))
      throw wrongUse('bad-mapping', `--map ${pair.slice(0, 80)} (${importFields.join(', ')})`);
    fields[at] = field as ImportField;
  }
  return fields;
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BackupFile, BackupRow } from '#contract/backups.ts';
import type { OutputOf } from '#contract/index.ts';
import { replaceWorkspace } from '../../../restore.ts';
import { confirm } from '../confirm.ts';
import { exit } from '../exit-codes.ts';
import { factsText, tableText } from '../output.ts';
import { print, printJson } from '../print.ts';
import { readText } from '../read-input.ts';
import type { Run, Session } from '../session.ts';

const when = ({ format }: Session['messages'], at: number) =>
  format.date(at, Intl.DateTimeFormat().resolvedOptions().timeZone, { dateStyle: 'medium', timeStyle: 'medium' });

export const makeBackup: Run = async ({ call, given, messages }) => {
  const made = await call('backups.make', {});
  if (given.json) await printJson(made);
  else await print(`${made.name}\n${messages.backups.made(made.people)}\n`);
  return exit.done;
};

export const listBackups: Run = async ({ call, given, messages }) => {
  const listed = await call('backups.list', {});
  if (given.json) {
    await printJson(listed);
    return exit.done;
  }
  const { columns, kinds, size, yes, no, none } = messages.backups;
  const cells = (row: BackupRow) => [
    row.name,
    when(messages, row.at),
    kinds[row.kind],
    size(row.size),
    row.encrypted ? yes : no,
  ];
  const heads = [messages.cli.out.name, columns.made, columns.kind, columns.size, columns.encrypted];
  await print(listed.rows.length === 0 ? `${none}\n` : tableText(heads, listed.rows.map(cells)));
  return exit.done;
};

/** Puts a backup in the place of the workspace, which nobody else may have open. */
export const restoreBackup: Run = async (session) => {
  const { call, given, messages, folder, close } = session;
  const file = await fileNamed(session);
  const passphrase = given['passphrase-file'] === undefined ? undefined : await passphraseIn(given['passphrase-file']);
  const input = { file, ...(passphrase === undefined ? {} : { passphrase }) };
  const held = await call('backups.inspect', input);
  if (given['dry-run']) {
    if (given.json) await printJson({ dryRun: true, ...held });
    else await print(preview(session, held));
    return exit.done;
  }
  await confirm(session, messages.cli.out.restore(when(messages, held.at)));
  const restored = await call('backups.restore', input);
  await close();
  const replaced = replaceWorkspace(folder);
  if (given.json) await printJson({ ...restored, replaced });
  else await print(`${messages.cli.out.restored(when(messages, restored.at), replaced)}\n`);
  return exit.done;
};

/** A backup of the list by its name, else a file. */
async function fileNamed({ call, operands }: Session): Promise<BackupFile> {
  const name = operands[0] ?? '';
  if (!existsSync(name)) {
    const { rows } = await call('backups.list', {});
    if (rows.some((row) => row.name === name)) return { name };
  }
  return { path: path.resolve(name) };
}

/** The first line: editors end a file with a line break, which is not part of the passphrase. */
const passphraseIn = async (file: string): Promise<string> => (await readText(file)).split(/\r?\n/, 1)[0] ?? '';

function preview({ messages }: Session, { at, organizations, key }: OutputOf<'backups.inspect'>): string {
  const { preview: words } = messages.backups;
  const rows = organizations.map((o) => [
    o.name ?? words.otherOrganization,
    String(o.people),
    String(o.pending),
    String(o.waiting),
  ]);
  return [
    factsText([[words.made, when(messages, at)]]),
    tableText([words.organization, words.people, words.pending, words.waiting], rows),
    `${words.keys[key]}\n`,
    `${words.after}\n`,
  ].join('\n');
}

import type { Given } from './options.ts';
import { choicesOf } from './read-verb.ts';
import { type VerbName, verbs } from './table.ts';
import { wrongUse } from './usage.ts';

/** The columns that `--columns` names, separated by commas. @throws GatehouseError `usage` for one that does not exist */
export function columnsOf<C extends string>({ columns }: Given, name: VerbName, usual: readonly C[]): readonly C[] {
  if (columns === undefined) return usual;
  const choices = choicesOf(verbs[name], 'columns') ?? [];
  const wanted = columns.split(',').map((column) => column.trim());
  for (const column of wanted)
    if (!choices.includes(column))
      throw wrongUse('bad-choice', `--columns ${column.slice(0, 80)} (${choices.join(', ')})`);
  return wanted as unknown as readonly C[];
}

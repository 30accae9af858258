import type { ImportEntry } from '#contract/import.ts';
import type { HandlersOf, QueryHandler } from '../../kernel/context.ts';
import { loadChoices } from '../invitations/choices.ts';
import type { Judged } from '../invitations/judge.ts';
import { judgeList } from '../invitations/judge-list.ts';
import { candidateOf, describe } from '../invitations/preview.ts';
import { guessFields, guessHeadingLine, peopleBelow, widthOf } from './columns.ts';
import { compare } from './compare.ts';
import { type ImportedPerson, peopleOf } from './people.ts';
import { readList } from './read.ts';
import { breathe } from './table.ts';

/** How many rows are shown while columns are chosen. */
const shown = 20;

const read: QueryHandler<'import.read'> = async ({ caller }, input) => {
  const { table, format, encoding, separator, sheets, sheet } = await readList(input, caller);
  const headingLine = input.headingLine ?? guessHeadingLine(table.rows);
  const people = peopleBelow(table.rows, headingLine);
  const headings = table.rows.find(({ line }) => line === headingLine)?.cells ?? [];
  return {
    format,
    encoding,
    separator,
    sheets: [...sheets],
    sheet,
    headingLine,
    headings: [...headings],
    fields: [...guessFields(headings, people, widthOf(table.rows))],
    rows: people.length,
    first: people.slice(0, shown).map(({ line, cells }) => ({ line, cells: [...cells] })),
  };
};

const check: QueryHandler<'import.check'> = async (ctx, input) => {
  const { table } = await readList(input, ctx.caller);
  const choices = await loadChoices(ctx.db, input.organizationId, ctx.permissions);
  const people = await peopleOf(peopleBelow(table.rows, input.headingLine), input.fields, choices, ctx.caller.signal);
  await breathe(ctx.caller.signal);
  const { judged } = await judgeList(ctx, input, choices, people.map(candidateOf));
  return { entries: people.map((person, i) => entryOf(person, judged[i] as Judged)) };
};

function entryOf(person: ImportedPerson, judged: Judged): ImportEntry {
  const { firstName, lastName, groups, products } = person;
  return {
    ...describe(person, judged),
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    ...(groups === undefined ? {} : { groups: [...groups] }),
    ...(products === undefined ? {} : { products: [...products] }),
  };
}

export const handlers = { read, check, compare } satisfies HandlersOf<'import'>;

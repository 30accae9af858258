import { parseArgs } from 'node:util';
import { type Given, type OptionName, optionOf, options } from './options.ts';
import { type Verb, type VerbName, verbs } from './table.ts';
import { readOptions, wrongUse } from './usage.ts';

/** The verb that the first words name, wherever the options are, and the words after it. */
export function findVerb(
  words: readonly string[],
): { readonly name: VerbName; readonly rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    if (words.length >= length && isVerb(name)) return { name, rest: words.slice(length) };
  }
  return undefined;
}

const isVerb = (name: string): name is VerbName => Object.hasOwn(verbs, name);

/** The words and options of a command line, whatever they mean. */
export function looseWords(argv: readonly string[]): { readonly words: readonly string[]; readonly help: boolean } {
  const { positionals, values } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false });
  return { words: positionals, help: values.help === true };
}

/**
 * Reads the options of a verb, and what follows its name.
 * @throws GatehouseError `usage`
 */
export function readVerb(name: VerbName, argv: readonly string[]): { given: Given; operands: readonly string[] } {
  const { values, positionals } = readOptions(argv, options);
  const verb = verbs[name];
  for (const option of Object.keys(values) as OptionName[]) {
    if (!verb.options.includes(option)) throw wrongUse('option-elsewhere', `--${option}`);
    const choices = choicesOf(verb, option);
    const { multiple, value } = optionOf(option);
    if (!choices || value === 'columns') continue;
    for (const one of multiple ? (values[option] as string[]) : [String(values[option])])
      if (!choices.includes(one))
        throw wrongUse('bad-choice', `--${option} ${one.slice(0, 80)} (${choices.join(', ')})`);
  }
  const operands = positionals.slice(name.split(' ').length);
  const extra = operands[verb.operand ? (verb.operand.many ? Number.POSITIVE_INFINITY : 1) : 0];
  if (extra !== undefined) throw wrongUse('one-too-many', extra.slice(0, 80));
  if (verb.operand?.needed && operands.length === 0) throw wrongUse('operand-missing', name);
  return { given: values as Given, operands };
}

/** The values an option takes; undefined for any. */
export const choicesOf = (verb: Verb, option: OptionName): readonly string[] | undefined =>
  verb.choices?.[option] ?? optionOf(option).choices;

/** A whole number of at least 1. @throws GatehouseError `usage` */
export function asNumber(option: OptionName, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrongUse('bad-number', `--${option} ${text.slice(0, 80)}`);
  return Number(text);
}

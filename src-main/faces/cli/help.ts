import type { Messages } from '#contract/messages/index.ts';
import { type OptionName, optionOf, type ValueKind } from './options.ts';
import { choicesOf } from './read-verb.ts';
import { shells, type Verb, type VerbName, verbNames, verbs } from './table.ts';

/** The width of a line of help, in columns. */
const width = 100;

/** All commands, each with a short description. */
export function overview({ cli }: Messages): string {
  const lines = verbNames.map((name) => [name, cli.verbs[name].short] as const);
  return [
    `${cli.help.title}\n`,
    `${cli.help.usage}\n  gatehouse ${cli.values.command} […]\n  gatehouse help ${cli.values.command}\n  gatehouse --version\n`,
    `${cli.help.commands}\n${pairs(lines)}`,
    `${cli.help.exits}\n${exitLines(cli)}`,
    wrapped(cli.help.more, ''),
  ].join('\n');
}

/** The commands that begin with a word: `guests`, `outbox`. */
export function family({ cli }: Messages, word: string): string | undefined {
  const lines = verbNames
    .filter((name) => name.startsWith(`${word} `))
    .map((name) => [name, cli.verbs[name].short] as const);
  return lines.length === 0 ? undefined : `${cli.help.commands}\n${pairs(lines)}`;
}

/** The page of one command. */
export function page(messages: Messages, name: VerbName): string {
  const { cli } = messages;
  const verb = verbs[name];
  const { short, text } = cli.verbs[name];
  const options = verb.options.map(
    (option) => [optionHead(messages, option), optionText(messages, verb, option)] as const,
  );
  return [
    `gatehouse ${name}: ${short}\n`,
    `${cli.help.usage}\n  ${synopsis(messages, name)}\n`,
    ...(text === '' ? [] : [wrapped(text, '')]),
    ...(options.length > 0 ? [`${cli.help.options}\n${pairs(options)}`] : []),
    ...(verb.operations.length > 0 ? [`${cli.help.operations}\n${wrapped(verb.operations.join(', '), '  ')}`] : []),
    ...(!verb.apart ? [`${cli.help.exits}\n${exitLines(cli)}`] : []),
  ].join('\n');
}

/** `gatehouse guests renew [ADDRESS…] --workspace DIR [OPTION…]` */
export function synopsis({ cli }: Messages, name: VerbName): string {
  const { operand, options } = verbs[name];
  const value =
    operand && (name === 'completion' ? shells.join(' | ') : cli.values[operand.value]) + (operand.many ? '…' : '');
  const first = value === undefined ? '' : operand?.needed ? ` ${value}` : ` [${value}]`;
  const json = name === 'call' ? ` [${cli.values.json} | -]` : '';
  const workspace = options.includes('workspace') ? ` --workspace ${cli.values.folder}` : '';
  const more = options.length > (workspace ? 1 : 0) ? ` [${cli.help.option}…]` : '';
  return `gatehouse ${name}${first}${json}${workspace}${more}`;
}

/** `-n, --dry-run` or `--role NAME` */
export function optionHead({ cli }: Messages, option: OptionName): string {
  const { short, value, multiple } = optionOf(option);
  const what = value === undefined ? '' : ` ${valueName(cli, value)}`;
  return `${short ? `-${short}, ` : ''}--${option}${what}${multiple ? ' …' : ''}`;
}

const valueName = (cli: Messages['cli'], value: ValueKind) => cli.values[value];

/** What an option does, and the values it takes. */
export function optionText({ cli }: Messages, verb: Verb, option: OptionName): string {
  const choices = choicesOf(verb, option);
  return choices ? `${cli.options[option]} ${cli.help.oneOf(choices)}` : cli.options[option];
}

const exitLines = ({ exits }: Messages['cli']) => pairs(Object.entries(exits));

/** Two columns, names and descriptions; a long name has its description below. */
function pairs(all: readonly (readonly [string, string])[]): string {
  const column = Math.min(26, Math.max(...all.map(([name]) => name.length)));
  const indent = ' '.repeat(column + 4);
  return all
    .map(([name, text]) => {
      const lines = wrapped(text, indent);
      return name.length > column ? `  ${name}\n${lines}` : `  ${name.padEnd(column)}  ${lines.slice(indent.length)}`;
    })
    .join('');
}

/** A text in lines of at most `width`, each indented; its own line breaks stay. */
function wrapped(text: string, indent: string): string {
  const lines = text.split('\n').flatMap((paragraph) => {
    const made: string[] = [];
    for (const word of paragraph.split(' ')) {
      const last = made.at(-1);
      if (last !== undefined && indent.length + last.length + 1 + word.length <= width)
        made[made.length - 1] = `${last} ${word}`;
      else made.push(word);
    }
    return made;
  });
  return lines
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n')
    .concat('\n');
}

import type { Messages } from '#contract/messages/index.ts';
import { bashScript } from './completion-bash.ts';
import { fishScript } from './completion-fish.ts';
import { zshScript } from './completion-zsh.ts';
import { type OptionName, optionOf, options, type ValueKind } from './options.ts';
import { choicesOf } from './read-verb.ts';
import { operationNames } from './schema.ts';
import { type Shell, shells, type VerbName, verbNames, verbs } from './table.ts';

/** What can be completed after an option or as an argument. */
export type Completes = { readonly words: readonly string[] } | { readonly files: true } | { readonly nothing: true };

export interface CompletedOption {
  readonly name: string;
  readonly short: string | undefined;
  /** Undefined for an option without a value. */
  readonly value: Completes | undefined;
  readonly text: string;
}

export interface CompletedVerb {
  readonly name: VerbName;
  readonly text: string;
  readonly options: readonly CompletedOption[];
  readonly operand: Completes | undefined;
}

/** What the scripts of all shells are made from. */
export interface Completion {
  readonly verbs: readonly CompletedVerb[];
  /** The first words of commands, each once, with a description. */
  readonly first: readonly (readonly [string, string])[];
  /** Every option that has a value. */
  readonly valued: readonly string[];
}

const files: readonly ValueKind[] = ['file', 'folder', 'backup'];
const firstWords = [...new Set(verbNames.map((name) => name.split(' ')[0] ?? ''))];

function completionOf({ cli }: Messages): Completion {
  const optionFor = (verb: VerbName, name: OptionName): CompletedOption => {
    const { type, short, value } = optionOf(name);
    const of = type === 'boolean' ? undefined : completes(value, choicesOf(verbs[verb], name));
    return { name: `--${name}`, short: short && `-${short}`, value: of, text: cli.options[name] };
  };
  return {
    verbs: verbNames.map((name) => {
      const { operand } = verbs[name];
      return {
        name,
        text: cli.verbs[name].short,
        options: [...verbs[name].options, 'help' as const].map((option) => optionFor(name, option)),
        operand: operand && completes(operand.value, name === 'completion' ? shells : undefined),
      };
    }),
    first: firstWords.map((word) => {
      const whole = verbNames.find((name) => name === word);
      const below = verbNames.filter((name) => name.startsWith(`${word} `)).map((name) => name.split(' ')[1]);
      return [word, whole ? cli.verbs[whole].short : below.join(', ')] as const;
    }),
    valued: (Object.keys(options) as OptionName[])
      .filter((o) => optionOf(o).type === 'string')
      .flatMap((o) => {
        const { short } = optionOf(o);
        return [`--${o}`, ...(short ? [`-${short}`] : [])];
      }),
  };
}

function completes(value: ValueKind | undefined, choices: readonly string[] | undefined): Completes {
  if (choices) return { words: choices };
  if (value === 'operation') return { words: operationNames };
  if (value === 'command') return { words: firstWords };
  return value !== undefined && files.includes(value) ? { files: true } : { nothing: true };
}

const scripts: Readonly<Record<Shell, (completion: Completion) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** The script that a shell reads to complete commands, options and values. */
export const completionScript = (messages: Messages, shell: Shell): string => scripts[shell](completionOf(messages));

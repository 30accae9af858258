import { type ParseArgsConfig, parseArgs } from 'node:util';
import { GatehouseError, type UsageProblem } from '#contract/errors.ts';

export const wrongUse = (problem: UsageProblem, argument = '') => new GatehouseError('usage', { problem, argument });

type OptionShapes = NonNullable<ParseArgsConfig['options']>;
interface Strictly<O extends OptionShapes> {
  args: string[];
  options: O;
  allowPositionals: true;
  tokens: true;
}

/**
 * Reads options and words; an option may be given once unless its definition says otherwise.
 * @throws GatehouseError `usage`
 */
export function readOptions<const O extends OptionShapes>(argv: readonly string[], options: O) {
  const { values, positionals, tokens } = parsed(argv, options);
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || options[token.name]?.multiple) continue;
    if (seen.has(token.name)) throw wrongUse('option-twice', `--${token.name}`);
    seen.add(token.name);
  }
  return { values, positionals };
}

function parsed<O extends OptionShapes>(argv: readonly string[], options: O) {
  try {
    return parseArgs<Strictly<O>>({ args: [...argv], options, allowPositionals: true, tokens: true });
  } catch (error) {
    throw optionTrouble(error as Error);
  }
}

/** What Node says about a wrong option: its message names the option in quotation marks, ours say the rest. */
function optionTrouble({ code, message }: Error & { code?: string }): GatehouseError {
  const option = /'(?:-\w, )?(-[^'\s=]*)/.exec(message)?.[1] ?? '';
  return wrongUse(code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'unknown-option' : 'option-value', option);
}

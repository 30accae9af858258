// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells write their variables like this
import type { CompletedVerb, Completes, Completion } from './completion.ts';

/** The same loop as in zsh: the first two words that are neither options nor their values. */
export const findingWords = (valued: readonly string[]): readonly string[] => [
  '    if [[ -n $skip ]]; then',
  '      skip=',
  '    else',
  '      case $word in',
  `        ${valued.join('|')}) skip=1 ;;`,
  '        -*) ;;',
  '        *) if [[ -z $first ]]; then first=$word; elif [[ -z $second ]]; then second=$word; fi ;;',
  '      esac',
  '    fi',
];

const reply = (words: readonly string[]) => `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur"))`;

/** With nothing in COMPREPLY, bash completes files. */
function completed(value: Completes): string {
  if ('words' in value) return `${reply(value.words)}; compopt +o default 2>/dev/null`;
  return 'files' in value ? ':' : 'compopt +o default 2>/dev/null';
}

/** How a command is matched in `"$first $second"`: a command of one word, whatever follows it. */
export const patternOf = (name: string): string => (name.includes(' ') ? `'${name}'` : `'${name} '*`);

const values = (verb: CompletedVerb): string[] =>
  verb.options.flatMap(({ name, short, value }) =>
    value
      ? [
          `    ${patternOf(verb.name)}:${name}${short ? `|${patternOf(verb.name)}:${short}` : ''}) ${completed(value)}; return ;;`,
        ]
      : [],
  );

/** No command begins after an option with a value, not even where the option comes first. */
export const anyOf = (valued: readonly string[]): string => valued.map((option) => `*:${option}`).join('|');

/** A script for bash 4 and newer, made for `source <(…)`. */
export function bashScript({ verbs, first, valued }: Completion): string {
  const top = first.map(([word]) => word);
  const second = top.flatMap((word) => {
    const below = verbs.filter(({ name }) => name.startsWith(`${word} `)).map(({ name }) => name.split(' ')[1] ?? '');
    return below.length > 0 ? [`    '${word} ') ${completed({ words: below })} ;;`] : [];
  });
  return [
    '_gatehouse() {',
    '  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} first= second= skip= word i',
    '  COMPREPLY=()',
    '  [[ $cur == = ]] && cur=',
    '  [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD-2]}',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    '    word=${COMP_WORDS[i]}',
    '    [[ $word == = ]] && { skip=1; continue; }',
    ...findingWords(valued),
    '  done',
    '  case "$first $second:$prev" in',
    ...verbs.flatMap(values),
    `    ${anyOf(valued)}) return ;;`,
    '  esac',
    '  if [[ $cur == -* ]]; then',
    '    case "$first $second" in',
    ...verbs.map((v) => `    ${patternOf(v.name)}) ${reply(v.options.map(({ name }) => name))} ;;`),
    `    *) ${reply(['--help', '--version'])} ;;`,
    '    esac',
    '    return',
    '  fi',
    '  case "$first $second" in',
    `    ' ') ${completed({ words: top })} ;;`,
    ...second,
    ...verbs.map((v) => `    ${patternOf(v.name)}) ${completed(v.operand ?? { nothing: true })} ;;`),
    '  esac',
    '}',
    'complete -o default -F _gatehouse gatehouse',
    '',
  ].join('\n');
}

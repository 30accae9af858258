// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells write their variables like this
import type { CompletedVerb, Completes, Completion } from './completion.ts';
import { anyOf, findingWords, patternOf } from './completion-bash.ts';

/** In single quotes. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
/** What is completed and, after a colon, what it is. */
const described = (name: string, text: string) => quoted(`${name.replaceAll(':', '\\:')}:${text}`);
const all = (entries: readonly (readonly [string, string])[]) =>
  entries.map(([name, text]) => described(name, text)).join(' ');

function completed(value: Completes): string {
  if ('words' in value) return `compadd -- ${value.words.join(' ')}`;
  return 'files' in value ? '_files' : ':';
}

const values = (verb: CompletedVerb): string[] =>
  verb.options.flatMap(({ name, short, value }) =>
    value ? [`    ${patternOf(verb.name)}:(${name}${short ? `|${short}` : ''})) ${completed(value)}; return ;;`] : [],
  );

/** A script for zsh, to be found in `fpath` as `_gatehouse`. */
export function zshScript({ verbs, first, valued }: Completion): string {
  const second = first.flatMap(([word]) => {
    const below = verbs
      .filter(({ name }) => name.startsWith(`${word} `))
      .map(({ name, text }) => [name.split(' ')[1] ?? '', text] as const);
    return below.length > 0 ? [`    '${word} ') found=(${all(below)}) ;;`] : [];
  });
  return [
    '#compdef gatehouse',
    '_gatehouse() {',
    '  local cur=${words[CURRENT]} prev=${words[CURRENT-1]} first= second= skip= word',
    '  local -a found',
    '  for word in "${(@)words[2,CURRENT-1]}"; do',
    ...findingWords(valued),
    '  done',
    '  case "$first $second:$prev" in',
    ...verbs.flatMap(values),
    `    ${anyOf(valued)}) _files; return ;;`,
    '  esac',
    '  if [[ $cur == -* ]]; then',
    '    case "$first $second" in',
    ...verbs.map((v) => `    ${patternOf(v.name)}) found=(${all(v.options.map(({ name, text }) => [name, text]))}) ;;`),
    '    esac',
    '  else',
    '    case "$first $second" in',
    `    ' ') found=(${all(first)}) ;;`,
    ...second,
    ...verbs.map((v) => `    ${patternOf(v.name)}) ${completed(v.operand ?? { nothing: true })}; return ;;`),
    '    esac',
    '  fi',
    '  (( $#found )) && _describe gatehouse found',
    '}',
    'compdef _gatehouse gatehouse 2>/dev/null',
    '[[ $funcstack[1] == _gatehouse ]] && _gatehouse "$@"',
    '',
  ].join('\n');
}

import type { Completes, Completion } from './completion.ts';

/** In single quotes, where fish has two escapes. */
const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function completed(value: Completes | undefined): string {
  if (!value) return '';
  if ('words' in value) return ` -x -a ${quoted(value.words.join(' '))}`;
  return 'files' in value ? ' -r -F' : ' -x';
}

/** A script for fish. */
export function fishScript({ verbs, first }: Completion): string {
  const top = first.map(([word]) => word).join(' ');
  const lines = [
    'function __gatehouse_at',
    '  set -l given (commandline -opc)',
    '  for word in $argv',
    '    contains -- $word $given; or return 1',
    '  end',
    'end',
    'function __gatehouse_begins',
    '  set -l given (commandline -opc)',
    `  for word in ${top}`,
    '    contains -- $word $given; and return 1',
    '  end',
    'end',
    'complete -c gatehouse -f',
    ...first.map(([word, text]) => `complete -c gatehouse -n __gatehouse_begins -a ${word} -d ${quoted(text)}`),
  ];
  for (const { name, text, options, operand } of verbs) {
    const [word = '', below] = name.split(' ');
    if (below)
      lines.push(
        `complete -c gatehouse -n ${quoted(`__gatehouse_at ${word}; and not __gatehouse_at ${below}`)} -a ${below} -d ${quoted(text)}`,
      );
    const when = quoted(`__gatehouse_at ${name}`);
    if (operand && !('nothing' in operand))
      lines.push(`complete -c gatehouse -n ${when}${completed(operand).replace(' -x', '').replace(' -r', '')}`);
    for (const option of options)
      lines.push(
        `complete -c gatehouse -n ${when} -l ${option.name.slice(2)}${option.short ? ` -s ${option.short.slice(1)}` : ''}${completed(option.value)} -d ${quoted(option.text)}`,
      );
  }
  return `${lines.join('\n')}\n`;
}

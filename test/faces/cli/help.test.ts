import { expect, it, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { overview, page } from '../../../src-main/faces/cli/help.ts';
import { options } from '../../../src-main/faces/cli/options.ts';
import { coloured, tableText, visible } from '../../../src-main/faces/cli/output.ts';
import { createProgress } from '../../../src-main/faces/cli/progress.ts';
import { verbNames, verbs } from '../../../src-main/faces/cli/table.ts';
import { typed } from '../../support/verb.ts';

test.each(verbNames)('F9: `gatehouse help %s` explains the command with every option that it has', async (name) => {
  const { code, stdout } = await typed(['help', ...name.split(' ')]);
  expect(code).toBe(0);
  expect(stdout).toBe(page(messagesIn('en'), name));
  for (const option of verbs[name].options) expect(stdout).toContain(`--${option}`);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  if (name !== 'help') expect((await typed([...name.split(' '), '--help'])).stdout).toBe(stdout);
});

it('a word that begins several commands is answered with all of them', async () => {
  expect((await typed(['help', 'outbox'])).stdout).toContain('outbox pause');
  const alone = await typed(['outbox']);
  expect(alone).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('outbox pause') });
  expect(await typed([])).toMatchObject({ code: 2, stdout: '' });
  expect(overview(messagesIn('de'))).toContain('Rückgabewerte');
});

it('every option belongs to some command', () => {
  const used = new Set<string>(verbNames.flatMap((name) => verbs[name].options));
  expect(Object.keys(options).filter((option) => !used.has(option))).toEqual(['help', 'version']);
});

test.each([
  ['plain', 'plain'],
  ['\u001b[31mred', '\\x1b[31mred'],
  ['a\tb\nc', 'a\\x09b\\x0ac'],
  ['\u202eevil', '\\u{202e}evil'],
  ['👩‍💻 Zoë 東京', '👩‍💻 Zoë 東京'],
])('%j is shown as %j', (text, shown) => expect(visible(text)).toBe(shown));

it('columns are aligned, with wide characters counted as two', () => {
  expect(
    tableText(
      ['Name', 'X'],
      [
        ['東京', 'a'],
        ['Bo', 'b'],
      ],
    ),
  ).toBe('Name  X\n東京  a\nBo    b\n');
});

it('colours are for terminals that want them', () => {
  expect(coloured({ isTTY: true }, {})).toBe(true);
  for (const [isTTY, env] of [
    [false, {}],
    [true, { NO_COLOR: '1' }],
    [true, { TERM: 'dumb' }],
  ] as const)
    expect(coloured({ isTTY }, env)).toBe(false);
});

it('progress is shown only on a terminal, and clears its line at the end', () => {
  const written: string[] = [];
  const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) }) as never;
  const silent = createProgress('Inviting', stream(false));
  silent.show(1, 2);
  silent.end();
  expect(written).toEqual([]);
  const seen = createProgress('Inviting', stream(true));
  seen.show(1, 2);
  seen.end();
  expect(written).toEqual([expect.stringContaining('Inviting [############............] 1/2'), '\r\u001b[K']);
});

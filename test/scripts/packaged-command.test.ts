import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandIn } from '../../src-main/command-in.ts';
import { temporaryFolder } from '../support/workspace.ts';

const script = path.resolve(import.meta.dirname, '../../scripts/package/command/gatehouse');

/** The script in an installed program that prints what it was started with, called by a link as `/usr/bin/gatehouse` is. */
function startedWith(args: readonly string[]): readonly string[] {
  const folder = temporaryFolder();
  const installed = path.join(folder, 'Gatehouse (a name, with blanks)');
  mkdirSync(path.join(installed, 'resources', 'bin'), { recursive: true });
  cpSync(script, path.join(installed, 'resources', 'bin', 'gatehouse'));
  writeFileSync(path.join(installed, 'gatehouse'), `#!/bin/sh\nprintf '%s\\0' "$0" "$@"\n`, { mode: 0o755 });
  const link = path.join(folder, 'gatehouse');
  symlinkSync(path.join(installed, 'resources', 'bin', 'gatehouse'), link);
  const [, ...words] = execFileSync(link, args, { encoding: 'utf8' }).split('\0').slice(0, -1);
  return words;
}

describe.skipIf(process.platform === 'win32')('the script behind the packaged command', () => {
  it.each([[[]], [['--demo']], [['--workspace', '/a b']], [['--workspace=/work', '--key-file', 'key']]])(
    'opens the window for %j, with the arguments as typed',
    (args) => {
      expect(startedWith(args)).toEqual(args);
    },
  );

  it.each([
    [['--version']],
    [['--help']],
    [['serve', '--workspace', '/a b']],
    [['--workspace', '/work', 'users', 'list']],
    [['outbox', 'list', '--type', 'renderer', '']],
    [['--remote-debugging-port=9222']],
  ])('runs the command for %j, with every word after those that Chromium reads', (args) => {
    const words = startedWith(args);
    expect(commandIn(['gatehouse', ...words])).toEqual(args);
    expect(words.slice(0, -args.length)).toEqual([
      '--no-sandbox',
      '--no-zygote',
      '--ozone-platform=headless',
      '--log-level=3',
      '--command',
      '--',
    ]);
  });
});

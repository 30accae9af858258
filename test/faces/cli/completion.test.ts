import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { completionScript } from '../../../src-main/faces/cli/completion.ts';
import { shells } from '../../../src-main/faces/cli/table.ts';
import { typed } from '../../support/verb.ts';
import { temporaryFolder } from '../../support/workspace.ts';

/** What bash would offer for the last word of a line. */
function offered(...words: readonly string[]): readonly string[] {
  const line = ['gatehouse', ...words].map((word) => `'${word}'`).join(' ');
  const script = `${completionScript(messagesIn('en'), 'bash')}
COMP_WORDS=(${line}); COMP_CWORD=${words.length}
_gatehouse; printf '%s\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((word) => word !== '');
}

const has = (shell: string) => spawnSync(shell, ['--version']).error === undefined;

describe('the completion of bash', () => {
  it('F9: offers commands, what follows them, their options and the values of options', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['invite', 'users', 'outbox', 'completion']));
    expect(offered('in')).toEqual(['invite']);
    expect(offered('outbox', 're')).toEqual(['retry', 'release', 'resume']);
    expect(offered('--workspace', 'users', 'outbox', 'p')).toEqual(['pause']);
    expect(offered('users', 'list', '--')).toEqual(expect.arrayContaining(['--status', '--csv', '--help']));
    expect(offered('users', 'list', '--')).not.toContain('--yes');
    expect(offered('invite', '--kind', '')).toEqual(['user', 'guest', 'inbox-agent']);
    expect(offered('import', 'staff.csv', '--kind', '')).toEqual(['user', 'inbox-agent']);
    expect(offered('users', 'list', '--status', '=', 'pen')).toEqual(['pending']);
    expect(offered('completion', '')).toEqual([...shells]);
    expect(offered('call', 'users.li')).toEqual(['users.list']);
  });

  it('leaves files to bash where a file is wanted', () => {
    for (const words of [
      ['invite', '--file', ''],
      ['import', ''],
      ['--workspace', ''],
    ])
      expect(offered(...words)).toEqual([]);
  });
});

describe.each(shells)('the script for %s', (shell) => {
  it('is printed by the command and accepted by the shell, where it is installed', async () => {
    const { code, stdout, stderr } = await typed(['completion', shell]);
    expect([code, stderr]).toEqual([0, '']);
    for (const word of ['invite', 'renew', 'dry-run', 'inbox-agent']) expect(stdout).toContain(word);
    if (!has(shell)) return;
    const file = path.join(temporaryFolder(), 'script');
    writeFileSync(file, stdout);
    const { status, stderr: complaint } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    expect([status, complaint]).toEqual([0, '']);
  });
});

it('an unknown shell is refused with the names of the known ones', async () => {
  expect(await typed(['completion', 'tcsh'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('bash, zsh, fish'),
  });
  expect(await typed(['completion'])).toMatchObject({ code: 2, stdout: '' });
});

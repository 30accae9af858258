import { expect, onTestFinished, test, vi } from 'vitest';
import { GatehouseError } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { readArguments } from '../../../src-main/faces/cli/arguments.ts';
import { worded } from '../../../src-main/faces/cli/print.ts';
import { gatehouse } from '../../support/cli.ts';

const problem = (...argv: string[]) => {
  try {
    readArguments(argv);
  } catch (error) {
    if (error instanceof GatehouseError && error.code === 'usage')
      return [(error.data as { problem: string }).problem, (error.data as { argument: string }).argument];
  }
  return undefined;
};

test('options may come before or after the command', () => {
  const call = { name: 'call', operation: 'users.list', input: '{}', folder: 'w', as: 'a@example.com' };
  expect(readArguments(['call', 'users.list', '{}', '--workspace', 'w', '--as=a@example.com'])).toEqual(call);
  expect(readArguments(['--workspace=w', '--as', 'a@example.com', 'call', 'users.list', '{}'])).toEqual(call);
});

test('each kind of wrong use is reported with the argument at fault', () => {
  expect(problem()).toEqual(['command-missing', '']);
  expect(problem('invite')).toEqual(['unknown-command', 'invite']);
  expect(problem('constructor')).toEqual(['unknown-command', 'constructor']);
  expect(problem('operations', '--all')).toEqual(['unknown-option', '--all']);
  expect(problem('operations', '--workspace', 'w')).toEqual(['option-elsewhere', '--workspace']);
  expect(problem('call', 'users.list', '--workspace')).toEqual(['option-value', '--workspace']);
  expect(problem('call', 'users.list')).toEqual(['workspace-missing', '']);
  expect(problem('call', 'a', '--workspace', 'x', '--workspace', 'y')).toEqual(['option-twice', '--workspace']);
  expect(problem('call', '--workspace', 'w')).toEqual(['operation-missing', '']);
  expect(problem('call', 'a', '{}', 'b', '--workspace', 'w')).toEqual(['too-many-arguments', 'b']);
});

test('port and base URL of the service are checked before anything is opened', () => {
  const serve = (...more: string[]) => problem('serve', '--workspace', 'w', ...more);
  for (const port of ['70000', '-1', '80a', '1e3', '']) expect(serve(`--port=${port}`)?.[0]).toBe('bad-port');
  for (const url of ['example.com', 'ftp://example.com', 'https://example.com/?a', 'https://u:p@example.com'])
    expect(serve(`--base-url=${url}`)?.[0]).toBe('bad-base-url');
  expect(readArguments(['serve', '--workspace', 'w', '--port', '0', '--base-url', 'https://join.example.com'])).toEqual(
    {
      name: 'serve',
      folder: 'w',
      port: 0,
      baseUrl: 'https://join.example.com',
    },
  );
});

test('certificate and key of the service must come together, and its proxies must be valid', () => {
  const serve = (...more: string[]) => problem('serve', '--workspace', 'w', ...more);
  for (const alone of ['--certificate=c.pem', '--key=k.pem']) expect(serve(alone)?.[0]).toBe('certificate-alone');
  for (const proxy of ['0.0.0.0/0', 'proxy.example.com', '10.0.0.5,', ''])
    expect(serve(`--trusted-proxy=${proxy}`)?.[0]).toBe('bad-proxy');
  const given = ['--certificate=c.pem', '--key', 'k.pem', '--trusted-proxy', '10.0.0.5, 2001:db8::/32'];
  expect(readArguments(['serve', '--workspace', 'w', ...given])).toEqual({
    ...{ name: 'serve', folder: 'w', trustedProxies: ['10.0.0.5', '2001:db8::/32'] },
    certificate: { certificateFile: 'c.pem', keyFile: 'k.pem' },
  });
});

test('an error is worded, and an unforeseen one tells programs nothing of itself', () => {
  const messages = messagesIn('en');
  expect(worded(messages, new GatehouseError('not-found', { what: 'user' }))).toEqual({
    code: 'not-found',
    message: 'This user does not exist, or no longer does.',
  });
  expect(
    worded(messages, Object.assign(new Error('x'), { syscall: 'mkdir', code: 'EACCES', path: '/w' })),
  ).toMatchObject({
    code: 'file-unreadable',
  });
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => told.mockRestore());
  const unforeseen = new Error('SQLITE: near "password"');
  const shown = worded(messages, unforeseen);
  expect(shown).toMatchObject({ code: 'internal' });
  expect(JSON.stringify(shown)).not.toMatch(/SQLITE|password/);
  // whoever sits at the terminal sees it, programs do not
  expect(told).toHaveBeenCalledWith('gatehouse:', unforeseen);
});

test('help and version go to standard output with exit code 0, wrong use comes back as JSON with 1', async () => {
  expect((await gatehouse(['help', 'serve'])).stdout).toContain('gatehouse serve --workspace DIR');
  expect((await gatehouse(['--version'])).stdout).toMatch(/^Gatehouse \d+\.\d+\.\d+\n$/);
  const wrong = await gatehouse(['serve']);
  expect(wrong).toMatchObject({ code: 1, stderr: '', json: { code: 'usage' } });
  expect(wrong.json.message).toContain('--workspace');
});

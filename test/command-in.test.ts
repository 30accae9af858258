import { expect, test } from 'vitest';
import { commandIn } from '../src-main/command-in.ts';

test('a program started by the packaged command gets the words that were typed, whatever they are', () => {
  const started = ['/opt/Gatehouse/gatehouse', '--no-sandbox', '--command', '--'];
  expect(commandIn([...started, 'serve', '--workspace', '/work'])).toEqual(['serve', '--workspace', '/work']);
  expect(commandIn(started)).toEqual([]);
  expect(commandIn([...started, '--', '--command', '--', 'x'])).toEqual(['--', '--command', '--', 'x']);
});

test('any other start opens a window, even with a command among its arguments', () => {
  for (const args of [
    [],
    ['--demo'],
    ['--command'],
    ['serve'],
    ['--', 'serve'],
    ['--workspace', '--', '--command', '--'],
  ])
    expect(commandIn(['/opt/Gatehouse/gatehouse', ...args])).toBeUndefined();
});

import { expect, test } from 'vitest';
import { commandIn } from '../src-main/command-in.ts';

test('a program that the packaged command started knows the words that were typed, whatever they are', () => {
  const started = ['/opt/Gatehouse/gatehouse', '--no-sandbox', '--command', '--'];
  expect(commandIn([...started, 'serve', '--workspace', '/work'])).toEqual(['serve', '--workspace', '/work']);
  expect(commandIn(started)).toEqual([]);
  expect(commandIn([...started, '--', '--command', '--', 'x'])).toEqual(['--', '--command', '--', 'x']);
});

test('a window is a window, also where somebody names a command among its arguments', () => {
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

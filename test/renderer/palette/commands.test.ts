import { IconUsers } from '@tabler/icons-react';
import { describe, expect, test } from 'vitest';
import { type Command, matching, readQuery } from '../../../src-renderer/features/palette/commands.ts';

const command = (label: string, note?: string): Command => ({
  id: label,
  label,
  icon: IconUsers,
  run: () => {},
  ...(note ? { note } : {}),
});
const labels = (commands: readonly Command[]) => commands.map(({ label }) => label);

describe('what was typed', () => {
  test('asks only for actions when it begins with >', () => {
    expect(readQuery(' > Add')).toEqual({ text: 'add', onlyActions: true });
    expect(readQuery('a > b')).toEqual({ text: 'a > b', onlyActions: false });
  });

  test('means the same in any case, with or without accents', () => {
    expect(readQuery('  WÓJ  cik ').text).toBe('woj cik');
  });
});

describe('what fits', () => {
  const all = [
    command('Backups', 'Settings'),
    command('Guests', 'Settings'),
    command('Invite guests'),
    command('Users'),
  ];

  test('is everything while nothing is typed', () => {
    expect(matching(all, '')).toEqual(all);
  });

  test('has every word in its name or its note', () => {
    expect(labels(matching(all, 'settings'))).toEqual(['Backups', 'Guests']);
    expect(labels(matching(all, 'settings gue'))).toEqual(['Guests']);
    expect(matching(all, 'guests backups')).toEqual([]);
  });

  test('comes first if the name begins so, and last if only part of a word matches', () => {
    const found = [command('Reinvite'), command('Guests: invite'), command('Invite users')];
    expect(labels(matching(found, 'invite'))).toEqual(['Invite users', 'Guests: invite', 'Reinvite']);
  });
});

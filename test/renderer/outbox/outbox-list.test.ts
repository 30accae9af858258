import { describe, expect, test } from 'vitest';
import {
  filterOf,
  isNarrowed,
  outboxAddress,
  readOutboxList,
} from '../../../src-renderer/features/outbox/outbox-list.ts';
import { mailKey } from '../../../src-renderer/features/outbox/row-keys.ts';

describe('the address of the outbox', () => {
  test('holds state, kinds and search, and gives them back', () => {
    const list = { state: 'failed', kinds: ['invitations', 'password'], search: 'müller & co' } as const;
    const address = outboxAddress(list);
    expect(readOutboxList(address.split('?')[1] ?? '')).toEqual(list);
    expect(outboxAddress({ state: undefined, kinds: [], search: '' })).toBe('/outbox');
  });

  test('passes over what makes no sense', () => {
    const list = readOutboxList('state=lost&kind=letters,guests&search=%20');
    expect(list).toEqual({ state: undefined, kinds: ['guests'], search: '' });
    expect(isNarrowed(list)).toBe(true);
    expect(filterOf(list).kinds).toContain('guests-digest');
    expect(isNarrowed(readOutboxList('state=failed'))).toBe(false);
  });
});

describe('the keys of a message', () => {
  const press = (key: string, more = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  });
  test('walk, select, and do what the state allows', () => {
    expect(mailKey(press('ArrowDown'), 4, 5, 'queued')).toEqual({ kind: 'move', to: 4 });
    expect(mailKey(press('ArrowUp', { shiftKey: true }), 4, 5, 'queued')).toEqual({ kind: 'extend', to: 3 });
    expect(mailKey(press(' '), 0, 5, 'queued')).toEqual({ kind: 'select' });
    expect(mailKey(press('h'), 0, 5, 'queued')).toEqual({ kind: 'deed', deed: 'hold' });
    expect(mailKey(press('h'), 0, 5, 'held')).toEqual({ kind: 'deed', deed: 'release' });
    expect(mailKey(press('Delete'), 0, 5, 'queued')).toEqual({ kind: 'deed', deed: 'cancel' });
    for (const key of [press('.'), press('ContextMenu'), press('F10', { shiftKey: true })])
      expect(mailKey(key, 0, 5, 'sent')).toEqual({ kind: 'menu' });
    expect(mailKey(press('x'), 0, 5, 'queued')).toBeUndefined();
  });
});

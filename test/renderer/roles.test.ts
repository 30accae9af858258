import { describe, expect, test } from 'vitest';
import { builtInRoles, permissions } from '#contract/vocabulary/permissions.ts';
import { extraRights, inOrder, resourceSets, rightOf, withRight } from '../../src-renderer/features/roles/rights.ts';

describe('the matrix of rights', () => {
  test('shows every right of the contract exactly once', () => {
    const boxes = resourceSets.flatMap((set) => [rightOf(set, 'read'), rightOf(set, 'write')]);
    const shown = [...boxes.filter((right) => right !== undefined), ...extraRights];
    expect(shown.toSorted()).toEqual([...permissions].toSorted());
  });

  test('has no box to write the audit log', () => {
    expect(rightOf('audit', 'read')).toBe('audit:read');
    expect(rightOf('audit', 'write')).toBeUndefined();
  });

  test('ticking write ticks read, and clearing read clears write', () => {
    expect(withRight([], 'mail:write', true)).toEqual(['mail:read', 'mail:write']);
    expect(withRight(['mail:read', 'mail:write'], 'mail:read', false)).toEqual([]);
    expect(withRight(['mail:read', 'mail:write'], 'mail:write', false)).toEqual(['mail:read']);
  });

  test('clearing a right of its own leaves the others', () => {
    expect(withRight(['users:read', 'links:copy'], 'links:copy', false)).toEqual(['users:read']);
  });

  test('equal sets become equal lists, with every right that another one implies', () => {
    expect(inOrder(['links:copy', 'users:write'])).toEqual(['users:read', 'users:write', 'links:copy']);
    for (const role of builtInRoles)
      expect(inOrder([...role.permissions].reverse())).toEqual(inOrder(role.permissions));
  });
});

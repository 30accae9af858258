import { expect, test } from 'vitest';
import {
  type AuditList,
  auditAddress,
  auditFilterOf,
  isNarrowed,
  readAuditList,
  wholeAudit,
} from '../../../src-renderer/features/audit/audit-list.ts';

const list: AuditList = {
  actors: ['ana@example.org', 'a,b@example.org'],
  operations: ['users.suspend'],
  outcomes: ['denied'],
  faces: ['cli'],
  target: 'Night & day',
  from: '2026-10-25',
  to: '2026-10-26',
  search: 'Größe',
};

test('the address holds what the page shows, and gives it back', () => {
  expect(readAuditList(auditAddress(list).split('?')[1] ?? '')).toEqual(list);
  expect(auditAddress(wholeAudit)).toBe('/audit');
  expect([isNarrowed(list), isNarrowed(wholeAudit)]).toEqual([true, false]);
  expect(auditFilterOf(wholeAudit)).not.toHaveProperty('from');
});

test('of an address that somebody edited, only what makes sense counts', () => {
  expect(readAuditList('outcome=denied&outcome=lost&face=moon&from=2026-02-30&to=yesterday&what=&who=a&who=a')).toEqual(
    { ...wholeAudit, outcomes: ['denied'], actors: ['a'] },
  );
});

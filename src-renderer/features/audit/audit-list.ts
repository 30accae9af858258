import type { AuditFilter } from '#contract/audit.ts';
import { type Face, faces } from '#contract/operation.ts';
import { type AuditOutcome, auditOutcomes } from '#contract/vocabulary/audit.ts';

/** What the page shows; all of it is in the address. */
export interface AuditList {
  readonly actors: readonly string[];
  readonly operations: readonly string[];
  readonly outcomes: readonly AuditOutcome[];
  readonly faces: readonly Face[];
  readonly target: string;
  /** Days, `2026-11-25`; empty for no limit. */
  readonly from: string;
  readonly to: string;
  readonly search: string;
}

export const wholeAudit: AuditList = {
  actors: [],
  operations: [],
  outcomes: [],
  faces: [],
  target: '',
  from: '',
  to: '',
  search: '',
};

const several = (asked: URLSearchParams, name: string, most: number) =>
  [...new Set(asked.getAll(name))].filter((value) => value !== '' && value.length <= 320).slice(0, most);
const text = (asked: URLSearchParams, name: string, most: number) => (asked.get(name) ?? '').trim().slice(0, most);
/** The day in an address may not be a real one. */
const day = (asked: URLSearchParams, name: string) => {
  const value = asked.get(name) ?? '';
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value) ? value : '';
};

export function readAuditList(search: string): AuditList {
  const asked = new URLSearchParams(search);
  const outcomes = asked.getAll('outcome');
  const from = asked.getAll('face');
  return {
    actors: several(asked, 'who', 50),
    operations: several(asked, 'what', 200).filter((name) => name.length <= 100),
    outcomes: auditOutcomes.filter((outcome) => outcomes.includes(outcome)),
    faces: faces.filter((face) => from.includes(face)),
    target: text(asked, 'whom', 320),
    from: day(asked, 'from'),
    to: day(asked, 'to'),
    search: text(asked, 'search', 200),
  };
}

/** The address of the page that shows this list. */
export function auditAddress(list: AuditList): string {
  const asked = new URLSearchParams();
  for (const actor of list.actors) asked.append('who', actor);
  for (const operation of list.operations) asked.append('what', operation);
  for (const outcome of list.outcomes) asked.append('outcome', outcome);
  for (const face of list.faces) asked.append('face', face);
  if (list.target) asked.set('whom', list.target);
  if (list.from) asked.set('from', list.from);
  if (list.to) asked.set('to', list.to);
  if (list.search) asked.set('search', list.search);
  return asked.size === 0 ? '/audit' : `/audit?${asked}`;
}

/** The filter as the operations take it. */
export const auditFilterOf = ({ from, to, ...list }: AuditList): AuditFilter => ({
  actors: [...list.actors],
  operations: [...list.operations],
  outcomes: [...list.outcomes],
  faces: [...list.faces],
  target: list.target,
  search: list.search,
  ...(from && { from }),
  ...(to && { to }),
});

export const isNarrowed = (list: AuditList): boolean => auditAddress(list) !== '/audit';

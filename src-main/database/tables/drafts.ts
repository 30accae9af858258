import type { Fixed, Id } from './columns.ts';

// Batches of invitations that have not gone out: none of their rows is a membership, a seat or a link.

export interface DraftTable {
  id: Id;
  organization_id: Fixed<number>;
  name: string;
  state: 'draft' | 'review' | 'scheduled';
  kind: 'user' | 'guest' | 'inbox-agent';
  /** JSON, see the contract's `draftTerms`. */
  terms: string;
  /** Grows with each change of what would go out. */
  version: number;
  /** Null for Gatehouse itself. */
  author_id: Fixed<number | null>;
  /** Who changed it last. */
  editor_id: number | null;
  /** Who approved what is scheduled; any change drops it. */
  approver_id: number | null;
  /** Whose rights count when a scheduled one goes out. */
  released_by: number | null;
  send_at: number | null;
  returned_by: number | null;
  returned_at: number | null;
  comment: string;
  /** JSON of the error that kept it from going out on time, or of what was left behind. */
  refusal: string | null;
  created_at: Fixed<number>;
  changed_at: number;
}

export interface DraftRowTable {
  id: Id;
  draft_id: Fixed<number>;
  /** JSON, see the contract's `sendEntry`. */
  entry: string;
}

/** What went out lately, for an operator back from the weekend. */
export interface DraftSentTable {
  id: Id;
  organization_id: Fixed<number>;
  name: Fixed<string>;
  kind: Fixed<'user' | 'guest' | 'inbox-agent'>;
  sent_by: Fixed<number | null>;
  approver_id: Fixed<number | null>;
  sent_at: Fixed<number>;
  planned_at: Fixed<number | null>;
  invited: Fixed<number>;
  kept: Fixed<number>;
}

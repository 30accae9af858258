import type { Schema } from '../../../database/schema.ts';

type Table = keyof Schema;
export type Place = {
  readonly [T in Table]: {
    readonly table: T;
    /** The columns that identify a row. */
    readonly key: readonly (keyof Schema[T] & string)[];
    readonly columns: readonly (keyof Schema[T] & string)[];
    /** SQL: which of its rows belong to the organization `?`. */
    readonly of: string;
  };
}[Table];

const ofIts = 'organization_id = ?';

/**
 * Where other rows may name a person: texts that people or servers wrote, and copies of names. A test goes through the
 * schema: each text column is here, or among those that name nobody, or is removed with the person.
 */
export const places: readonly Place[] = [
  { table: 'invitation', key: ['id'], columns: ['note'], of: ofIts },
  { table: 'draft', key: ['id'], columns: ['name', 'terms', 'comment', 'refusal'], of: ofIts },
  {
    table: 'draft_row',
    key: ['id'],
    columns: ['entry'],
    of: 'draft_id IN (SELECT id FROM draft WHERE organization_id = ?)',
  },
  { table: 'draft_sent', key: ['id'], columns: ['name'], of: ofIts },
  {
    table: 'outbox',
    key: ['id'],
    columns: ['to_email', 'to_name', 'fixed', 'answer', 'about', 'search_text'],
    of: ofIts,
  },
  {
    table: 'mail_conversation',
    key: ['outbox_id', 'attempt'],
    columns: ['lines'],
    of: 'outbox_id IN (SELECT id FROM outbox WHERE organization_id = ?)',
  },
  {
    table: 'mail_report',
    key: ['id'],
    columns: ['words', 'reporter', 'marked_by', 'before_answer'],
    of: ofIts,
  },
  { table: 'mail_settings', key: ['organization_id'], columns: ['stopped_by', 'paused_answer'], of: ofIts },
  { table: 'saved_view', key: ['id'], columns: ['name', 'name_key', 'query'], of: ofIts },
  { table: 'notice', key: ['id'], columns: ['detail'], of: ofIts },
  { table: 'job', key: ['id'], columns: ['input'], of: ofIts },
  {
    table: 'job_item',
    key: ['job_id', 'position'],
    columns: ['name', 'email', 'error', 'detail'],
    of: 'job_id IN (SELECT id FROM job WHERE organization_id = ?)',
  },
];

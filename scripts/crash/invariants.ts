import type Database from 'better-sqlite3';
import { connectTo } from '../../src-main/database/backup.ts';

/** What must hold in every workspace at every instant; each query finds violations. */
const rules: Readonly<Record<string, string>> = {
  'the counters of the list are the counts': `
    SELECT * FROM (SELECT organization_id, kind, status, sum(n) AS n FROM (
      SELECT organization_id, kind, status, n FROM user_count
      UNION ALL SELECT organization_id, kind, status, -1 FROM membership) GROUP BY 1, 2, 3) WHERE n <> 0`,
  'the counters of what time ends are the counts': `
    SELECT * FROM (SELECT organization_id, span, begins_at, kind, status, sum(n) AS n FROM (
      SELECT * FROM user_end
      UNION ALL SELECT organization_id, span, at / span * span, kind, status, -1 FROM (
        SELECT organization_id, kind, status, iif(status = 'pending', link_ends_at, access_ends_at) AS at FROM membership
          WHERE (status = 'pending' AND link_ends_at < 9007199254740991)
            OR (status = 'active' AND kind = 'guest' AND access_ends_at IS NOT NULL)
      ), (SELECT 60000 AS span UNION ALL SELECT 7200000 UNION ALL SELECT 864000000)
    ) GROUP BY 1, 2, 3, 4, 5) WHERE n <> 0`,
  'no more seats are taken than there are': `
    SELECT o.id FROM organization o WHERE o.seat_limit < (SELECT count(*) FROM membership m
      WHERE m.organization_id = o.id AND m.kind = 'user' AND m.status IN ('pending', 'active'))`,
  'who is pending has one open invitation, and nobody else has any': `
    SELECT m.id FROM membership m LEFT JOIN invitation i ON i.membership_id = m.id AND i.state = 'pending'
      GROUP BY m.id HAVING count(i.id) <> (m.status = 'pending')`,
  'the open invitation is the last one': `
    SELECT i.id FROM invitation i WHERE i.state = 'pending' AND EXISTS
      (SELECT 1 FROM invitation n WHERE n.membership_id = i.membership_id AND n.generation > i.generation)`,
  'invitations that are over say since when': `
    SELECT id FROM invitation WHERE (state = 'pending') <> (ended_at IS NULL)`,
  'a link lives from when its life began': `
    SELECT id FROM invitation WHERE (starts_at IS NULL) <> (expires_at IS NULL)`,
  'who accepted is active and has an account': `
    SELECT m.id FROM membership m JOIN invitation i ON i.membership_id = m.id AND i.state = 'accepted'
      LEFT JOIN credential c ON c.person_id = m.person_id WHERE m.status = 'active' AND c.person_id IS NULL`,
  'an active guest has an end of access': `
    SELECT id FROM membership WHERE kind = 'guest' AND status = 'active' AND access_ends_at IS NULL`,
  'everybody who was invited has the role they were invited with': `
    SELECT m.id FROM membership m WHERE m.kind = 'user' AND m.status IN ('pending', 'active')
      AND EXISTS (SELECT 1 FROM audit) AND NOT EXISTS (SELECT 1 FROM membership_role r WHERE r.membership_id = m.id)`,
  'every open invitation has its mail': `
    SELECT i.id FROM invitation i WHERE i.state = 'pending' AND EXISTS (SELECT 1 FROM audit)
      AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.invitation_id = i.id)`,
  'a message is being sent by one process, or by none': `
    SELECT id FROM outbox WHERE (state = 'sending') <> (lease_holder IS NOT NULL)`,
  'a message that waits is due at some time': `
    SELECT id FROM outbox WHERE (state IN ('queued', 'deferred', 'uncertain')) <> (next_at IS NOT NULL)`,
  'a message has one name, and no other has it': `
    SELECT message_id FROM outbox WHERE message_id IS NOT NULL GROUP BY message_id HAVING count(*) > 1`,
  'what was sent says when': `SELECT id FROM outbox WHERE state = 'sent' AND (sent_at IS NULL OR message_id IS NULL)`,
  'a job has counted what it did': `
    SELECT j.id FROM job j WHERE j.done <> (SELECT count(*) FROM job_item i WHERE i.job_id = j.id AND i.state = 'done')
      OR j.failed <> (SELECT count(*) FROM job_item i WHERE i.job_id = j.id AND i.state = 'failed')
      OR (j.state = 'finished') <> (j.ended_at IS NOT NULL)`,
  'a draft has rows, and rows have a draft': `
    SELECT d.id FROM draft d WHERE NOT EXISTS (SELECT 1 FROM draft_row r WHERE r.draft_id = d.id)`,
  'nobody is invited and still in the draft': `
    SELECT r.id FROM draft_row r JOIN draft d ON d.id = r.draft_id JOIN person p ON p.email = json_extract(r.entry, '$.email')
      JOIN membership m ON m.person_id = p.id AND m.organization_id = d.organization_id WHERE m.status = 'pending'`,
};

/** The violations in a workspace's file, in words; none if it is sound. In an older version, only the pages are checked. */
export function faultsIn(file: string): string[] {
  const connection = connectTo(file, { readonly: true, fileMustExist: true });
  try {
    const pages = connection.pragma('integrity_check', { simple: true });
    if (pages !== 'ok') return [`integrity_check: ${String(pages)}`];
    const loose = connection.pragma('foreign_key_check') as unknown[];
    if (loose.length > 0) return [`foreign_key_check: ${JSON.stringify(loose.slice(0, 3))}`];
    const has = (table: string) => connection.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table);
    if (!has('backup_settings')) return [];
    return Object.entries(rules).flatMap(([rule, query]) => {
      const found = connection.prepare(query).all();
      return found.length > 0 ? [`not so: ${rule} (${JSON.stringify(found.slice(0, 3))})`] : [];
    });
  } finally {
    connection.close();
  }
}

/** Messages whose body may have been sent when their process was killed: to whom, and under which name. */
export function underWay(file: string): ReadonlySet<string> {
  return reading(file, (connection) => {
    const query = `SELECT message_id FROM outbox WHERE lease_holder IS NOT NULL AND body_begun = 1`;
    return new Set(connection.prepare(query).pluck().all() as string[]);
  });
}

/** The names of the messages sent since an instant. */
export const sentIn = (file: string, since: number): string[] =>
  reading(
    file,
    (connection) =>
      connection.prepare('SELECT message_id FROM outbox WHERE sent_at >= ?').pluck().all(since) as string[],
  );

/** What was done, in a canonical order: the same for two workspaces in which the same was done. */
const accounts = [
  `SELECT p.email, m.kind, m.status, m.name, m.access_ends_at,
     (SELECT group_concat(name) FROM (SELECT r.name FROM membership_role x JOIN role r ON r.id = x.role_id
       WHERE x.membership_id = m.id ORDER BY r.name)),
     (SELECT count(*) FROM membership_team t WHERE t.membership_id = m.id),
     (SELECT count(*) FROM credential c WHERE c.person_id = p.id)
     FROM membership m JOIN person p ON p.id = m.person_id ORDER BY 1`,
  `SELECT p.email, i.generation, i.state FROM invitation i JOIN membership m ON m.id = i.membership_id
     JOIN person p ON p.id = m.person_id ORDER BY 1, 2`,
  'SELECT to_email, kind, state, attempts > 0 FROM outbox ORDER BY 1, 2, 3',
  'SELECT operation, state, done, failed, total FROM job ORDER BY 1',
  'SELECT name, state FROM draft ORDER BY 1',
  'SELECT name, invited, kept FROM draft_sent ORDER BY 1',
  'SELECT kind, count(*) FROM notice GROUP BY kind ORDER BY 1',
  `SELECT operation, target, count(*) FROM audit WHERE outcome = 'done' AND target IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
  'SELECT name FROM kysely_migration ORDER BY 1',
  'SELECT failure FROM backup_settings',
];

export const accountOf = (file: string): string[] =>
  reading(file, (connection) =>
    accounts.flatMap((query) =>
      (connection.prepare(query).raw().all() as unknown[][]).map((row) => JSON.stringify(row)),
    ),
  );

export const peopleIn = (file: string): number =>
  reading(file, (connection) => connection.prepare('SELECT count(*) FROM person').pluck().get() as number);

function reading<T>(file: string, read: (connection: Database.Database) => T): T {
  const connection = connectTo(file, { readonly: true, fileMustExist: true });
  try {
    return read(connection);
  } finally {
    connection.close();
  }
}

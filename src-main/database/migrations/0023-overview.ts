import { type Kysely, sql } from 'kysely';

/** A quarter of an hour: in every time zone days begin at the edge of one. */
const quarter = (instant: string) => `${instant} / 900000`;

/** Adds to the counts of a quarter, where `when` holds. */
const add = (column: 'sent' | 'accepted' | 'guests', n: 1 | -1, at: string, row: 'OLD' | 'NEW', when: string) =>
  `INSERT INTO pace (organization_id, quarter, ${column}) SELECT ${row}.organization_id, ${quarter(at)}, ${n} WHERE ${when}
    ON CONFLICT DO UPDATE SET ${column} = ${column} + excluded.${column};`;

/** The instant at which an invitation was accepted, else null. */
const accepted = (row: string) => `CASE ${row}.state WHEN 'accepted' THEN ${row}.ended_at END`;

/** Takes back what an invitation was counted as, and counts it as it is now. */
const counted = (row: 'OLD' | 'NEW', n: 1 | -1) =>
  [
    add('sent', n, `${row}.starts_at`, row, `${row}.starts_at IS NOT NULL`),
    add('accepted', n, `(${accepted(row)})`, row, `${accepted(row)} IS NOT NULL`),
  ].join('\n');

/**
 * A guest has access from one instant and, where there is an end, until then. A change does not touch the past: it takes
 * back what was still to come, and adds what is to come now.
 */
const guest = (row: 'OLD' | 'NEW', n: 1 | -1, at: string) => {
  const has = `${row}.kind = 'guest' AND ${row}.status = 'active'
      AND (${row}.access_ends_at IS NULL OR ${row}.access_ends_at > ${at})`;
  return [
    add('guests', n, at, row, has),
    add('guests', n === 1 ? -1 : 1, `${row}.access_ends_at`, row, `${has} AND ${row}.access_ends_at IS NOT NULL`),
  ].join('\n');
};

const since = (row: string) => `coalesce(${row}.joined_at, ${row}.changed_at)`;

/** The time before these counts: guests who left are taken to have left when their membership last changed. */
const earlier = [
  `INSERT INTO pace (organization_id, quarter, sent)
    SELECT organization_id, ${quarter('starts_at')}, count(*) FROM invitation WHERE starts_at IS NOT NULL GROUP BY 1, 2`,
  `INSERT INTO pace (organization_id, quarter, accepted)
    SELECT organization_id, ${quarter('ended_at')}, count(*) FROM invitation
    WHERE state = 'accepted' AND ended_at IS NOT NULL GROUP BY 1, 2
    ON CONFLICT DO UPDATE SET accepted = excluded.accepted`,
  `INSERT INTO pace (organization_id, quarter, guests)
    SELECT organization_id, quarter, sum(n) FROM (
      SELECT organization_id, ${quarter('joined_at')} AS quarter, 1 AS n FROM membership
        WHERE kind = 'guest' AND status IN ('active', 'suspended', 'removed') AND joined_at IS NOT NULL
      UNION ALL
      SELECT organization_id, ${quarter("CASE status WHEN 'active' THEN access_ends_at ELSE changed_at END")}, -1 FROM membership
        WHERE kind = 'guest' AND status IN ('active', 'suspended', 'removed') AND joined_at IS NOT NULL
          AND (status <> 'active' OR access_ends_at IS NOT NULL)
    ) WHERE true GROUP BY 1, 2
    ON CONFLICT DO UPDATE SET guests = excluded.guests`,
];

const statements = [
  // how many there were, not who: a chart over a year reads as much for a million people as for a thousand
  `CREATE TABLE pace (
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    quarter INTEGER NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0,
    accepted INTEGER NOT NULL DEFAULT 0,
    guests INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organization_id, quarter)
  ) STRICT, WITHOUT ROWID`,
  ...earlier,
  `CREATE TRIGGER invitation_paced AFTER INSERT ON invitation
    WHEN NEW.starts_at IS NOT NULL OR NEW.state = 'accepted' BEGIN ${counted('NEW', 1)} END`,
  `CREATE TRIGGER invitation_paced_again AFTER UPDATE OF starts_at, state, ended_at ON invitation
    WHEN OLD.starts_at IS NOT NEW.starts_at OR ${accepted('OLD')} IS NOT ${accepted('NEW')} BEGIN
    ${counted('OLD', -1)} ${counted('NEW', 1)} END`,
  `CREATE TRIGGER guest_paced AFTER INSERT ON membership
    WHEN NEW.kind = 'guest' AND NEW.status = 'active' BEGIN ${guest('NEW', 1, since('NEW'))} END`,
  `CREATE TRIGGER guest_paced_again AFTER UPDATE OF kind, status, access_ends_at ON membership
    WHEN (OLD.kind = 'guest' AND OLD.status = 'active') OR (NEW.kind = 'guest' AND NEW.status = 'active') BEGIN
    ${guest('OLD', -1, 'NEW.changed_at')} ${guest('NEW', 1, 'NEW.changed_at')} END`,
  // open invitations by age, for those that have been without an answer for a week; most links do not live that long
  `CREATE INDEX invitation_unanswered ON invitation (organization_id, starts_at, expires_at, membership_id)
    WHERE state = 'pending' AND expires_at > starts_at + 604800000`,
];

/** How many invitations went out and were accepted, and how many guests had access, over time; kept by triggers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

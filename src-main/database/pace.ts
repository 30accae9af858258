import { sql } from 'kysely';
import type { ReadableDb } from './schema.ts';

/** In milliseconds. In every time zone days begin at the edge of one. */
export const quarter = 900_000;

export interface Pace {
  readonly sent: number;
  readonly accepted: number;
  /** How many more guests had access at the end than at the beginning. */
  readonly guests: number;
}

const nothing: Pace = { sent: 0, accepted: 0, guests: 0 };

/**
 * What happened in each of these spans. It reads one row for each quarter of an hour in which something happened, however
 * many people there are.
 * @param spans the first quarter of each, counted since 1970, and the first after it
 */
export async function paceIn(
  db: ReadableDb,
  organizationId: number,
  spans: readonly (readonly [from: number, until: number])[],
): Promise<readonly Pace[]> {
  // the left side of a CROSS JOIN is the outer loop: each span is a range of the key
  const { rows } = await sql<Pace & { readonly place: number }>`
    SELECT span.key AS place, sum(pace.sent) AS sent, sum(pace.accepted) AS accepted, sum(pace.guests) AS guests
    FROM json_each(${JSON.stringify(spans)}) AS span CROSS JOIN pace
    WHERE pace.organization_id = ${organizationId}
      AND pace.quarter >= json_extract(span.value, '$[0]') AND pace.quarter < json_extract(span.value, '$[1]')
    GROUP BY span.key`.execute(db);
  const found = new Map(rows.map(({ place, ...pace }) => [place, pace]));
  return spans.map((_, place) => found.get(place) ?? nothing);
}

/** What a membership can name several of. */
export type Relation = 'role' | 'team' | 'group' | 'product' | 'line';

/** All five, and their member tables, have one shape as far as counting and moving go; the types follow `team`. */
export const tablesOf = (relation: Relation) => ({
  table: relation as 'team',
  link: `membership_${relation}` as 'membership_team',
  column: `${relation}_id` as 'team_id',
});

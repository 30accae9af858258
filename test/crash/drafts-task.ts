/** What a child has to do, and where it dies; at no point when none is named. */
export interface DraftsTask {
  readonly folder: string;
  /** What its clock says. */
  readonly now: number;
  readonly point?: 'begun' | 'written' | 'committed';
  /** At which time of reaching the point, from 1: each draft is a transaction. */
  readonly occurrence?: number;
}

import type { JobRow } from '#contract/jobs.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';

/** The newest jobs of the organization on screen, including those running, even after a restart; undefined until known. */
export function useJobs(): readonly JobRow[] | undefined {
  const { place, may } = useSession();
  return useQueryOf('jobs.list', { organizationId: place.id }, { enabled: may('users:read') }).data?.rows;
}

import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { LookForm } from './LookForm.tsx';

/** Logo and colour, once loaded. */
export function LookPage() {
  const organizationId = useSession().place.id;
  const found = useQueryOf('wording.look', { organizationId });
  if (found.data) return <LookForm stored={found.data} />;
  if (!found.error) return null;
  return <ErrorState title={words.wording.look.unread} error={found.error} onRetry={() => void found.refetch()} />;
}

import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import type { Mail } from './mail.ts';
import { WordingForm } from './WordingForm.tsx';

/** One mail, once its wording is loaded. */
export function WordingPage(mail: Mail) {
  const organizationId = useSession().place.id;
  const found = useQueryOf('wording.get', { organizationId, ...mail });
  if (found.data) return <WordingForm mail={mail} stored={found.data} />;
  if (!found.error) return null;
  return <ErrorState title={words.wording.unread} error={found.error} onRetry={() => void found.refetch()} />;
}

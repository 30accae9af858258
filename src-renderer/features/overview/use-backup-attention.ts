import { IconDatabaseX } from '@tabler/icons-react';
import type { ErrorReport } from '#contract/errors.ts';
import { wordError } from '#contract/messages/word.ts';
import { missedAfter } from '#contract/vocabulary/backups.ts';
import { useNow } from '../../app/now.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import type { Attention } from './attention.ts';

const { attention } = words.backups;

/** The daily backup failed, or none was made for more than a day. Shown to those who can do something about it. */
export function useBackups(): Attention | undefined {
  const { mayAddOrganizations: enabled, place } = useSession();
  const now = useNow();
  const settings = useQueryOf('backups.settings', {}, { enabled }).data;
  const made = useQueryOf('backups.list', {}, { enabled }).data;
  const item = { key: 'backup', icon: IconDatabaseX, action: { label: attention.action, href: '/settings/backups' } };
  if (settings?.failure) {
    const text = wordError(words, settings.failure.error as ErrorReport);
    return { ...item, ink: 'bad', title: attention.title, text };
  }
  // before the first backup, none can be too old
  const last = made?.rows.find(({ kind }) => kind === 'daily');
  if (!settings?.automatic || !last || made?.making !== null || last.at > now - missedAfter) return undefined;
  const when = dateAndTime(last.at, now, place.timeZone, words.desktop.time);
  return { ...item, ink: 'warn', title: attention.old(when), text: attention.oldText };
}

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconClockOff,
  IconCopy,
  IconUserCheck,
  IconUserOff,
  type TablerIcon,
} from '@tabler/icons-react';
import { assertNever } from '#contract/assert-never.ts';
import type { JudgedEntry } from '#contract/invitations.ts';
import { wordVerdict } from '#contract/messages/word.ts';
import { words } from '../../app/words.ts';

export interface VerdictLook {
  readonly icon: TablerIcon;
  readonly tone: 'ok' | 'warn' | 'bad' | 'dim';
  readonly word: string;
}

type Look = Omit<VerdictLook, 'word'>;

function lookOf({ verdict, reason, warning }: JudgedEntry): Look {
  switch (verdict) {
    case 'new':
      return warning ? { icon: IconAlertTriangle, tone: 'warn' } : { icon: IconCircleCheck, tone: 'ok' };
    case 'already-member':
      return { icon: reason === 'suspended' ? IconUserOff : IconUserCheck, tone: 'dim' };
    case 'already-invited':
      return { icon: reason === 'expired' ? IconClockOff : IconClock, tone: 'dim' };
    case 'duplicate':
      return { icon: IconCopy, tone: 'dim' };
    case 'refused':
      return { icon: IconAlertTriangle, tone: 'bad' };
    default:
      return assertNever(verdict);
  }
}

/** Icon, ink and words for what would happen with an entry. */
export const verdictLook = (entry: JudgedEntry): VerdictLook => ({
  ...lookOf(entry),
  word: wordVerdict(words.invitations, entry),
});

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
import { words } from '../../app/words.ts';

export interface VerdictLook {
  readonly icon: TablerIcon;
  readonly tone: 'ok' | 'warn' | 'bad' | 'dim';
  readonly word: string;
}

const { verdicts, reason } = words.invitations;

/** Icon, ink and words of what would happen with an entry. */
export function verdictLook({ verdict, reason: why, detail = '', warning }: JudgedEntry): VerdictLook {
  switch (verdict) {
    case 'new':
      return warning
        ? { icon: IconAlertTriangle, tone: 'warn', word: verdicts.mixedScript }
        : { icon: IconCircleCheck, tone: 'ok', word: verdicts.new };
    case 'already-member':
      return why === 'suspended'
        ? { icon: IconUserOff, tone: 'dim', word: verdicts.suspended }
        : { icon: IconUserCheck, tone: 'dim', word: verdicts.alreadyMember };
    case 'already-invited':
      return why === 'expired'
        ? { icon: IconClockOff, tone: 'dim', word: verdicts.expired }
        : { icon: IconClock, tone: 'dim', word: verdicts.alreadyInvited };
    case 'duplicate':
      return { icon: IconCopy, tone: 'dim', word: verdicts.duplicate(detail) };
    case 'refused':
      return { icon: IconAlertTriangle, tone: 'bad', word: verdicts.refused(reason(why, detail)) };
    default:
      return assertNever(verdict);
  }
}

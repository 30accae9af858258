import {
  IconBan,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconClockOff,
  IconHandStop,
  IconMailBolt,
  IconMailCancel,
  IconMailCheck,
  IconMailOff,
  IconMailPause,
  IconMailQuestion,
  IconMailX,
  IconPlayerPause,
  IconSend,
  IconUserOff,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { DeliveryState } from '#contract/vocabulary/delivery.ts';
import type { UserStatus } from '#contract/vocabulary/user-filter.ts';
import { words } from '../app/words.ts';
import classes from './StateMark.module.css';

type Ink = 'ok' | 'warn' | 'bad' | 'info' | 'dim';
type Look = readonly [ComponentType<{ size?: number; stroke?: number; className?: string }>, Ink];

const statuses: Readonly<Record<UserStatus, Look>> = {
  active: [IconCircleCheck, 'ok'],
  pending: [IconClock, 'info'],
  expired: [IconClockOff, 'dim'],
  suspended: [IconPlayerPause, 'dim'],
  revoked: [IconBan, 'dim'],
  removed: [IconUserOff, 'dim'],
};

const deliveries: Readonly<Record<DeliveryState, Look>> = {
  queued: [IconMailPause, 'dim'],
  sending: [IconSend, 'info'],
  sent: [IconMailCheck, 'ok'],
  deferred: [IconMailBolt, 'warn'],
  uncertain: [IconMailQuestion, 'warn'],
  failed: [IconMailX, 'bad'],
  bounced: [IconMailOff, 'bad'],
  held: [IconHandStop, 'dim'],
  cancelled: [IconMailCancel, 'dim'],
};

function Mark({ look: [Icon, ink], word }: { readonly look: Look; readonly word: string }) {
  return (
    <span className={classes.mark}>
      <Icon size={16} stroke={1.6} aria-hidden className={`gh-${ink}`} />
      {word}
    </span>
  );
}

/** Status of a membership: icon and word. `soon`: its link ends within a day. */
export const StatusMark = ({ status, soon = false }: { readonly status: UserStatus; readonly soon?: boolean }) => (
  <Mark
    look={status === 'pending' && soon ? [IconClockExclamation, 'warn'] : statuses[status]}
    word={words.users.statuses[status]}
  />
);

/** State of one message in the outbox: icon and word. */
export const DeliveryMark = ({ state }: { readonly state: DeliveryState }) => (
  <Mark look={deliveries[state]} word={words.users.deliveryStates[state]} />
);

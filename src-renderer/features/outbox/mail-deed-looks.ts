import { IconHandStop, IconMailCancel, IconRefresh, IconSend, type TablerIcon } from '@tabler/icons-react';
import type { MailDeed } from '#contract/outbox.ts';
import type { DeliveryState } from '#contract/vocabulary/delivery.ts';
import { words } from '../../app/words.ts';

/** An action on mail has the same icon for one message, in a row's menu, and for many. */
export const mailDeedIcons: Readonly<Record<MailDeed, TablerIcon>> = {
  retry: IconRefresh,
  hold: IconHandStop,
  release: IconSend,
  cancel: IconMailCancel,
};

/** The label of an action on one message: what may have arrived is *sent* again rather than *tried* again. */
export const mailDeedLabel = (deed: MailDeed, state: DeliveryState): string => {
  const { page } = words.outbox;
  return deed === 'retry' && state === 'uncertain' ? page.resend : page[deed];
};

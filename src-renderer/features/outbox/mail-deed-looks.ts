import { IconHandStop, IconMailCancel, IconRefresh, IconSend, type TablerIcon } from '@tabler/icons-react';
import type { DeliveryState } from '#contract/delivery.ts';
import type { MailDeed } from '#contract/outbox.ts';
import { words } from '../../app/words.ts';

/** A deed to mail looks the same on one message, in a row's menu and on many. */
export const mailDeedIcons: Readonly<Record<MailDeed, TablerIcon>> = {
  retry: IconRefresh,
  hold: IconHandStop,
  release: IconSend,
  cancel: IconMailCancel,
};

/** What a deed to one message is called: what may have arrived is sent again rather than tried again. */
export const mailDeedLabel = (deed: MailDeed, state: DeliveryState): string => {
  const { page } = words.outbox;
  return deed === 'retry' && state === 'uncertain' ? page.resend : page[deed];
};

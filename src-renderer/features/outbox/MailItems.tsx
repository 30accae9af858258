import { Menu } from '@mantine/core';
import { IconMailCheck, IconMailOpened, IconUser } from '@tabler/icons-react';
import type { MailDeed, OutboxRow } from '#contract/outbox.ts';
import { words } from '../../app/words.ts';
import { GuardedItem, useWhyNot } from '../../components/Guarded.tsx';
import { mailDeedIcons, mailDeedLabel } from './mail-deed-looks.ts';
import { isFitting } from './mail-deeds.ts';
import type { MailDeeds } from './use-mail-deeds.tsx';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
/** The keys that do the same on a row of the list. */
const keys: Readonly<Record<MailDeed, string>> = { retry: 'R', hold: 'H', release: 'H', cancel: 'Delete' };

interface MailItemsProps {
  readonly mail: OutboxRow;
  readonly deeds: MailDeeds;
  readonly onOpen: () => void;
  readonly onPerson: () => void;
}

/** The entries of a message's menu: what its state allows, the red one last, after a divider. */
export function MailItems({ mail, deeds, onOpen, onPerson }: MailItemsProps) {
  const { page } = words.outbox;
  const why = useWhyNot('mail:write');
  const item = (deed: MailDeed) => {
    const Icon = mailDeedIcons[deed];
    return isFitting(deed, mail.state) ? (
      <GuardedItem
        why={why}
        icon={<Icon {...icon} />}
        keys={keys[deed]}
        grave={deed === 'cancel'}
        onClick={() => deeds.one(deed, mail)}
      >
        {mailDeedLabel(deed, mail.state)}
      </GuardedItem>
    ) : null;
  };
  const last = item('cancel');
  return (
    <>
      <GuardedItem why={undefined} icon={<IconMailOpened {...icon} />} keys="Enter" onClick={onOpen}>
        {page.open}
      </GuardedItem>
      {mail.membershipId === null ? null : (
        <GuardedItem why={undefined} icon={<IconUser {...icon} />} keys="P" onClick={onPerson}>
          {page.person}
        </GuardedItem>
      )}
      {item('retry')}
      {mail.state === 'bounced' ? (
        <GuardedItem why={why} icon={<IconMailCheck {...icon} />} onClick={() => deeds.unmark(mail)}>
          {words.bounces.deeds.unmark}
        </GuardedItem>
      ) : null}
      {item('hold')}
      {item('release')}
      {last ? <Menu.Divider /> : null}
      {last}
    </>
  );
}

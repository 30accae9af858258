import { Button, Modal } from '@mantine/core';
import type { UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import type { AskedKey } from './bulk-deeds.ts';
import { deedIcons } from './deed-icons.ts';
import { mostPreviewed, RenewPreview } from './RenewPreview.tsx';

interface BulkConfirmProps {
  /** What is asked about; stays while the dialog fades. */
  readonly deed: AskedKey;
  readonly size: number;
  /** All whom it is about, when they are on screen. */
  readonly rows: readonly UserRow[] | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Names how many, what happens and whether it is final; the safe answer has the focus. */
export function BulkConfirm({ deed, size, rows, opened, onClose, onConfirm }: BulkConfirmProps) {
  const say = words.views.ask[deed];
  const Icon = deedIcons[deed];
  const renewable =
    deed === 'renew' ? rows?.filter(({ status, guest }) => status === 'active' && guest?.endsAt) : undefined;
  const isFinal = deed === 'remove' || deed === 'revoke';
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.title(size)}
      size={480}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <p style={{ margin: 0 }}>
        {say.text}
        {deed === 'renew' && renewable?.length !== size ? ` ${words.guests.renewMany.textRest}` : null}
      </p>
      {renewable && renewable.length > 0 && renewable.length <= mostPreviewed ? (
        <RenewPreview rows={renewable} />
      ) : null}
      <DialogFooter>
        <Button variant="default" onClick={onClose} data-autofocus>
          {say.keep}
        </Button>
        <Button
          {...(isFinal ? { color: 'red' } : {})}
          leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
          onClick={onConfirm}
        >
          {say.confirm(size)}
        </Button>
      </DialogFooter>
    </Modal>
  );
}

import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import type { UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import type { AskedKey } from './bulk-deeds.ts';
import { deedIcons } from './deed-icons.ts';
import { mostPreviewed, RenewPreview } from './RenewPreview.tsx';

interface QuestionProps {
  /** The action in question; kept while the dialog fades. */
  readonly deed: AskedKey;
  readonly size: number;
  /** Everybody concerned, if they are all on screen. */
  readonly rows: readonly UserRow[] | undefined;
  readonly onClose: () => void;
  /** @param notify whether guests are told that they were renewed; only asked for renewals */
  readonly onConfirm: (notify: boolean) => void;
}

function Question({ deed, size, rows, onClose, onConfirm }: QuestionProps) {
  const [notify, setNotify] = useState(true);
  const say = words.views.ask[deed];
  const Icon = deedIcons[deed];
  const renewable =
    deed === 'renew' ? rows?.filter(({ status, guest }) => status === 'active' && guest?.endsAt) : undefined;
  const isFinal = deed === 'remove' || deed === 'revoke';
  return (
    <>
      <p style={{ margin: 0 }}>
        {say.text}
        {deed === 'renew' && renewable?.length !== size ? ` ${words.guests.renewMany.textRest}` : null}
      </p>
      {renewable && renewable.length > 0 && renewable.length <= mostPreviewed ? (
        <RenewPreview rows={renewable} />
      ) : null}
      {deed === 'renew' ? (
        <Checkbox
          mt={16}
          label={words.guests.renewMany.notify}
          checked={notify}
          onChange={(event) => setNotify(event.currentTarget.checked)}
        />
      ) : null}
      <DialogFooter>
        <Button variant="default" onClick={onClose} data-autofocus>
          {say.keep}
        </Button>
        <Button
          {...(isFinal ? { color: 'red' } : {})}
          leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
          onClick={() => onConfirm(notify)}
        >
          {say.confirm(size)}
        </Button>
      </DialogFooter>
    </>
  );
}

/** Says how many, what happens and whether it is final; the safe answer has the focus. */
export const BulkConfirm = ({ opened, ...asked }: QuestionProps & { readonly opened: boolean }) => (
  <Modal opened={opened} onClose={asked.onClose} title={words.views.ask[asked.deed].title(asked.size)} size={480}>
    <Question {...asked} />
  </Modal>
);

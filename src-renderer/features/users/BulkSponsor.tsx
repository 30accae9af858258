import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { type Sponsor, SponsorField } from '../guests/SponsorField.tsx';

interface BulkSponsorProps {
  readonly size: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (sponsor: Sponsor) => void;
}

const say = words.guests.sponsorMany;

function Fields({ size, onClose, onConfirm }: Omit<BulkSponsorProps, 'opened'>) {
  const [sponsor, setSponsor] = useState<Sponsor | null>(null);
  return (
    <>
      <SponsorField value={sponsor} onChange={setSponsor} description={say.text} data-autofocus />
      <DialogFooter facts={sponsor ? null : say.nobody}>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button disabled={!sponsor} onClick={() => sponsor && onConfirm(sponsor)}>
          {say.confirm(size)}
        </Button>
      </DialogFooter>
    </>
  );
}

/** Chooses a new sponsor for many guests. */
export const BulkSponsor = ({ opened, ...asked }: BulkSponsorProps) => (
  <Modal opened={opened} onClose={asked.onClose} title={say.title(asked.size)} size={480}>
    <Fields {...asked} />
  </Modal>
);

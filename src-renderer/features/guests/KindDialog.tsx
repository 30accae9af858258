import { Button, Modal } from '@mantine/core';
import { IconUserShare, IconUserUp } from '@tabler/icons-react';
import { useState } from 'react';
import { isGuestPeriod } from '#contract/vocabulary/values.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { DaysField } from './DaysField.tsx';
import classes from './KindDialog.module.css';
import { type Sponsor, SponsorField } from './SponsorField.tsx';
import { lastDayInWords } from './time-left.ts';

/** Who is to become a user or a guest. */
export interface KindChange {
  readonly deed: 'makeUser' | 'makeGuest';
  readonly membershipId: number;
  readonly name: string;
  readonly email: string;
}

interface KindDialogProps {
  /** Kept while the dialog fades. */
  readonly change: KindChange | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

interface AnswerProps {
  readonly change: KindChange;
  readonly onClose: () => void;
}

function MakeUser({ change, onClose }: AnswerProps) {
  const { place } = useSession();
  const make = useCommand('guests.makeUser');
  const say = words.guests.makeUser;
  const confirm = () =>
    make.mutate(
      { organizationId: place.id, membershipId: change.membershipId },
      {
        onSuccess: () => toast(words.guests.done.madeUser(change.name || change.email)),
        onError: toastError,
        onSettled: onClose,
      },
    );
  return (
    <DialogFooter>
      <Button variant="default" onClick={onClose} data-autofocus>
        {say.keep}
      </Button>
      <Button
        leftSection={<IconUserUp size={16} stroke={1.6} aria-hidden />}
        loading={make.isPending}
        onClick={() => confirm()}
      >
        {say.confirm}
      </Button>
    </DialogFooter>
  );
}

function MakeGuest({ change, onClose }: AnswerProps) {
  const { place } = useSession();
  const make = useCommand('guests.makeGuest');
  const [days, setDays] = useState<number | string>(place.guestDays);
  const [sponsor, setSponsor] = useState<Sponsor | null>(null);
  const say = words.guests.makeGuest;
  const confirm = () => {
    if (!isGuestPeriod(days)) return;
    make.mutate(
      {
        organizationId: place.id,
        membershipId: change.membershipId,
        days,
        ...(sponsor ? { sponsorMembershipId: sponsor.membershipId } : {}),
      },
      {
        onSuccess: ({ endsAt }) => {
          const until = endsAt === null ? null : lastDayInWords(endsAt, place.timeZone, words.desktop.time);
          toast(words.guests.done.madeGuest(change.name || change.email, until));
        },
        onError: toastError,
        onSettled: onClose,
      },
    );
  };
  return (
    <>
      <div className={classes.fields}>
        <DaysField value={days} onChange={setDays} />
        <SponsorField value={sponsor} onChange={setSponsor} ownIfNone />
      </div>
      <DialogFooter>
        <Button variant="default" onClick={onClose} data-autofocus>
          {say.keep}
        </Button>
        <Button
          leftSection={<IconUserShare size={16} stroke={1.6} aria-hidden />}
          loading={make.isPending}
          disabled={!isGuestPeriod(days)}
          onClick={confirm}
        >
          {say.confirm}
        </Button>
      </DialogFooter>
    </>
  );
}

/** Asks before a guest becomes a user, or a user a guest: what ends or begins, and what stays. */
export function KindDialog({ change, opened, onClose }: KindDialogProps) {
  const say = words.guests[change?.deed ?? 'makeUser'];
  return (
    <Modal opened={opened} onClose={onClose} title={say.title} size={480}>
      <p className={classes.who}>
        {change?.name ? <b>{change.name} </b> : null}
        {change?.email}
      </p>
      <p className={classes.text}>{say.text}</p>
      {change?.deed === 'makeGuest' ? (
        <MakeGuest key={change.membershipId} change={change} onClose={onClose} />
      ) : change ? (
        <MakeUser change={change} onClose={onClose} />
      ) : null}
    </Modal>
  );
}

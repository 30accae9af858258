import { TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import type { UserDetails } from '#contract/users.ts';
import { go } from '../../app/location.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { GuardedButton } from '../../components/Guarded.tsx';
import { useAsking } from '../../components/use-asking.ts';
import card from './Card.module.css';
import classes from './Danger.module.css';

const say = words.erase;

/** For somebody who has left: erases their data for good, once their address has been typed. */
export function Erase({ user }: { readonly user: UserDetails }) {
  const { place } = useSession();
  const [opened, { open, close }] = useDisclosure();
  return (
    <section className={card.card} data-danger>
      <div className={classes.row}>
        <div className={classes.text}>
          <h2 className={classes.title}>{say.title}</h2>
          <p>{say.text}</p>
        </div>
        <GuardedButton
          why={place.owner ? undefined : say.ownersOnly}
          {...(place.owner
            ? { variant: 'outline', color: 'red', className: classes.final ?? '' }
            : { variant: 'default' })}
          onClick={open}
        >
          {say.action}
        </GuardedButton>
      </div>
      {opened ? <EraseDialog user={user} onClose={close} /> : null}
    </section>
  );
}

function EraseDialog({ user, onClose }: { readonly user: UserDetails; readonly onClose: () => void }) {
  const { place } = useSession();
  const { error, setError, busy, answer } = useAsking(onClose);
  const [typed, setTyped] = useState('');
  const erase = useCommand('users.erase');
  const { membershipId, email } = user;
  const fits = typed.trim().toLowerCase() === email.toLowerCase();
  const perform = () =>
    answer(async () => {
      const { pseudonym } = await erase.mutateAsync({ organizationId: place.id, membershipId, email: typed });
      toast(say.done(pseudonym));
      go('/users', { replace: true });
    });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say.ask.title}
      subject={user.name ? `${user.name}, ${email}` : email}
      text={say.ask.text}
      keep={say.ask.keep}
      confirm={say.ask.erase}
      icon={<IconEraser size={16} stroke={1.6} aria-hidden />}
      busy={busy}
      waits={!fits}
      onConfirm={() => void perform()}
    >
      <p className="gh-dim" style={{ margin: '8px 0 16px' }}>
        {say.ask.backups}
      </p>
      <TextInput
        label={say.ask.confirm(email)}
        value={typed}
        error={error}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setError(undefined);
        }}
      />
    </ConfirmDialog>
  );
}

import { Button } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { UserDetails } from '#contract/users.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import classes from '../user/Danger.module.css';

/** Lets in somebody who has lost phone and recovery codes; first asks the operator to make sure it is them. */
export function ResetFactor({ user }: { readonly user: UserDetails }) {
  const { place } = useSession();
  const [asked, setAsked] = useState(false);
  const reset = useCommand('twofactor.reset');
  const { reset: say } = words.twofactor;
  const { email, membershipId } = user;
  const go = async () => {
    try {
      await reset.mutateAsync({ organizationId: place.id, membershipId });
      toast(say.done(email));
    } catch (error) {
      toastError(error);
    }
    setAsked(false);
  };
  return (
    <div className={classes.row}>
      <div className={classes.text}>
        <h2 className={classes.title}>{say.title}</h2>
        <p>{say.text}</p>
      </div>
      <Button variant="default" onClick={() => setAsked(true)}>
        {say.action}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={say.title}
        subject={user.name || email}
        text={say.ask(email)}
        keep={say.keep}
        confirm={say.confirm}
        icon={<IconShieldOff size={16} stroke={1.6} aria-hidden />}
        busy={reset.isPending}
        onConfirm={() => void go()}
      />
    </div>
  );
}

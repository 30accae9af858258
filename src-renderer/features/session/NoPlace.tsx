import { signOut } from '../../app/sign-out.ts';
import { words } from '../../app/words.ts';
import { Quiet } from '../../components/Quiet.tsx';

/** Signed in, but a member nowhere. */
export const NoPlace = () => (
  <Quiet
    title={words.session.noPlace.title}
    text={words.session.noPlace.text}
    action={{ label: words.desktop.account.signOut, onClick: signOut }}
  />
);

import { Breadcrumbs, Button, Menu } from '@mantine/core';
import { IconChevronRight, IconCopy, IconDots, IconUserPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { UserDetails } from '#contract/users.ts';
import { useInvite } from '../../app/invite.tsx';
import { homes } from '../../app/places.ts';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { initials } from '../../components/initials.ts';
import { OverflowText } from '../../components/OverflowText.tsx';
import { InviteGuestsButton } from '../guests/InviteGuestsButton.tsx';
import { DeedItems, deedIcons, deedLabel, hindrance } from '../users/DeedItems.tsx';
import type { Deed } from '../users/deeds.ts';
import { useOffers } from '../users/use-offers.ts';
import classes from './Head.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
interface HeadProps {
  readonly user: UserDetails;
  readonly onDeed: (deed: Deed) => void;
}

/** A visible button for an action; without the right it stays, and its tooltip names the right. */
function DeedButton({ user, deed, onDeed, filled }: HeadProps & { readonly deed: Deed; readonly filled?: boolean }) {
  const offer = useOffers().offerOf(deed, user);
  if (!offer) return null;
  const Icon = deedIcons[offer.deed];
  return (
    <GuardedButton
      why={hindrance(offer)}
      variant={filled ? 'filled' : 'default'}
      leftSection={<Icon {...icon} />}
      onClick={() => onDeed(offer.deed)}
    >
      {deedLabel(offer.deed, user)}
    </GuardedButton>
  );
}

/** Somebody who has left returns only by a new invitation. */
function InviteAgain({ user }: { readonly user: UserDetails }) {
  const invite = useInvite();
  const why = useWhyNot('users:write');
  const button = useRef<HTMLButtonElement>(null);
  const { name, email, kind } = user;
  if (kind === 'guest') return <InviteGuestsButton first={email} />;
  const again = () => invite.open('rows', button.current, { person: { name, email }, kind });
  return (
    <GuardedButton why={why} ref={button} leftSection={<IconUserPlus {...icon} />} onClick={again}>
      {words.user.inviteAgain}
    </GuardedButton>
  );
}

/** The top of the page: the list it belongs to, who it is, and the main actions. */
export function Head({ user, onDeed }: HeadProps) {
  const { user: say } = words;
  const called = user.name || user.email;
  const gone = user.status === 'revoked' || user.status === 'removed';
  return (
    <header className={classes.head}>
      <nav aria-label={say.breadcrumb}>
        <Breadcrumbs
          separator={<IconChevronRight size={14} stroke={1.6} aria-hidden className="gh-dim" />}
          separatorMargin={6}
          className={classes.crumbs ?? ''}
        >
          <Link href={homes[user.kind]}>{say.homes[user.kind]}</Link>
          <span aria-current="page" className="gh-ellipsis">
            {called}
          </span>
        </Breadcrumbs>
      </nav>
      <div className={classes.line}>
        <span className={classes.initials} aria-hidden>
          {initials(called)}
        </span>
        <div className={classes.who}>
          <h1 className={classes.name}>
            <OverflowText>{called}</OverflowText>
          </h1>
          <div className={classes.email}>
            <OverflowText>{user.email}</OverflowText>
            <IconButton label={say.copyEmail} size={22} onClick={() => onDeed('copyEmail')}>
              <IconCopy size={15} stroke={1.6} aria-hidden />
            </IconButton>
          </div>
        </div>
        <div className={classes.actions}>
          <DeedButton user={user} deed="copyLink" onDeed={onDeed} />
          <DeedButton user={user} deed="reinvite" onDeed={onDeed} filled />
          <DeedButton user={user} deed="renew" onDeed={onDeed} />
          {gone ? (
            <InviteAgain user={user} />
          ) : (
            <Menu position="bottom-end" width={252}>
              <Menu.Target>
                <Button variant="default" px={7} aria-label={say.more(called)}>
                  <IconDots {...icon} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <DeedItems person={user} without={['edit']} onDeed={onDeed} />
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      </div>
    </header>
  );
}

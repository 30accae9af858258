import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { UserDetails } from '#contract/users.ts';
import { useNow } from '../../app/now.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { urgent } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { Moment } from '../../components/Moment.tsx';
import { phoneInWords } from '../../components/phone-numbers.ts';
import { StatusMark } from '../../components/StateMark.tsx';
import classes from './Details.module.css';

const say = words.user.details;
const None = () => <span className="gh-dim">{words.common.none}</span>;

/** Active and pending users take a seat each; nobody else does. */
function seatOf({ kind, status }: UserDetails): string {
  if (kind !== 'user') return say.seats.none;
  return status === 'active' ? say.seats.one : status === 'pending' ? say.seats.reserved : say.seats.none;
}

/** The inviter, with a link to their page if they are still a member. */
function Inviter({ person }: { readonly person: NonNullable<UserDetails['invitedBy']> }) {
  const { place, person: operator } = useSession();
  const name = person.id === operator.id ? words.users.you : person.name;
  const { data } = useQueryOf('users.list', {
    organizationId: place.id,
    search: person.name.slice(0, 200),
    limit: 20,
  });
  const row = data?.rows.find(({ personId }) => personId === person.id);
  return row ? <Link href={`/users/${row.membershipId}`}>{name}</Link> : name;
}

/** The facts about a person that cannot be changed here. */
export function Details({ user }: { readonly user: UserDetails }) {
  const now = useNow();
  const soon = user.validUntil !== null && user.validUntil - now < urgent;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say.kind, words.users.kinds[user.kind]],
    [say.status, <StatusMark key="status" status={user.status} soon={soon} />],
    [say.phone, user.phone === null ? <None key="phone" /> : phoneInWords(user.phone)],
    [say.seat, seatOf(user)],
    [words.twofactor.title, user.twoFactor ? words.twofactor.on : words.twofactor.off],
    [say.invitedBy, user.invitedBy ? <Inviter key="inviter" person={user.invitedBy} /> : <None key="inviter" />],
    [say.added, <Moment key="added" at={user.createdAt} show="exact" />],
    [
      say.joined,
      user.joinedAt === null ? <None key="joined" /> : <Moment key="joined" at={user.joinedAt} show="exact" />,
    ],
  ];
  return (
    <section aria-labelledby="user-details">
      <h2 id="user-details" className={classes.title}>
        {say.title}
      </h2>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

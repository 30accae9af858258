import { Anchor } from '@mantine/core';
import {
  IconBan,
  IconCalendarPlus,
  IconCircleCheck,
  IconHistory,
  IconLink,
  IconLock,
  IconMailForward,
  IconMailUp,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserEdit,
  IconUserMinus,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { OutputOf } from '#contract/index.ts';
import type { UserDetails } from '#contract/users.ts';
import { call } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { words, wordsFor } from '../../app/words.ts';
import { Moment } from '../../components/Moment.tsx';
import classes from './Activity.module.css';
import details from './Details.module.css';

type Entry = OutputOf<'users.activity'>['rows'][number];
const say = words.user.activity;

const icons: Readonly<Record<string, TablerIcon>> = {
  'invitations.send': IconUserPlus,
  'invitations.reinvite': IconMailUp,
  'invitations.reinviteMany': IconMailUp,
  'invitations.extend': IconCalendarPlus,
  'invitations.extendMany': IconCalendarPlus,
  'invitations.sendAgain': IconMailForward,
  'invitations.copyLink': IconLink,
  'invitations.copyLinks': IconLink,
  'invitations.accept': IconCircleCheck,
  'invitations.revoke': IconBan,
  'invitations.revokeMany': IconBan,
  'users.update': IconUserEdit,
  'users.updateMany': IconUserEdit,
  'users.suspend': IconPlayerPause,
  'users.suspendMany': IconPlayerPause,
  'users.reactivate': IconPlayerPlay,
  'users.reactivateMany': IconPlayerPlay,
  'users.remove': IconUserMinus,
  'users.removeMany': IconUserMinus,
};
/** How many entries are read at a time. */
const perPage = 10;

function Line({ entry, email }: { readonly entry: Entry; readonly email: string }) {
  const { person } = useSession();
  const denied = entry.outcome === 'denied';
  const Icon = denied ? IconLock : (icons[entry.operation] ?? IconHistory);
  const what = say.words(entry.operation, entry.detail);
  // what people did themselves needs no name; somebody who used a link, and Gatehouse itself, have none
  const nameless = entry.actor === email || !entry.actor.includes('@');
  const by = entry.actor === person.email ? say.byYou : nameless ? '' : say.by(entry.actor);
  return (
    <li className={classes.entry}>
      <Icon
        size={16}
        stroke={1.6}
        aria-hidden
        className={entry.operation === 'invitations.accept' ? 'gh-ok' : 'gh-dim'}
      />
      <div>
        {denied ? say.denied(what) : what} {by}
      </div>
      <div className={classes.when}>
        <Moment at={entry.at} show="exact" />
      </div>
    </li>
  );
}

/** What was done to the person, newest first. */
export function Activity({ user }: { readonly user: UserDetails }) {
  const { place } = useSession();
  const input = { organizationId: place.id, membershipId: user.membershipId };
  // the first word of the key is the operation, so that notices of change refresh it like any other answer
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['users.activity', input],
    queryFn: ({ pageParam }) =>
      call('users.activity', { ...input, limit: perPage, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-labelledby="user-activity" className={classes.activity}>
      <h2 id="user-activity" className={details.title}>
        {say.title}
      </h2>
      {error ? (
        <p className={classes.none} role="alert">
          {say.failed} {wordsFor(error)}
        </p>
      ) : null}
      {data && rows.length === 0 ? <p className={classes.none}>{say.none}</p> : null}
      <ol className={classes.list}>
        {rows.map((entry) => (
          <Line key={entry.id} entry={entry} email={user.email} />
        ))}
      </ol>
      {hasNextPage ? (
        <Anchor
          component="button"
          type="button"
          className={classes.more ?? ''}
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {say.more}
        </Anchor>
      ) : null}
    </section>
  );
}

import type { PointerEvent } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { UserRow } from '#contract/users.ts';
import type { Named } from '#contract/values.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime, spanInWords, urgent } from '../../app/time.ts';
import { answerInWords, words } from '../../app/words.ts';
import { shortName } from '../../components/initials.ts';
import { Moment } from '../../components/Moment.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import { Person } from '../../components/Person.tsx';
import { DeliveryMark, StatusMark } from '../../components/StateMark.tsx';
import { ExpiresCell, SponsorCell } from '../guests/cells.tsx';
import type { ColumnKey, Tier } from './columns.ts';
import { linkLeft } from './link-left.ts';
import classes from './UsersTable.module.css';

interface CellProps {
  readonly row: UserRow;
  readonly tier: Tier;
  /** The address has a column of its own. */
  readonly emailAlone: boolean;
  /** Members other than users carry a tag. */
  readonly tagged: boolean;
  /** A guest's period is shown below the end of their access. */
  readonly periodFolds: boolean;
  /** The time the mail was sent is shown below its state. */
  readonly sentFolds: boolean;
}

const None = () => <span className="gh-dim">{words.common.none}</span>;

/** The first name and the number of others; all of them on hover. */
function Names({ list, dim = false }: { readonly list: readonly Named[]; readonly dim?: boolean }) {
  const [first, ...others] = list;
  if (!first) return <None />;
  if (others.length === 0) return <OverflowText className={dim ? 'gh-dim' : ''}>{first.name}</OverflowText>;
  const all = list.map((item) => item.name).join(', ');
  return (
    <span className={`${classes.names} ${dim ? 'gh-dim' : ''}`} title={all}>
      <OverflowText>{first.name}</OverflowText>
      <span className="gh-dim">{words.common.more(others.length)}</span>
      <span className="gh-hidden">{all}</span>
    </span>
  );
}

/** “You”, or the shortened name; in full on hover. */
function Inviter({ person, by = false }: { readonly person: Named; readonly by?: boolean }) {
  const { id, name } = person;
  const own = id === useSession().person.id;
  const short = own ? words.users.you : shortName(name);
  const after = own ? words.users.byYou : words.users.by(short);
  return (
    <span className="gh-dim" title={words.users.invitedByName(name)}>
      {by ? after : short}
    </span>
  );
}

function TeamsAndProducts({ row }: CellProps) {
  if (row.teams.length === 0 && row.products.length === 0) return <None />;
  return (
    <>
      <Names list={row.teams} />
      {row.products.length > 0 ? (
        <div className={classes.second}>
          <Names list={row.products} dim />
        </div>
      ) : null}
    </>
  );
}

function Access({ row }: CellProps) {
  return (
    <>
      <Names list={row.roles} />
      {row.teams.length + row.products.length > 0 ? (
        <div className={classes.second}>
          <Names list={[...row.teams, ...row.products]} dim />
        </div>
      ) : null}
    </>
  );
}

const NotStarted = () => (
  <span className="gh-dim" title={words.users.notStartedWhy}>
    {words.users.notStarted}
  </span>
);

function Status({ row, tier }: CellProps) {
  const { left, soon } = linkLeft(row, useNow());
  return (
    <>
      <StatusMark status={row.status} soon={soon} />
      {left !== null ? (
        <div className={`${classes.second} ${classes.indent} ${soon ? 'gh-warn' : ''}`}>
          {words.desktop.time.left(spanInWords(left, words.desktop.time))}
        </div>
      ) : null}
      {tier === 'narrow' && row.status === 'pending' && left === null ? (
        <div className={`${classes.second} ${classes.indent}`}>
          <NotStarted />
        </div>
      ) : null}
    </>
  );
}

/** Whether the server's own words are shown: the row grows, and the cell extends over the next one where needed. */
export const isTrouble = ({ delivery }: UserRow) =>
  Boolean(delivery?.answer) && ['failed', 'bounced', 'deferred', 'uncertain'].includes(delivery?.state ?? '');

/** Very long answers are cut; shown in full on hover, and in a row reached by keyboard. */
function Answer({ text, bad }: { readonly text: string | null; readonly bad: boolean }) {
  const tellAll = ({ currentTarget: element }: PointerEvent<HTMLElement>) => {
    if (element.scrollHeight > element.clientHeight) element.title = element.textContent;
    else element.removeAttribute('title');
  };
  return (
    <div className={classes.answerPlace}>
      <div className={`${classes.answer} ${bad ? 'gh-bad' : ''}`} onPointerEnter={tellAll}>
        {text}
      </div>
    </div>
  );
}

function Mail({ row, tier, sentFolds }: CellProps) {
  const { delivery } = row;
  if (!delivery) return <None />;
  const trouble = isTrouble(row);
  const at = row.sentAt ?? (delivery.state === 'sent' ? delivery.at : null);
  const sent = at !== null && !trouble && (tier !== 'wide' || sentFolds);
  const inviter = tier === 'narrow' ? row.invitedBy : null;
  return (
    <>
      {trouble && tier === 'medium' ? (
        <div className={classes.markAndInviter}>
          <DeliveryMark state={delivery.state} />
          {row.invitedBy ? <Inviter person={row.invitedBy} /> : <None />}
        </div>
      ) : (
        <DeliveryMark state={delivery.state} />
      )}
      {trouble ? (
        <Answer
          text={answerInWords(delivery.answer)}
          bad={delivery.state === 'failed' || delivery.state === 'bounced'}
        />
      ) : null}
      {sent || inviter ? (
        <div className={`${classes.second} ${classes.indent} gh-ellipsis`}>
          {sent ? <Moment at={at} show="ago" /> : null} {inviter ? <Inviter person={inviter} by /> : null}
        </div>
      ) : null}
    </>
  );
}

const isGone = ({ status }: UserRow) => status === 'revoked' || status === 'removed';

function ValidUntil({ row }: CellProps) {
  if (row.validUntil !== null && (row.status === 'pending' || row.status === 'expired')) {
    return (
      <span className={row.status === 'expired' ? 'gh-dim' : ''}>
        <Moment at={row.validUntil} show="exact" />
      </span>
    );
  }
  return row.status === 'pending' ? <NotStarted /> : null;
}

/** Whether there is an invitation that was not accepted; false for a guest whose access has ended. */
const isInvited = ({ status, validUntil }: UserRow) =>
  status === 'pending' || (status === 'expired' && validUntil !== null);

const hour = 3_600_000;

interface SpanProps {
  /** The instant that the time is counted from or to. */
  readonly at: number;
  /** Milliseconds. */
  readonly span: number;
  readonly className: string;
}

/** A span of time; on hover, the instant at its other end. */
function Span({ at, span, className }: SpanProps) {
  const { timeZone } = useSession().place;
  const { time } = words.desktop;
  return (
    <time
      className={className}
      dateTime={new Date(at).toISOString()}
      title={`${dateAndTime(at, useNow(), timeZone, time)} (${timeZone})`}
    >
      {spanInWords(span, time)}
    </time>
  );
}

/** How long ago somebody was invited, as long as an answer is awaited. */
function Age({ row }: CellProps) {
  const now = useNow();
  if (!row.invitation || !isInvited(row)) return <None />;
  const { createdAt } = row.invitation;
  // the minute's tick may lag behind what has just happened; after an hour, the minutes no longer matter
  const age = Math.max(0, now - createdAt);
  return <Span at={createdAt} span={age < hour ? age : age - (age % hour)} className="gh-dim" />;
}

/** The time left for the link, minute by minute. */
function TimeLeft({ row }: CellProps) {
  const now = useNow();
  if (!isInvited(row)) return <None />;
  if (row.status === 'expired') return <span className="gh-dim">{words.users.statuses.expired}</span>;
  if (row.validUntil === null) return <NotStarted />;
  const left = row.validUntil - now;
  return <Span at={row.validUntil} span={left} className={left < urgent ? 'gh-warn' : ''} />;
}

/** What a row shows in a column. */
export function Cell({ column, ...props }: CellProps & { readonly column: ColumnKey }) {
  const { row } = props;
  switch (column) {
    case 'name':
      return <Person row={row} href={`/users/${row.membershipId}`} nameOnly={props.emailAlone} tagged={props.tagged} />;
    case 'roles':
      return <Names list={row.roles} />;
    case 'email':
      return <OverflowText>{row.email}</OverflowText>;
    case 'kind':
      return <OverflowText>{words.users.kinds[row.kind]}</OverflowText>;
    case 'groups':
      return <Names list={row.groups} />;
    case 'lines':
      return <Names list={row.lines} />;
    case 'twoFactor':
      return row.twoFactor ? words.twofactor.on : <None />;
    case 'changed':
      return (
        <span className="gh-dim">
          <Moment at={row.changedAt} show="ago" />
        </span>
      );
    case 'access':
      return <Access {...props} />;
    case 'teams':
      return <Names list={row.teams} />;
    case 'products':
      return <Names list={row.products} />;
    case 'teamsAndProducts':
      return <TeamsAndProducts {...props} />;
    case 'status':
      return <Status {...props} />;
    case 'mail':
      return <Mail {...props} />;
    case 'age':
      return <Age {...props} />;
    case 'timeLeft':
      return <TimeLeft {...props} />;
    case 'generation':
      return row.invitation && isInvited(row) ? <span className="gh-dim">{row.invitation.generation}</span> : <None />;
    case 'invitedBy':
      return row.invitedBy ? <Inviter person={row.invitedBy} /> : <None />;
    case 'sent':
      return row.sentAt === null ? null : <Moment at={row.sentAt} show="ago" />;
    case 'validUntil':
      return <ValidUntil {...props} />;
    case 'expires':
      // somebody who has left has no access that could end
      return row.guest && !isGone(row) ? <ExpiresCell guest={row.guest} withPeriod={props.periodFolds} /> : <None />;
    case 'sponsor':
      return row.guest ? <SponsorCell guest={row.guest} /> : <None />;
    case 'period':
      return row.guest ? <span className="gh-dim">{words.guests.days(row.guest.days)}</span> : null;
    default:
      return assertNever(column);
  }
}

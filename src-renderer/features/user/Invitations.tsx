import { Table } from '@mantine/core';
import {
  IconBan,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconClockOff,
  IconReplace,
  type TablerIcon,
} from '@tabler/icons-react';
import type { InvitationHistory, InvitationState, UserDetails } from '#contract/users.ts';
import { useNow } from '../../app/now.ts';
import { urgent } from '../../app/time.ts';
import { answerInWords, words } from '../../app/words.ts';
import { Moment } from '../../components/Moment.tsx';
import { DeliveryMark } from '../../components/StateMark.tsx';
import { NotBounced } from '../bounces/NotBounced.tsx';
import { Reports } from '../bounces/Reports.tsx';
import card from './Card.module.css';
import classes from './Invitations.module.css';

const looks: Readonly<Record<InvitationState, readonly [TablerIcon, string]>> = {
  pending: [IconClock, 'gh-info'],
  expired: [IconClockOff, 'gh-dim'],
  accepted: [IconCircleCheck, 'gh-ok'],
  revoked: [IconBan, 'gh-dim'],
  replaced: [IconReplace, 'gh-dim'],
};
const say = words.user.invitations;
const None = () => <span className="gh-dim">{words.common.none}</span>;

interface GenerationProps {
  readonly invitation: InvitationHistory;
  readonly newest: boolean;
  readonly email: string;
}

function Generation({ invitation, newest, email }: GenerationProps) {
  const now = useNow();
  const { generation, state, expiresAt, endedAt, delivery, invitedBy, sentAt, mailId, reports } = invitation;
  const soon = state === 'pending' && expiresAt !== null && expiresAt - now < urgent;
  const [Icon, ink] = soon ? [IconClockExclamation, 'gh-warn'] : looks[state];
  return (
    <Table.Tr data-newest={newest || undefined} title={invitedBy ? say.invitedBy(invitedBy.name) : undefined}>
      <Table.Td className={classes.number}>{generation}</Table.Td>
      <Table.Td>
        <span className={classes.mark}>
          <Icon size={16} stroke={1.6} aria-hidden className={ink} />
          {say.states[state]}
        </span>
        {endedAt === null ? null : (
          <span className={classes.ended}>
            <Moment at={endedAt} show="exact" />
          </span>
        )}
      </Table.Td>
      <Table.Td className="gh-number">{sentAt === null ? <None /> : <Moment at={sentAt} show="exact" />}</Table.Td>
      <Table.Td className={`gh-number ${soon ? 'gh-warn' : ''}`}>
        {expiresAt === null ? (
          state === 'pending' ? (
            <span className="gh-dim" title={words.users.notStartedWhy}>
              {words.users.notStarted}
            </span>
          ) : (
            <None />
          )
        ) : (
          <Moment at={expiresAt} show="exact" />
        )}
      </Table.Td>
      <Table.Td>
        {delivery ? <DeliveryMark state={delivery.state} /> : <None />}
        {delivery?.answer && delivery.state !== 'bounced' ? (
          <span className={classes.answer} data-bad={delivery.state === 'failed' || undefined}>
            {answerInWords(delivery.answer)}
          </span>
        ) : null}
        <div className={classes.reports} data-told={reports.length > 0 || undefined}>
          <Reports reports={reports} />
          {delivery?.state === 'bounced' && mailId !== null ? <NotBounced messageId={mailId} email={email} /> : null}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

/** Every generation of the invitation, with what happened to its mail in the server's own words. */
export function Invitations({ user }: { readonly user: UserDetails }) {
  const { columns } = say;
  const list = user.invitations;
  return (
    <section className={card.card} aria-labelledby="user-invitations">
      <div className={card.head}>
        <h2 id="user-invitations" className={card.title}>
          {say.title}
        </h2>
        {list.length > 1 ? <span className={card.aside}>{say.only}</span> : null}
      </div>
      {list.length === 0 ? (
        <p className={classes.none}>{say.none}</p>
      ) : (
        <Table layout="fixed" className={classes.table} aria-labelledby="user-invitations">
          <colgroup>
            <col style={{ width: 52 }} />
            <col style={{ width: 116 }} />
            <col style={{ width: 112 }} />
            <col style={{ width: 112 }} />
            <col />
          </colgroup>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{columns.number}</Table.Th>
              <Table.Th scope="col">{columns.state}</Table.Th>
              <Table.Th scope="col" className="gh-number">
                {columns.sent}
              </Table.Th>
              <Table.Th scope="col" className="gh-number">
                {columns.validUntil}
              </Table.Th>
              <Table.Th scope="col">{columns.mail}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.map((invitation, i) => (
              <Generation key={invitation.id} invitation={invitation} newest={i === 0} email={user.email} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { carriesLink } from '#contract/vocabulary/outbox.ts';
import { useNow } from '../../app/now.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { answerInWords, words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { DeliveryMark } from '../../components/StateMark.tsx';
import { Reports } from '../bounces/Reports.tsx';
import { Conversation } from './Conversation.tsx';
import { MailBody } from './MailBody.tsx';
import { MessageDeeds } from './MessageDeeds.tsx';
import classes from './MessagePane.module.css';
import type { MailDeeds } from './use-mail-deeds.tsx';

const wording = words.outbox.page;

/** One message: what happened to it, in the server's words, and how it looks; its link is hidden. */
export function MessagePane({ id, deeds }: { readonly id: number; readonly deeds: MailDeeds }) {
  const { place } = useSession();
  const now = useNow();
  const found = useQueryOf('outbox.show', { organizationId: place.id, id });
  const mail = found.data;
  if (!mail) {
    return found.error ? (
      <ErrorState title={wording.unreadMessage} error={found.error} onRetry={() => void found.refetch()} />
    ) : null;
  }
  const to = mail.toName ? `${mail.toName} <${mail.toEmail}>` : mail.toEmail;
  const time = (at: number) => dateAndTime(at, now, place.timeZone, words.desktop.time);
  const tries =
    mail.nextAt !== null && mail.nextAt > now
      ? wording.triesNext(mail.attempts, time(mail.nextAt))
      : mail.attempts === 0
        ? wording.triesNone
        : words.format.number(mail.attempts);
  return (
    <article className={classes.pane} aria-label={mail.subject}>
      <div className={classes.head}>
        <DeliveryMark state={mail.state} />
        <MessageDeeds mail={mail} onDeed={(deed) => deeds.one(deed, mail)} />
      </div>
      <dl className={classes.facts}>
        <dt>{wording.to}</dt>
        <dd>
          {mail.membershipId === null ? (
            to
          ) : (
            <Anchor component={Link} href={`/users/${mail.membershipId}`} size="sm">
              {to}
            </Anchor>
          )}
        </dd>
        <dt>{wording.subject}</dt>
        <dd>{mail.subject}</dd>
        {/* for a bounced message, the reports say it */}
        {mail.state === 'bounced' ? null : (
          <>
            <dt>{wording.server}</dt>
            <dd className={mail.answer ? 'gh-mono' : classes.meaning}>
              {answerInWords(mail.answer) ?? wording.noAnswer}
            </dd>
          </>
        )}
        {mail.reports.length > 0 ? (
          <>
            <dt>{words.bounces.reports.title}</dt>
            <dd>
              <Reports reports={mail.reports} />
            </dd>
          </>
        ) : null}
        <dt>{wording.tries}</dt>
        <dd>{tries}</dd>
        <dt>{wording.columns.state}</dt>
        <dd className={classes.meaning}>
          {wording.meanings[mail.state]}
          {mail.sentAt === null ? '' : ` ${time(mail.sentAt)}`}
        </dd>
      </dl>
      <div className={classes.mail}>
        <MailBody
          key={mail.id}
          subject={mail.subject}
          html={mail.html}
          text={mail.text}
          more={{ label: wording.conversation, content: <Conversation id={mail.id} /> }}
          aside={carriesLink(mail.kind) ? wording.hidden : undefined}
        />
      </div>
    </article>
  );
}

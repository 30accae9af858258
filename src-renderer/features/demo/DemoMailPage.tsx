import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useInvite } from '../../app/invite.tsx';
import { useNow } from '../../app/now.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { whenInShort } from '../outbox/when.ts';
import classes from './DemoMailPage.module.css';
import { DemoMessage } from './DemoMessage.tsx';

const wording = words.demo;

/** The mail that the demo's catcher received, newest first. */
export function DemoMailPage() {
  const { timeZone } = useSession().place;
  const invite = useInvite();
  const now = useNow();
  const found = useQueryOf('demo.inbox', {});
  const [picked, setPicked] = useState<number | undefined>();
  const messages = found.data?.messages.toSorted((a, b) => b.at - a.at || b.id - a.id) ?? [];
  const chosen = messages.find((mail) => mail.id === picked) ?? messages[0];

  const content = () => {
    if (found.error && !found.data) {
      return <ErrorState title={words.outbox.page.unread} error={found.error} onRetry={() => void found.refetch()} />;
    }
    if (!found.data) return null;
    if (!chosen) {
      return (
        <Quiet
          title={wording.empty}
          text={wording.emptyHint}
          {...(invite.allowed
            ? { action: { label: words.invitations.title, onClick: () => invite.open('rows') } }
            : {})}
        />
      );
    }
    return (
      <div className={classes.parts}>
        <ul className={classes.list} aria-label={wording.list}>
          {messages.map((mail) => (
            <li key={mail.id}>
              <UnstyledButton
                className={classes.item}
                aria-current={mail === chosen}
                onClick={() => setPicked(mail.id)}
              >
                <OverflowText className={classes.to}>{mail.to}</OverflowText>
                <span className={classes.when}>{whenInShort(mail.at, now, timeZone)}</span>
                <OverflowText className={classes.subject}>{mail.subject}</OverflowText>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <DemoMessage id={chosen.id} />
      </div>
    );
  };
  return (
    <div className={classes.page}>
      <PageHeader title={wording.title} count={messages.length > 0 ? messages.length : undefined} />
      {content()}
    </div>
  );
}

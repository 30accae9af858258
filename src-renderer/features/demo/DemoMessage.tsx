import { Button } from '@mantine/core';
import { IconCopy, IconExternalLink } from '@tabler/icons-react';
import { desktop } from '../../app/api.ts';
import { openOutside } from '../../app/open-outside.ts';
import { useQueryOf } from '../../app/queries.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { Moment } from '../../components/Moment.tsx';
import { MailBody } from '../outbox/MailBody.tsx';
import classes from './DemoMailPage.module.css';

const wording = words.demo;

/** One caught mail with its link: the only place in the window that shows one. */
export function DemoMessage({ id }: { readonly id: number }) {
  const found = useQueryOf('demo.message', { id });
  const mail = found.data;
  if (!mail) {
    return found.error ? (
      <ErrorState title={words.outbox.page.unreadMessage} error={found.error} onRetry={() => void found.refetch()} />
    ) : null;
  }
  const [link] = mail.links;
  return (
    <article className={classes.pane} aria-label={mail.subject}>
      <div className={classes.head}>
        <h2>{mail.subject}</h2>
        {link ? (
          <>
            <Button
              variant="default"
              leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
              onClick={() => desktop.copyText(link).then(() => toast(wording.copied), toastError)}
            >
              {wording.copy}
            </Button>
            <Button
              leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
              onClick={() => void openOutside(link)}
            >
              {wording.open}
            </Button>
          </>
        ) : null}
      </div>
      <dl className={classes.facts}>
        <dt>{wording.to}</dt>
        <dd>{mail.to}</dd>
        <dt>{wording.from}</dt>
        <dd>{mail.from}</dd>
        <dt>{wording.received}</dt>
        <dd>
          <Moment at={mail.at} show="exact" />
        </dd>
      </dl>
      <div className={classes.mail}>
        <MailBody
          key={mail.id}
          subject={mail.subject}
          html={mail.html}
          text={mail.text}
          aside={link ? undefined : wording.noLink}
        />
      </div>
    </article>
  );
}

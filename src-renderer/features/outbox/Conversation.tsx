import { wordNote } from '#contract/messages/answer.ts';
import { useNow } from '../../app/now.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import classes from './Conversation.module.css';

const say = words.outbox.page.conversations;
const marks = { client: 'C', server: 'S', note: '–' } as const;

/** The conversation with the mail server, line by line; secrets never got this far. */
export function Conversation({ id }: { readonly id: number }) {
  const { place } = useSession();
  const now = useNow();
  const found = useQueryOf('outbox.conversation', { organizationId: place.id, id });
  if (found.error && !found.data)
    return <ErrorState title={say.unread} error={found.error} onRetry={() => void found.refetch()} />;
  const attempts = found.data?.attempts ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard
    <div className={classes.box} tabIndex={0}>
      {found.data ? <p className={classes.lead}>{attempts.length === 0 ? say.none : say.lead}</p> : null}
      {attempts.map(({ at, lines }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two attempts may have the same instant, and lines never move
        <section key={i}>
          <h3 className={classes.title}>{say.attempt(dateAndTime(at, now, place.timeZone, words.desktop.time))}</h3>
          <ol className={`gh-mono ${classes.lines}`}>
            {lines.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same line may occur more than once
              <li key={n} data-from={line.from}>
                <time className={classes.time}>
                  {words.format.date(line.at, place.timeZone, { timeStyle: 'medium' })}
                </time>
                <span className={classes.from}>
                  <span aria-hidden>{marks[line.from]}</span>
                  <span className="gh-hidden">{say.from[line.from]}</span>
                </span>
                <span className={classes.text}>{line.from === 'note' ? wordNote(words, line.text) : line.text}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

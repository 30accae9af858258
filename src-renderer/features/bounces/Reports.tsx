import type { MailReport } from '#contract/mail-report.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import classes from './Reports.module.css';

const say = words.bounces.reports;

/** What was reported about a mail after a server had accepted it, newest first, in the reporter's own words. */
export function Reports({ reports }: { readonly reports: readonly MailReport[] }) {
  const { place } = useSession();
  const now = useNow();
  if (reports.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={say.title}>
      {reports.map(({ id, action, words: said, source, reporter, at, by }) => {
        const when = dateAndTime(at, now, place.timeZone, words.desktop.time);
        return (
          <li key={id} data-bad={action === 'failed' || undefined}>
            <span>{say.told(action, source, reporter)}</span>
            <span className={classes.words}>{said}</span>
            <span className={classes.by}>{source === 'hand' ? say.marked(by, when) : say.by(by, when)}</span>
          </li>
        );
      })}
    </ul>
  );
}

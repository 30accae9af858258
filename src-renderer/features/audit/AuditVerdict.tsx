import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { OutputOf } from '#contract/index.ts';
import { words } from '../../app/words.ts';
import { Moment } from '../../components/Moment.tsx';
import { Notice } from '../../components/Notice.tsx';
import classes from './VerifyAudit.module.css';

type Verdict = OutputOf<'audit.verify'>;
const say = words.auditChain;
const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** What a check of the log found: that all is well, or each entry at which it is not. */
export function AuditVerdict({ verdict }: { readonly verdict: Verdict }) {
  const { proven, unproven, endsNotedSince, faults, more } = verdict;
  const found = faults.length + more;
  return (
    <div className={classes.verdict}>
      <Notice
        kind={found === 0 ? 'ok' : 'bad'}
        icon={found === 0 ? <IconCircleCheck {...icon} /> : <IconAlertTriangle {...icon} />}
      >
        {found === 0 ? say.sound : say.unsound(found)}
      </Notice>
      <p>{found > 0 ? say.unsoundText : proven > 0 ? say.soundText(proven) : say.empty}</p>
      {found > 0 ? <Faults verdict={verdict} /> : null}
      <div className={classes.facts}>
        {unproven > 0 ? <p>{say.unproven(unproven)}</p> : null}
        {endsNotedSince === null ? null : (
          <p>
            {say.since} <Moment at={endsNotedSince} show="exact" />.
          </p>
        )}
      </div>
    </div>
  );
}

const Faults = ({ verdict: { faults, more } }: { readonly verdict: Verdict }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and must do so by keyboard
  <ul className={classes.faults} aria-label={say.findings} tabIndex={0}>
    {faults.map(({ fault, id, at }) => (
      <li key={`${fault} ${id}`}>
        <strong>{id === null ? say.file : say.entry(id)}</strong>
        {at === null ? null : (
          <span className={classes.when}>
            <Moment at={at} show="exact" />
          </span>
        )}
        <div>{say.faults[fault]}</div>
      </li>
    ))}
    {more > 0 ? <li>{say.more(more)}</li> : null}
  </ul>
);

import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { OutputOf } from '#contract/index.ts';
import { words } from '../../app/words.ts';
import { Moment } from '../../components/Moment.tsx';
import { Notice } from '../../components/Notice.tsx';
import classes from './VerifyAudit.module.css';

type Verdict = OutputOf<'audit.verify'>;
const say = words.auditChain;
const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** What a check of the log found: that all is well, or each entry where something is wrong. */
export function AuditVerdict({ verdict }: { readonly verdict: Verdict }) {
  const { proven, unproven, erased, provenSince, removed, endsNotedSince, faults, more } = verdict;
  const faulty = removed.reduce((n, part) => n + part.faulty, 0);
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
        {provenSince === null ? null : <Told text={say.provenSince} at={provenSince} />}
        {removed.map(({ of, entries, until }) => (
          <Told key={of} text={say.removed[of](entries)} at={until} />
        ))}
        {erased > 0 ? <p>{say.erased(erased)}</p> : null}
        {faulty > 0 ? <p>{say.faulty(faulty)}</p> : null}
        {unproven > 0 ? <p>{say.unproven(unproven)}</p> : null}
        {endsNotedSince === null ? null : <Told text={say.since} at={endsNotedSince} />}
      </div>
    </div>
  );
}

const Told = ({ text, at }: { readonly text: string; readonly at: number | null }) => (
  <p>
    {text} {at === null ? null : <Moment at={at} show="exact" />}.
  </p>
);

const Faults = ({ verdict: { faults, more } }: { readonly verdict: Verdict }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list has to scroll by keyboard, too
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

import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ownNameOf } from '#contract/messages/languages.ts';
import { mailWaits, useOutboxState } from '../../app/outbox-state.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import { readPhone } from '../../components/phone-numbers.ts';
import type { SeatsFor } from '../invitations/use-seats.ts';
import { nameOf } from './draft.ts';
import classes from './Overview.module.css';
import type { Step, WizardState } from './use-wizard.ts';

interface OverviewProps {
  readonly wizard: WizardState;
  readonly seats: SeatsFor;
}

const say = words.wizard.overview;
const None = () => <span className="gh-dim">{say.noPhone}</span>;

interface SectionProps {
  readonly title: string;
  readonly facts: readonly (readonly [string, ReactNode])[];
  /** Goes back to where these are changed. */
  readonly onChange?: () => void;
}

function Section({ title, facts, onChange }: SectionProps) {
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3>{title}</h3>
        {onChange ? (
          <Anchor component="button" type="button" aria-label={words.wizard.changeThis(title)} onClick={onChange}>
            {words.wizard.change}
          </Anchor>
        ) : null}
      </div>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function seatInWords(kind: string, { free, fits }: SeatsFor): string {
  if (kind !== 'user') return say.seatNone;
  if (!fits) return say.noSeat;
  return typeof free === 'number' ? say.seatOf(free) : say.seatTaken;
}

/** Everything once more, and what *Add* will do. */
export function Overview({ wizard, seats }: OverviewProps) {
  const { draft, roles, failure, goTo } = wizard;
  const { place } = useSession();
  const outbox = useOutboxState();
  const phone = readPhone(draft);
  const back = (step: Step) => () => void goTo(step);
  const email = draft.email.trim();
  return (
    <div className={classes.overview}>
      {failure ? (
        <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
          <b>{say.failed}</b> {failure}
        </Notice>
      ) : null}
      <Section
        title={say.details}
        onChange={back('details')}
        facts={[
          [say.name, nameOf(draft)],
          [say.email, email],
          [say.phone, typeof phone === 'object' ? phone.shown : <None key="phone" />],
          [say.kind, words.wizard.details.kinds[draft.kind]],
        ]}
      />
      <Section
        title={say.groups}
        onChange={back('groups')}
        facts={[[say.groupCount(draft.groups.length), draft.groups.join(', ')]]}
      />
      <Section
        title={say.happens}
        facts={[
          [say.invitation, (mailWaits(outbox) ? (outbox?.setUp ? say.held : say.waits) : say.mailed)(email)],
          [words.invitations.fields.language, ownNameOf(draft.language ?? place.language)],
          [say.link, say.life(words.common.hours(place.linkLifeHours))],
          ...(draft.kind === 'user' ? [[say.role(roles.length), roles.join(', ')] as const] : []),
          [
            say.seat,
            <span key="seat" className={seats.fits ? '' : 'gh-bad'}>
              {seatInWords(draft.kind, seats)}
            </span>,
          ],
        ]}
      />
      <Notice kind="plain" icon={<IconInfoCircle size={16} stroke={1.6} aria-hidden />}>
        {say.copyLater}
      </Notice>
    </div>
  );
}

import { Anchor, Button, CloseButton, Modal, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconMailQuestion, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { foldName } from '#contract/fold.ts';
import type { OutputOf } from '#contract/index.ts';
import type { OutboxRow } from '#contract/outbox.ts';
import { mailWaits, useOutboxState } from '../../app/outbox-state.ts';
import { words, wordsFor } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import type { Kept } from './batch.ts';
import frame from './InviteDialog.module.css';
import { InvitedList } from './InvitedList.tsx';
import classes from './ResultView.module.css';
import { useDeliveries } from './use-deliveries.ts';
import type { Result } from './use-invite.ts';

interface ResultViewProps {
  readonly result: Result;
  /** Where it is not about people in general. */
  readonly title?: string;
  /** Another fact about those who were invited. */
  readonly also?: string;
  readonly onEdit: (kept?: Kept) => void;
  readonly onDone: () => void;
}

const wording = words.invitations.result;

/** How the mails of the batch are doing: counted one by one if all were found, otherwise by how many wait in total. */
function mailFacts(
  invited: number,
  deliveries: ReadonlyMap<string, OutboxRow> | undefined,
  outbox: OutputOf<'outbox.state'> | undefined,
): readonly string[] {
  if (!deliveries || deliveries.size < invited) return outbox?.waiting ? [`${wording.waiting(outbox.waiting)}.`] : [];
  const states = [...deliveries.values()].map((row) => row.state);
  const sent = states.filter((s) => s === 'sent').length;
  const failed = states.filter((s) => s === 'failed').length;
  const open = invited - sent - failed;
  if (open === invited) return [`${mailWaits(outbox) ? wording.waiting(open) : wording.allOnTheirWay(open)}.`];
  const parts = [
    wording.sent(sent),
    ...(open > 0 ? [wording.onTheirWay(open)] : []),
    ...(failed > 0 ? [wording.failed(failed)] : []),
  ];
  return [`${parts.join(', ')}.`];
}

export function ResultView({ result, title, also, onEdit, onDone }: ResultViewProps) {
  const { invited, kept, skipped, life, mode, error, cancelled } = result;
  const [search, setSearch] = useState('');
  const done = useRef<HTMLButtonElement>(null);
  // the pressed button is gone, and Enter should close
  useEffect(() => done.current?.focus(), []);
  const emails = useMemo(() => invited.map((person) => person.email), [invited]);
  const deliveries = useDeliveries(emails);
  const outbox = useOutboxState();
  const found = useMemo(() => {
    const wanted = foldName(search.trim());
    return wanted === '' ? invited : invited.filter((p) => foldName(`${p.name} ${p.email}`).includes(wanted));
  }, [invited, search]);
  const any = invited.length > 0;
  const facts = [
    ...(any ? mailFacts(invited.length, deliveries, outbox) : []),
    ...(any ? [wording.life(words.common.hours(life))] : []),
    ...(any && also ? [also] : []),
    ...(skipped > 0 ? [wording.skipped(skipped)] : []),
  ];
  const [before, spam, between, promotions, behind] = wording.spam;
  return (
    <div className={frame.flow} data-view="result">
      <div className={frame.header}>
        <Modal.Title>{any ? (title ?? wording.title(invited.length)) : wording.nobody}</Modal.Title>
        <CloseButton aria-label={words.common.close} onClick={onDone} />
      </div>
      <div className={classes.scroll}>
        <p className={classes.lead} role="status">
          {facts.join(' ')}
        </p>
        {error || cancelled ? (
          <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
            {cancelled
              ? words.invitations.send.cancelled
              : `${words.invitations.send.failed} ${wordsFor(error)} ${words.invitations.send.failedHint}`}
          </Notice>
        ) : null}
        {any ? (
          <Notice kind="info" icon={<IconMailQuestion size={16} stroke={1.6} aria-hidden />}>
            {before}
            <b>{spam}</b>
            {between}
            <b>{promotions}</b>
            {behind}
          </Notice>
        ) : null}
        {kept.length > 0 ? (
          <section>
            <div className={classes.section}>
              <h3>{mode === 'paste' ? wording.kept(kept.length) : wording.keptRows(kept.length)}</h3>
            </div>
            <ul className={classes.kept}>
              {kept.map((entry) => (
                <li key={entry.source}>
                  <IconAlertTriangle size={16} stroke={1.6} aria-hidden className="gh-bad" />
                  <b className="gh-ellipsis">
                    <OverflowText>{entry.email}</OverflowText>
                  </b>
                  <OverflowText className={classes.why}>
                    {words.invitations.verdicts.refused(words.invitations.reason(entry.reason, entry.detail))}
                  </OverflowText>
                  <Anchor
                    component="button"
                    type="button"
                    aria-label={wording.editThis(entry.email)}
                    onClick={() => onEdit(entry)}
                  >
                    {wording.edit}
                  </Anchor>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {any ? (
          <>
            <div className={classes.section}>
              <h3>{wording.invited(invited.length)}</h3>
              {invited.length > 8 ? (
                <TextInput
                  size="xs"
                  w={200}
                  aria-label={wording.find}
                  placeholder={wording.find}
                  leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
              ) : null}
            </div>
            <InvitedList people={found} deliveries={deliveries?.size === invited.length ? deliveries : undefined} />
          </>
        ) : null}
      </div>
      <div className={frame.footer}>
        <span style={{ marginRight: 'auto' }} />
        {error || cancelled ? (
          <Button variant="default" onClick={() => onEdit()}>
            {wording.rest}
          </Button>
        ) : kept.length > 0 ? (
          <Button variant="default" onClick={() => onEdit(kept[0])}>
            {wording.back(kept.length)}
          </Button>
        ) : (
          <Button variant="default" onClick={() => onEdit()}>
            {wording.more}
          </Button>
        )}
        <Button ref={done} onClick={onDone}>
          {words.common.done}
        </Button>
      </div>
    </div>
  );
}

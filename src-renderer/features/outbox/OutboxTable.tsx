import { Checkbox } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { MailDeed, OutboxRow } from '#contract/outbox.ts';
import { go } from '../../app/location.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { answerInWords, words } from '../../app/words.ts';
import { OverflowText } from '../../components/OverflowText.tsx';
import { DeliveryMark } from '../../components/StateMark.tsx';
import { between, isSelected } from '../users/selection.ts';
import type { Selected } from '../users/use-selection.ts';
import classes from './OutboxTable.module.css';
import { mailKey } from './row-keys.ts';
import { whenInShort } from './when.ts';

const wording = words.outbox.page;
const troubled = (row: OutboxRow) => ['failed', 'bounced', 'deferred', 'uncertain'].includes(row.state);

interface OutboxTableProps {
  readonly rows: readonly OutboxRow[];
  /** The message that is open beside the list. */
  readonly chosen: number | undefined;
  readonly selected: Selected;
  /** The open message follows the arrows; where it would cover the list, only Enter opens it. */
  readonly follows: boolean;
  readonly onChoose: (id: number) => void;
  readonly onDeed: (deed: MailDeed, mail: OutboxRow) => void;
}

/**
 * The messages, newest first. Arrows walk through the rows, Space selects, letters do a deed; a server's words are never
 * cut.
 */
export function OutboxTable({ rows, chosen, selected, follows, onChoose, onDeed }: OutboxTableProps) {
  const { timeZone } = useSession().place;
  const now = useNow();
  const body = useRef<HTMLTableSectionElement>(null);
  const anchor = useRef(0);
  const { selection, select } = selected;
  const ids = rows.map((row) => row.id);
  const ticks = ids.filter((id) => isSelected(selection, id)).length;
  const isOn = (row: OutboxRow) => isSelected(selection, row.id);

  const tick = (index: number, on: boolean, range: boolean) => {
    select(between(ids, range ? anchor.current : index, index), on);
    anchor.current = index;
  };
  const walk = (to: number) => {
    body.current?.rows[to]?.focus();
    const row = rows[to];
    if (row && follows) onChoose(row.id);
  };
  const onKeyDown = (event: KeyboardEvent, at: number, row: OutboxRow) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const meant = mailKey(event, at, rows.length, row.state);
    if (!meant) return;
    event.preventDefault();
    switch (meant.kind) {
      case 'move':
        return walk(meant.to);
      case 'extend':
        select(between(ids, at, meant.to), true);
        anchor.current = meant.to;
        return walk(meant.to);
      case 'select':
        return tick(at, !isOn(row), false);
      case 'selectPage':
        return select(ids, true);
      case 'deselect':
        return selected.clear();
      case 'open':
        return onChoose(row.id);
      case 'person':
        return row.membershipId === null ? undefined : go(`/users/${row.membershipId}`);
      case 'deed':
        return onDeed(meant.deed, row);
      default:
        return assertNever(meant);
    }
  };
  const entry = rows.find((row) => row.id === chosen) ?? rows[0];
  return (
    <div className={classes.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that one chooses make a table a grid */}
      <table className={classes.table} role="grid" aria-label={wording.table}>
        <colgroup>
          <col style={{ width: 48 }} />
          <col />
          <col style={{ width: 104 }} />
          <col style={{ width: '25%' }} />
          <col style={{ width: 92 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={wording.selection.page}
                checked={ticks > 0 && ticks === ids.length}
                indeterminate={ticks > 0 && ticks < ids.length}
                onChange={() => select(ids, ticks < ids.length)}
              />
            </th>
            <th scope="col">{wording.columns.recipient}</th>
            <th scope="col">{wording.columns.kind}</th>
            <th scope="col">{wording.columns.state}</th>
            <th scope="col">{wording.columns.time}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, i) => (
            <tr
              key={row.id}
              className={classes.row}
              tabIndex={row === entry ? 0 : -1}
              aria-selected={isOn(row)}
              aria-current={row.id === chosen || undefined}
              onClick={() => onChoose(row.id)}
              onKeyDown={(event) => onKeyDown(event, i, row)}
            >
              <td>
                <Checkbox
                  aria-label={wording.selection.one(row.toName || row.toEmail)}
                  tabIndex={-1}
                  checked={isOn(row)}
                  onChange={() => {}}
                  // a click tells whether Shift is held; a change does not
                  onClick={(event) => {
                    event.stopPropagation();
                    tick(i, !isOn(row), event.shiftKey);
                  }}
                />
              </td>
              <td>
                {row.toName ? <OverflowText className={classes.name}>{row.toName}</OverflowText> : null}
                <OverflowText className={row.toName ? classes.email : classes.name}>{row.toEmail}</OverflowText>
              </td>
              <td className={classes.dim}>{wording.kinds[row.kind]}</td>
              <td>
                <DeliveryMark state={row.state} />
                {row.answer && troubled(row) ? (
                  <div
                    className={classes.answer}
                    data-bad={row.state === 'failed' || row.state === 'bounced' || undefined}
                  >
                    {answerInWords(row.answer)}
                  </div>
                ) : null}
              </td>
              <td className={`gh-number ${classes.dim}`}>{whenInShort(row.sentAt ?? row.createdAt, now, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

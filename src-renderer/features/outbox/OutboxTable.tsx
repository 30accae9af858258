import { Checkbox } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { OutboxRow } from '#contract/outbox.ts';
import { go } from '../../app/location.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { answerInWords, words } from '../../app/words.ts';
import { DotsMenu } from '../../components/DotsMenu.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import { onControl } from '../../components/on-control.ts';
import { rowContextMenu } from '../../components/row-context-menu.ts';
import { DeliveryMark } from '../../components/StateMark.tsx';
import { Tick } from '../../components/Tick.tsx';
import { useRowMenu } from '../../components/use-row-menu.ts';
import { between, isSelected } from '../users/selection.ts';
import type { Selected } from '../users/use-selection.ts';
import { MailItems } from './MailItems.tsx';
import classes from './OutboxTable.module.css';
import { mailKey } from './row-keys.ts';
import type { MailDeeds } from './use-mail-deeds.tsx';
import { whenInShort } from './when.ts';

const wording = words.outbox.page;
const openPerson = ({ membershipId }: OutboxRow) => {
  if (membershipId !== null) go(`/users/${membershipId}`);
};
const troubled = (row: OutboxRow) => ['failed', 'bounced', 'deferred', 'uncertain'].includes(row.state);

interface OutboxTableProps {
  readonly rows: readonly OutboxRow[];
  /** The message that is open beside the list. */
  readonly chosen: number | undefined;
  readonly selected: Selected;
  /** The open message follows the arrows; where it would cover the list, only Enter opens one. */
  readonly follows: boolean;
  readonly onChoose: (id: number) => void;
  readonly deeds: MailDeeds;
}

/**
 * The messages, newest first. Arrows move through the rows, Space selects, letters act on a row, and each row has a menu
 * of these actions; a server's words are never cut.
 */
export function OutboxTable({ rows, chosen, selected, follows, onChoose, deeds }: OutboxTableProps) {
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
  const menu = useRowMenu((index) => body.current?.rows[index]?.focus());
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
        return openPerson(row);
      case 'menu':
        return menu.openByKey(row.id, at);
      case 'deed':
        return deeds.one(meant.deed, row);
      default:
        return assertNever(meant);
    }
  };
  const entry = rows.find((row) => row.id === chosen) ?? rows[0];
  return (
    <div className={classes.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows to choose make a table a grid */}
      <table className={classes.table} role="grid" aria-label={wording.table}>
        <colgroup>
          <col style={{ width: 48 }} />
          <col />
          <col style={{ width: 104 }} />
          <col style={{ width: '25%' }} />
          <col style={{ width: 80 }} />
          <col style={{ width: 48 }} />
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
            <th scope="col">
              <span className="gh-hidden">{words.users.columns.actions}</span>
            </th>
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
              data-menu={menu.isOpen(row.id) || undefined}
              onClick={(event) => {
                if (!onControl(event)) onChoose(row.id);
              }}
              onContextMenu={rowContextMenu((point) => menu.change(row.id, i, true, point))}
              onKeyDown={(event) => onKeyDown(event, i, row)}
            >
              <td>
                <Tick
                  aria-label={wording.selection.one(row.toName || row.toEmail)}
                  tabIndex={-1}
                  checked={isOn(row)}
                  onChange={() => {}}
                  // a click event says whether Shift is held; a change event does not
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
              <td>
                <DotsMenu
                  label={words.users.actions.menu(row.toName || row.toEmail)}
                  opened={menu.isOpen(row.id)}
                  at={menu.at}
                  onChange={(opened) => menu.change(row.id, i, opened)}
                >
                  <MailItems
                    mail={row}
                    deeds={deeds}
                    onOpen={() => onChoose(row.id)}
                    onPerson={() => openPerson(row)}
                  />
                </DotsMenu>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

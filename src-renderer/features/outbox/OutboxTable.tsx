import { type KeyboardEvent, useRef } from 'react';
import type { OutboxRow } from '#contract/outbox.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { OverflowText } from '../../components/OverflowText.tsx';
import { DeliveryMark } from '../../components/StateMark.tsx';
import classes from './OutboxTable.module.css';
import { whenInShort } from './when.ts';

const wording = words.outbox.page;
const troubled = (row: OutboxRow) => row.state === 'failed' || row.state === 'deferred' || row.state === 'uncertain';

interface OutboxTableProps {
  readonly rows: readonly OutboxRow[];
  readonly chosen: number | undefined;
  readonly onChoose: (id: number) => void;
}

/** The messages, newest first. Arrows walk through the rows; a server's words are never cut. */
export function OutboxTable({ rows, chosen, onChoose }: OutboxTableProps) {
  const { timeZone } = useSession().place;
  const now = useNow();
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      Enter: at,
      ' ': at,
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(step, rows.length - 1));
    body.current?.rows[next]?.focus();
    const row = rows[next];
    if (row) onChoose(row.id);
  };
  const entry = rows.find((row) => row.id === chosen) ?? rows[0];
  return (
    <div className={classes.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that one chooses make a table a grid */}
      <table className={classes.table} role="grid" aria-label={wording.table}>
        <colgroup>
          <col />
          <col style={{ width: 104 }} />
          <col style={{ width: '31%' }} />
          <col style={{ width: 104 }} />
        </colgroup>
        <thead>
          <tr>
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
              aria-selected={row.id === chosen}
              onClick={() => onChoose(row.id)}
              onKeyDown={(event) => onKeyDown(event, i)}
            >
              <td>
                {row.toName ? <OverflowText className={classes.name}>{row.toName}</OverflowText> : null}
                <OverflowText className={row.toName ? classes.email : classes.name}>{row.toEmail}</OverflowText>
              </td>
              <td className={classes.dim}>{wording.kinds[row.kind]}</td>
              <td>
                <DeliveryMark state={row.state} />
                {row.answer && troubled(row) ? (
                  <div className={classes.answer} data-bad={row.state === 'failed' || undefined}>
                    {row.answer}
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

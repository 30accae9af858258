import { ActionIcon, Table } from '@mantine/core';
import { IconBan, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { OutputOf } from '#contract/index.ts';
import { chordOf } from '../../app/keys.ts';
import { words } from '../../app/words.ts';
import { Moment } from '../../components/Moment.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import table from '../../components/RowTable.module.css';
import { useGradually } from '../../components/use-gradually.ts';
import { useSharedTip } from '../../components/use-shared-tip.tsx';
import classes from './AuditTable.module.css';

type AuditRow = OutputOf<'audit.list'>['rows'][number];
const say = words.audit;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** Names from another version, or from a denied query, are shown as they are. */
const inWords = (all: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(all, key) ? all[key] : undefined;
const deedOf = (operation: string) => inWords(say.deeds, operation) ?? say.other(operation);
const faceOf = (face: string) => inWords(say.faces, face) ?? face;

/** The log, one row per entry; a row unfolds to show the recorded details. */
export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] | undefined }) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const drawn = useGradually(rows);
  const { heard, tip } = useSharedTip();
  const toggle = (id: number) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const pressed = (event: KeyboardEvent, index: number, id: number) => {
    const last = (drawn?.length ?? 1) - 1;
    const chord = chordOf(event) ?? '';
    const to = { ArrowDown: Math.min(index + 1, last), ArrowUp: Math.max(index - 1, 0), Home: 0, End: last }[chord];
    if (to !== undefined) body.current?.querySelectorAll<HTMLElement>('tr[data-row]')[to]?.focus();
    else if (chord === 'Enter' && event.target === event.currentTarget) toggle(id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Table
        layout="fixed"
        stickyHeader
        className={table.table}
        style={{ minWidth: 640 }}
        aria-label={say.table}
        aria-busy={!drawn}
      >
        <colgroup>
          <col style={{ width: 132 }} />
          <col />
          <col style={{ width: '36%' }} />
          <col style={{ width: 116 }} />
          <col style={{ width: 104 }} />
          <col style={{ width: 52 }} />
        </colgroup>
        <Table.Thead>
          <Table.Tr>
            {(['when', 'who', 'what', 'face', 'outcome'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {say.columns[column]}
              </Table.Th>
            ))}
            <Table.Th scope="col">
              <span className="gh-hidden">{say.columns.details}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body} {...heard}>
          {drawn?.map((row, index) => [
            <Table.Tr
              key={row.id}
              data-row
              className={table.row}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onKeyDown={(event) => pressed(event, index, row.id)}
              onClick={() => toggle(row.id)}
            >
              <Table.Td className={classes.when}>
                <Moment at={row.at} show="exact" />
              </Table.Td>
              <Table.Td>
                <OverflowText>{row.actor}</OverflowText>
              </Table.Td>
              <Table.Td>
                <OverflowText className={classes.what}>{deedOf(row.operation)}</OverflowText>
                {row.target ? <OverflowText className={classes.target}>{row.target}</OverflowText> : null}
              </Table.Td>
              <Table.Td>{faceOf(row.face)}</Table.Td>
              <Table.Td>
                <span className={classes.outcome}>
                  {row.outcome === 'done' ? (
                    <IconCircleCheck {...icon} className="gh-ok" />
                  ) : (
                    <IconBan {...icon} className="gh-bad" />
                  )}
                  {say.outcomes[row.outcome]}
                </span>
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  aria-label={open.has(row.id) ? say.hide : say.show}
                  data-tip={open.has(row.id) ? say.hide : say.show}
                  aria-expanded={open.has(row.id)}
                  tabIndex={-1}
                  onClick={(event) => {
                    event.stopPropagation();
                    toggle(row.id);
                  }}
                >
                  <IconChevronRight
                    {...icon}
                    className={classes.fold ?? ''}
                    data-open={open.has(row.id) || undefined}
                  />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>,
            open.has(row.id) ? (
              <Table.Tr key={`${row.id}-details`}>
                <Table.Td colSpan={6} className={classes.details}>
                  <Facts row={row} />
                </Table.Td>
              </Table.Tr>
            ) : null,
          ])}
        </Table.Tbody>
      </Table>
      {tip}
    </>
  );
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** The details that the core recorded, under its own names, as they are in the log. */
function Facts({ row }: { readonly row: AuditRow }) {
  return (
    <dl className={classes.facts}>
      <dt>{say.facts.operation}</dt>
      <dd className="gh-mono">{row.operation}</dd>
      {row.target ? (
        <>
          <dt>{say.columns.target}</dt>
          <dd>{row.target}</dd>
        </>
      ) : null}
      {row.osUser ? (
        <>
          <dt>{say.facts.osUser}</dt>
          <dd className="gh-mono">{row.osUser}</dd>
        </>
      ) : null}
      {Object.entries(row.detail).map(([name, value]) => [
        <dt key={name} className="gh-mono">
          {name}
        </dt>,
        <dd key={`${name}-value`} className="gh-mono">
          {shown(value)}
        </dd>,
      ])}
    </dl>
  );
}

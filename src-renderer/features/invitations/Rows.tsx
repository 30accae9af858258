import { Button, Kbd } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { words } from '../../app/words.ts';
import { Row, type RowCalls } from './Row.tsx';
import classes from './Rows.module.css';
import type { InviteRow, RowVerdict } from './rows-text.ts';
import type { Choices } from './use-choices.ts';
import type { RowDeeds } from './VerdictRow.tsx';

interface RowsProps {
  readonly rows: readonly InviteRow[];
  readonly verdicts: ReadonlyMap<number, RowVerdict>;
  readonly choices: Choices;
  /** Null for a kind that holds no roles. */
  readonly batchRoles: readonly string[] | null;
  readonly batchTeams: readonly string[];
  /** The organization requires a display name. */
  readonly nameNeeded: boolean;
  /** For guests, who are invited by address alone. */
  readonly addressOnly?: boolean;
  /** The number of the first row, when earlier pages have others. */
  readonly first?: number;
  /** Returns an unused key, when not all rows are here. */
  readonly nextKey?: () => number;
  readonly deeds: RowDeeds;
  readonly disabled: boolean;
  readonly onRows: (rows: readonly InviteRow[]) => void;
  readonly onList: (pasted: string) => void;
}

export const blankRow = (key: number, above?: InviteRow): InviteRow => ({
  key,
  email: '',
  name: '',
  roles: above?.roles ?? null,
  teams: above?.teams ?? null,
});
const keyBehind = (rows: readonly InviteRow[]) => Math.max(0, ...rows.map((row) => row.key)) + 1;
const focusRow = (key: number) => document.getElementById(`row-email-${key}`)?.focus();

/** One person per row. */
export function Rows(props: RowsProps) {
  const { rows, verdicts, choices, batchRoles, batchTeams, nameNeeded, deeds, disabled, onRows, onList } = props;
  const { addressOnly = false, first = 1, nextKey = () => keyBehind(rows) } = props;
  const { fields, rows: wording } = words.invitations;
  const toFocus = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (toFocus.current !== undefined) focusRow(toFocus.current);
    toFocus.current = undefined;
  });

  const add = () => {
    const key = nextKey();
    toFocus.current = key;
    onRows([...rows, blankRow(key, rows.at(-1))]);
  };
  const change = (key: number, patch: Partial<InviteRow>) =>
    onRows(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  const remove = (key: number) => {
    const at = rows.findIndex((row) => row.key === key);
    const left = rows.filter((row) => row.key !== key);
    const kept = left.length > 0 ? left : [blankRow(nextKey())];
    toFocus.current = kept[Math.min(at, kept.length - 1)]?.key;
    onRows(kept);
  };
  const enter = (key: number) => {
    const at = rows.findIndex((row) => row.key === key);
    const next = rows[at + 1];
    if (next) focusRow(next.key);
    else add();
  };
  const latest: RowCalls = { onChange: change, onRemove: remove, onEnter: enter, onList };
  const current = useRef(latest);
  current.current = latest;
  const [calls] = useState<RowCalls>(() => ({
    onChange: (...given) => current.current.onChange(...given),
    onRemove: (...given) => current.current.onRemove(...given),
    onEnter: (...given) => current.current.onEnter(...given),
    onList: (...given) => current.current.onList(...given),
  }));

  const heads = [
    { label: fields.email, needed: true },
    ...(addressOnly ? [] : [{ label: fields.name, needed: nameNeeded }]),
    ...(batchRoles === null ? [] : [{ label: fields.roles, needed: true }]),
    ...(addressOnly ? [] : [{ label: fields.teams, needed: false }]),
  ];
  return (
    <div className={classes.rows}>
      <div
        className={`${classes.grid} ${classes.heads}`}
        data-roles={batchRoles !== null || undefined}
        data-address={addressOnly || undefined}
        aria-hidden
      >
        {heads.map(({ label, needed }) => (
          <span key={label}>
            {label}
            {needed ? <span className={classes.asterisk}> *</span> : null}
          </span>
        ))}
      </div>
      {rows.map((row, i) => (
        <Row
          key={row.key}
          row={row}
          number={first + i}
          addressOnly={addressOnly}
          focused={i === 0}
          verdict={verdicts.get(row.key)}
          choices={choices}
          batchRoles={batchRoles}
          batchTeams={batchTeams}
          nameNeeded={nameNeeded}
          deeds={deeds}
          disabled={disabled}
          calls={calls}
        />
      ))}
      <div className={classes.add}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={add}
          disabled={disabled}
        >
          {wording.add}
        </Button>
        <span>
          {addressOnly ? null : `${wording.hint} `}
          <Kbd>{words.help.names.Enter ?? 'Enter'}</Kbd> {wording.hintKey}
        </span>
      </div>
    </div>
  );
}

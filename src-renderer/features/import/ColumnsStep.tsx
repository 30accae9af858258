import { Button, NativeSelect, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { letterOf } from '#contract/column-letter.ts';
import { type ImportField, importFields } from '#contract/vocabulary/import.ts';
import { words, wordsFor } from '../../app/words.ts';
import { GuardedButton } from '../../components/Guarded.tsx';
import { Notice } from '../../components/Notice.tsx';
import classes from './Import.module.css';
import type { ListState, OpenFile } from './use-list-file.ts';
import { Working } from './Working.tsx';

const say = words.imports.columns;
const unused = 'none';
const choices = [
  { value: unused, label: say.notUsed },
  ...importFields.map((field) => ({ value: field, label: words.imports.fields[field] })),
];

interface ColumnsStepProps {
  readonly state: ListState;
  /** The label of the next step, and what is said while it runs. */
  readonly next?: string;
  readonly checking?: (rows: number) => string;
  /** Why one cannot go on, apart from a missing column of addresses. */
  readonly why?: string | undefined;
  /** More to choose, above the table. */
  readonly children?: ReactNode;
}

/** What each column holds, above the first rows of the file. */
export function ColumnsStep({ state, next = say.next, checking = say.checking, why, children }: ColumnsStepProps) {
  const { open, busy, error, changeField, reread, check, cancel, goTo } = state;
  if (!open) return null;
  const { read, fields, name } = open;
  const headed = (column: number) => read.headings[column] || say.column(letterOf(column));
  return (
    <>
      <div className={classes.body}>
        {error ? (
          <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
            {wordsFor(error)}
          </Notice>
        ) : null}
        <Source state={state} open={open} onReread={reread} />
        {children}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard */}
        <section className={classes.table} aria-label={say.preview} tabIndex={0}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.row}</Table.Th>
                {fields.map((field, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <Table.Th key={column} data-used={field !== null || undefined}>
                    <span className="gh-ellipsis">{headed(column)}</span>
                    <NativeSelect
                      size="xs"
                      aria-label={say.use(headed(column))}
                      data={choices}
                      value={field ?? unused}
                      disabled={busy !== null}
                      onChange={({ currentTarget: { value } }) =>
                        changeField(column, value === unused ? null : (value as ImportField))
                      }
                    />
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.first.map(({ line, cells }) => (
                <Table.Tr key={line}>
                  <Table.Td className={classes.line}>{line}</Table.Td>
                  {fields.map((field, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                    <Table.Td key={column} data-used={field !== null || undefined}>
                      <div className="gh-ellipsis">{cells[column]}</div>
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      </div>
      {busy ? (
        <Working
          text={busy.kind === 'checking' ? checking(read.rows) : words.imports.file.reading(name)}
          onCancel={cancel}
        />
      ) : (
        <div className={classes.footer}>
          <span className={`${classes.facts} gh-ellipsis`} role="status">
            {[
              name,
              say.facts(read.rows),
              ...(read.encoding && read.separator ? [say.csv(read.encoding, read.separator)] : []),
              ...(open.remembered ? [say.remembered] : []),
            ].join(' · ')}
          </span>
          <Button variant="default" onClick={() => goTo('file')}>
            {say.other}
          </Button>
          <GuardedButton why={fields.includes('email') ? why : say.emailNeeded} onClick={check} data-autofocus>
            {next}
          </GuardedButton>
        </div>
      )}
    </>
  );
}

interface SourceProps {
  readonly state: ListState;
  readonly open: OpenFile;
  readonly onReread: (sheet: number, headingLine?: number) => void;
}

/** Which sheet is read, and whether one of its rows names the columns. */
function Source({ state, open, onReread }: SourceProps) {
  const { read } = open;
  const disabled = state.busy !== null;
  // the row that is, or would be, the heading
  const line = read.headingLine || (read.first[0]?.line ?? 1);
  return (
    <div className={classes.source}>
      {read.sheets.length > 1 ? (
        <NativeSelect
          label={say.sheet}
          data={read.sheets.map((label, value) => ({ value: String(value), label }))}
          value={String(read.sheet)}
          disabled={disabled}
          onChange={({ currentTarget: { value } }) => onReread(Number(value))}
        />
      ) : null}
      <NativeSelect
        label={say.headingLabel}
        data={[
          { value: String(line), label: say.heading(line) },
          { value: '0', label: say.noHeading },
        ]}
        value={String(read.headingLine)}
        disabled={disabled}
        onChange={({ currentTarget: { value } }) => onReread(read.sheet, Number(value))}
      />
    </div>
  );
}

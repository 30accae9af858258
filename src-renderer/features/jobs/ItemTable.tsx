import { Table } from '@mantine/core';
import { useState } from 'react';
import type { ErrorCode } from '#contract/errors.ts';
import type { ItemState, JobItem } from '#contract/jobs.ts';
import { wordError } from '#contract/messages/word.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words, wordsFor } from '../../app/words.ts';
import { OverflowText } from '../../components/OverflowText.tsx';
import { Pager } from '../../components/Pager.tsx';
import classes from './Jobs.module.css';

interface ItemTableProps {
  readonly jobId: number;
  readonly state: ItemState;
  /** How many there are in this state. */
  readonly total: number;
}

const pageSize = 50;

const whatHappened = ({ error }: JobItem) =>
  error ? wordError(words, { code: error.code as ErrorCode, data: error.data }) : '';

/** For whom it was done, and for whom not and why: a page at a time, however many they are. */
export function ItemTable({ jobId, state, total }: ItemTableProps) {
  const { place } = useSession();
  const [walked, setWalked] = useState<readonly number[]>([]);
  const { data, error } = useQueryOf(
    'jobs.results',
    { organizationId: place.id, jobId, state, limit: pageSize, after: walked.at(-1) ?? 0 },
    { keepPrevious: true },
  );
  if (error) return <p role="alert">{wordsFor(error)}</p>;
  const { columns } = words.jobs;
  const first = walked.length * pageSize + 1;
  const next = data?.next ?? null;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard */}
      <section className={classes.items} tabIndex={0} aria-label={words.jobs.items[state]}>
        <Table layout="fixed" stickyHeader className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" style={{ width: state === 'failed' ? '42%' : '50%' }}>
                {columns.who}
              </Table.Th>
              <Table.Th scope="col">{state === 'failed' ? columns.why : columns.email}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.rows.map((item) => (
              <Table.Tr key={item.position}>
                <Table.Td>
                  <OverflowText className={classes.name}>{item.name || item.email}</OverflowText>
                  {state === 'failed' && item.name ? (
                    <OverflowText className={classes.second}>{item.email}</OverflowText>
                  ) : null}
                </Table.Td>
                <Table.Td className={classes.why}>{state === 'failed' ? whatHappened(item) : item.email}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {total > pageSize && data ? (
        <Pager
          text={words.users.pager.range(first, first + data.rows.length - 1, total, false)}
          onPrevious={walked.length > 0 ? () => setWalked(walked.slice(0, -1)) : undefined}
          onNext={next === null ? undefined : () => setWalked([...walked, next])}
        />
      ) : null}
    </>
  );
}

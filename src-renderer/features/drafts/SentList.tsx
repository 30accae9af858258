import { Table } from '@mantine/core';
import type { SentDraft } from '#contract/drafts.ts';
import { words } from '../../app/words.ts';
import { Moment } from '../../components/Moment.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import table from '../../components/RowTable.module.css';
import { lateness } from './columns.tsx';
import classes from './Drafts.module.css';

const say = words.drafts;

/** What went out in the last days, and whether it was late. */
export function SentList({ rows }: { readonly rows: readonly SentDraft[] }) {
  if (rows.length === 0) return <Quiet title={say.noneSent.title} text={say.noneSent.text} />;
  return (
    <Table
      layout="fixed"
      stickyHeader
      className={table.table ?? ''}
      style={{ minWidth: 560 }}
      aria-label={say.sentTable}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say.columns.name}</Table.Th>
          <Table.Th scope="col">{say.columns.author}</Table.Th>
          <Table.Th scope="col" className="gh-number" style={{ width: 84 }}>
            {say.columns.people}
          </Table.Th>
          <Table.Th scope="col" className="gh-number" style={{ width: 84 }}>
            {say.columns.kept}
          </Table.Th>
          <Table.Th scope="col" className="gh-number" style={{ width: 148 }}>
            {say.columns.sent}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <OverflowText>{row.name}</OverflowText>
              {lateness(row) ? <span className={classes.late}>{lateness(row)}</span> : null}
            </Table.Td>
            <Table.Td>
              <OverflowText>{say.sentBy(row.by, row.approver)}</OverflowText>
            </Table.Td>
            <Table.Td className="gh-number">{words.format.number(row.invited)}</Table.Td>
            <Table.Td className="gh-number">{row.kept === 0 ? null : words.format.number(row.kept)}</Table.Td>
            <Table.Td className="gh-number">
              <Moment at={row.sentAt} show="exact" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

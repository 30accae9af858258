import { Table } from '@mantine/core';
import { words } from '../../app/words.ts';
import { Later } from '../../components/Later.tsx';
import person from '../../components/Person.module.css';
import type { Column } from './columns.ts';
import classes from './UsersTable.module.css';

/** Widths that look like names, the same on every load. */
const widths = [120, 164, 148, 112, 170, 134, 156, 104, 142, 126, 160, 118];

/** Rows of the real height and width while the first page is on its way; nothing for the first 150 ms. */
export const SkeletonRows = ({ columns }: { readonly columns: readonly Column[] }) => (
  <Table.Tbody aria-label={words.common.loading}>
    <Later>
      {widths.map((width) => (
        <Table.Tr key={width}>
          <Table.Td />
          {columns.map((column) => (
            <Table.Td key={column.key}>
              <div className={column.key === 'name' ? person.who : column.right ? classes.boneRight : ''}>
                {column.key === 'name' ? <span className={classes.boneFace} /> : null}
                <span className={classes.bone} style={{ width: column.key === 'name' ? width : 62 }} />
              </div>
            </Table.Td>
          ))}
          <Table.Td />
        </Table.Tr>
      ))}
    </Later>
  </Table.Tbody>
);

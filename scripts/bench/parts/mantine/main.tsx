import '@mantine/core/styles.css';
import { Button, MantineProvider, Table } from '@mantine/core';
import { createRoot } from 'react-dom/client';

const rows = Array.from({ length: 50 }, (_, i) => [`Person ${i}`, `p${i}@example.org`]);

createRoot(document.getElementById('root') as HTMLElement).render(
  <MantineProvider>
    <Button>Invite</Button>
    <Table data={{ head: ['Name', 'E-mail'], body: rows }} />
  </MantineProvider>,
);

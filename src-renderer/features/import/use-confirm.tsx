import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../app/words.ts';

/** Asks before a file that was read is discarded. */
export function useConfirm(onClose: () => void) {
  const [asking, setAsking] = useState(false);
  const { leave } = words.imports;
  const stay = () => setAsking(false);
  return {
    asking,
    // not within the same Escape, which would close the question at once
    ask: () => void setTimeout(() => setAsking(true)),
    dialog: (
      <Modal opened={asking} onClose={stay} title={leave.title} size={440} withCloseButton={false} zIndex={300}>
        <Text mb="lg">{leave.text}</Text>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {leave.close}
          </Button>
          <Button onClick={stay} data-autofocus>
            {leave.stay}
          </Button>
        </Group>
      </Modal>
    ),
  };
}

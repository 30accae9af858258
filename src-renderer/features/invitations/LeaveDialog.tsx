import { Button, Group, Modal, Text } from '@mantine/core';
import { words } from '../../app/words.ts';

interface LeaveDialogProps {
  readonly opened: boolean;
  readonly onStay: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asks before a dialog with typed text closes. */
export function LeaveDialog({ opened, onStay, onKeep, onDiscard }: LeaveDialogProps) {
  const { leave } = words.invitations;
  return (
    <Modal opened={opened} onClose={onStay} title={leave.title} size={460} withCloseButton={false} zIndex={300}>
      <Text mb="lg">{leave.text}</Text>
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" color="red" mr="auto" onClick={onDiscard}>
          {leave.discard}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {leave.keep}
        </Button>
        <Button onClick={onStay} data-autofocus>
          {leave.stay}
        </Button>
      </Group>
    </Modal>
  );
}

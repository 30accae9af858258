import { Button, Group, Modal, Text } from '@mantine/core';
import { words } from '../../app/words.ts';

interface LeaveDialogProps {
  /** Title and text, if not those for an invitation. */
  readonly words?: { readonly title: string; readonly text: string };
  readonly opened: boolean;
  readonly onStay: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asks before closing a dialog that has typed text. */
export function LeaveDialog({ words: own, opened, onStay, onKeep, onDiscard }: LeaveDialogProps) {
  const { leave } = words.invitations;
  const { title, text } = own ?? leave;
  return (
    <Modal opened={opened} onClose={onStay} title={title} size={460} withCloseButton={false} zIndex={300}>
      <Text mb="lg">{text}</Text>
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

import { Button, Group, Modal, Text } from '@mantine/core';
import { useLayoutEffect, useState } from 'react';
import { askBeforeLeaving } from '../app/leaving.ts';
import { words } from '../app/words.ts';

/** Asks before a link leads away from unsaved changes. */
export function LeaveGuard({ active }: { readonly active: boolean }) {
  const [proceed, setProceed] = useState<(() => void) | null>(null);
  // a layout effect, so that it ends with the form, before what replaces the form can navigate
  useLayoutEffect(() => (active ? askBeforeLeaving((go) => setProceed(() => go)) : undefined), [active]);
  const { leave } = words.settings;
  const stay = () => setProceed(null);
  return (
    <Modal opened={proceed !== null} onClose={stay} title={leave.title} size={460} withCloseButton={false}>
      <Text mb="lg">{leave.text}</Text>
      <Group justify="flex-end" gap={8}>
        <Button
          variant="default"
          onClick={() => {
            stay();
            proceed?.();
          }}
        >
          {leave.discard}
        </Button>
        <Button onClick={stay} data-autofocus>
          {leave.stay}
        </Button>
      </Group>
    </Modal>
  );
}

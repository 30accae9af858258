import { Button, getDefaultZIndex, Modal, Text } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { DialogFooter } from '../components/DialogFooter.tsx';
import { desktop } from './api.ts';
import { holdsSomething, onHeld } from './held.ts';
import { useQueryOf } from './queries.ts';
import { words } from './words.ts';

const say = words.desktop.closing;

/** Asks before the window is closed where that would lose what was typed. A locked window does not ask. */
export function CloseGuard() {
  const locked = useQueryOf('session.state', {}).data?.stage === 'locked';
  const unsaved = useSyncExternalStore(onHeld, holdsSomething) && !locked;
  const [asking, setAsking] = useState(false);
  useEffect(() => void desktop.tell({ unsaved }), [unsaved]);
  useEffect(() => () => void desktop.tell({ unsaved: false }), []);
  useEffect(() => window.gatehouse.onAsked((asked) => 'closing' in asked && setAsking(true)), []);
  const stay = () => setAsking(false);
  return (
    <Modal
      opened={asking}
      onClose={stay}
      title={say.title}
      size={460}
      withCloseButton={false}
      // above whatever dialog is open
      zIndex={getDefaultZIndex('overlay')}
    >
      <Text>{say.text}</Text>
      <DialogFooter>
        <Button variant="default" onClick={() => void desktop.closeWindow()}>
          {say.close}
        </Button>
        <Button onClick={stay} data-autofocus>
          {say.stay}
        </Button>
      </DialogFooter>
    </Modal>
  );
}

import { Button, getDefaultZIndex, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { DialogFooter } from '../components/DialogFooter.tsx';
import { desktop } from './api.ts';
import { useHoldsSomething } from './held.ts';
import { useQueryOf } from './queries.ts';
import { askBeforeSignOut, endSession } from './sign-out.ts';
import { words } from './words.ts';

const { closing: say, signingOut } = words.desktop;
const closing = { title: say.title, answer: say.close, leave: () => void desktop.closeWindow() };
const signing = { title: signingOut.title, answer: signingOut.signOut, leave: () => void endSession() };

/** Asks before the window is closed or somebody signs out, if that loses what was typed. A locked window asks nobody. */
export function CloseGuard() {
  const locked = useQueryOf('session.state', {}).data?.stage === 'locked';
  const unsaved = useHoldsSomething() && !locked;
  const [asked, setAsked] = useState({ ...closing, opened: false });
  useEffect(() => void desktop.tell({ unsaved }), [unsaved]);
  useEffect(() => () => void desktop.tell({ unsaved: false }), []);
  useEffect(() => window.gatehouse.onAsked((it) => 'closing' in it && setAsked({ ...closing, opened: true })), []);
  useEffect(() => askBeforeSignOut(() => setAsked({ ...signing, opened: true })), []);
  const { title, answer, leave, opened } = asked;
  const stay = () => setAsked({ ...asked, opened: false });
  return (
    <Modal
      opened={opened}
      onClose={stay}
      title={title}
      size={460}
      withCloseButton={false}
      // above whatever dialog is open
      zIndex={getDefaultZIndex('overlay')}
    >
      <Text>{say.text}</Text>
      <DialogFooter>
        <Button
          variant="default"
          onClick={() => {
            stay();
            leave();
          }}
        >
          {answer}
        </Button>
        <Button onClick={stay} data-autofocus>
          {say.stay}
        </Button>
      </DialogFooter>
    </Modal>
  );
}

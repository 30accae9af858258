import { Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { words } from '../../app/words.ts';
import classes from './HelpDialog.module.css';
import { closeHelp, useHelp } from './store.ts';

const HelpReader = lazy(() => import('./HelpReader.tsx').then((m) => ({ default: m.HelpReader })));

/** The help, above the page it is about. It is loaded when first opened. */
export function HelpDialog() {
  const { opened, page } = useHelp();
  const { content = '', header = '', body = '' } = classes;
  return (
    <Modal
      opened={opened}
      onClose={closeHelp}
      returnFocus={false}
      title={words.help.title}
      size={980}
      padding={0}
      classNames={{ content, header, body }}
    >
      <Suspense>
        <HelpReader first={page} />
      </Suspense>
    </Modal>
  );
}
